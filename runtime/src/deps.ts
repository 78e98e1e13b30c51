import type { Clock } from './deadlines/clock.ts';
import type { PackShelf } from './packs/pack-shelf.ts';
import type { Prover } from './proofs/proof-tasks.ts';
import type { Store } from './store/store.ts';

/** Where the service writes what operators read. Never a name, a fact or a body: ids, codes, counts. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Invented accounts and their one password, told to whoever opens the sign-in page of a demonstration. */
export type DemoDoor = {
  readonly password: string;
  readonly accounts: readonly { readonly name: string; readonly displayName: string }[];
};

/** All that the application takes from the world. Nothing is global. */
export type Deps = {
  readonly store: Store;
  readonly clock: Clock;
  /** A new opaque id that sorts by time (UUID version 7). */
  readonly newId: () => string;
  /** 32 random bytes as base64url, for session tokens. */
  readonly newSecret: () => string;
  readonly log: Log;
  readonly packs: PackShelf;
  /** Answers what takes the engine long; threads of its own when absent. */
  readonly prover?: Prover;
  /** The one-time code for the first administrator; absent, nobody can set the service up over HTTP. */
  readonly setupCode?: string;
  /** Cookies only over HTTPS. */
  readonly secureCookies?: boolean;
  /** Other origins that may write, for example the public address behind a proxy. */
  readonly origins?: readonly string[];
  /** True when every person and case is invented; screens say so. */
  readonly demo?: boolean;
  /** In a demonstration, what the sign-in page offers. */
  readonly demoDoor?: DemoDoor;
};
