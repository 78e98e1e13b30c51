import type { EngineErrorCode, IdMap, Instant, MigrationObstacle } from '@parcours/engine';
import type { ErrorCode } from '../errors.ts';
import type { StoredCase } from './store.ts';

/** All cases of one version on their way to another. Sealed cases are not among them: their officers move each by itself. */
export type VersionMove = {
  readonly id: string;
  readonly pack: string;
  /** Hashes of the two versions. */
  readonly from: string;
  readonly to: string;
  readonly map?: IdMap;
  readonly reason: string;
  /** The account that asked for it. */
  readonly by: string;
  readonly started: Instant;
  readonly state: 'running' | 'stopped' | 'done';
  /** The last case looked at; cases are looked at in order of their ids. */
  readonly after?: string;
  readonly updated: Instant;
};

/** Why a case stays: what keeps it, that it has left that version already, or what failed while it was looked at. */
export type StayCode = MigrationObstacle['code'] | 'version.other' | EngineErrorCode | ErrorCode;

/** What became of one case of a move. */
export type MovedCase = {
  readonly move: string;
  readonly case: string;
  /** `failed`: it could not be looked at; somebody must. */
  readonly outcome: 'moved' | 'stayed' | 'failed';
  /** Codes of what keeps it, or of the failure. */
  readonly codes: readonly StayCode[];
  readonly at: Instant;
};

/** How many cases that are not sealed stand on a version. */
export type VersionCount = {
  readonly pack: string;
  readonly version: string;
  readonly hash: string;
  readonly cases: number;
};

export type VersionMoveWrite =
  /** Refuses a second move from a version while one is not done. */
  | { readonly kind: 'newMove'; readonly move: VersionMove }
  | {
      readonly kind: 'moveState';
      readonly id: string;
      readonly state: VersionMove['state'];
      readonly at: Instant;
    }
  /** Refuses a case that this move has looked at already. */
  | { readonly kind: 'moveStep'; readonly step: MovedCase };

export interface VersionMoveReads {
  versionMove(id: string): Promise<VersionMove | undefined>;
  /** Newest first. */
  versionMoves(limit: number): Promise<readonly VersionMove[]>;
  /** Oldest first. */
  runningMoves(): Promise<readonly VersionMove[]>;
  movedCases(move: string): Promise<readonly MovedCase[]>;
  /** Cases that stand on a version and are not sealed, by id, after one. */
  casesOnVersion(hash: string, after: string | undefined, limit: number): Promise<readonly StoredCase[]>;
  caseVersions(): Promise<readonly VersionCount[]>;
}
