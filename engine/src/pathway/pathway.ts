import type { AnyStateMachine } from 'xstate';
import type { Pack } from '../procedure/pack.ts';

/** A pack compiled: what every function that runs a case takes. Built once per version and cached; never changed. */
export interface Pathway {
  readonly pack: Pack;
  /** SHA-256 of the pack's canonical JSON. */
  readonly hash: string;
  /** The XState machine whose guards read decided rules in `context`. */
  readonly machine: AnyStateMachine;
  readonly states: ReadonlyMap<string, PathwayState>;
}

/** A state of the machine with what the pack says of it, and where it stands. */
export interface PathwayState {
  readonly id: string;
  readonly track: string;
  /** Ids from the track down to the parent. */
  readonly ancestors: readonly string[];
  readonly leaf: boolean;
  readonly tags: ReadonlySet<string>;
}
