import type { AnyStateMachine } from 'xstate';
import type { Guard, MachineState } from '../procedure/machine.ts';
import type { Pack } from '../procedure/pack.ts';
import type { RuleProgram } from '../rules/decide-rules.ts';

/** A pack compiled: what every function that runs a case takes. Built once per version and cached; never changed. */
export interface Pathway {
  readonly pack: Pack;
  /** SHA-256 of the pack's canonical JSON. */
  readonly hash: string;
  /** The XState machine whose guards read decided rules in `context`. */
  readonly machine: AnyStateMachine;
  readonly states: ReadonlyMap<string, PathwayState>;
  /** Every rule of the pack, decided together. */
  readonly program: RuleProgram;
  /** Ids of the tracks: `main`, then the others by `order` and id. */
  readonly tracks: readonly string[];
  /** The signals in id order, each with the rule that sets it off. */
  readonly signals: readonly { readonly event: string; readonly rule: string }[];
  /** Every state that could hear an event, withheld tracks included, by event id. */
  readonly hearers: ReadonlyMap<string, readonly string[]>;
}

/** A state of the machine with what the pack says of it, and where it stands. */
export interface PathwayState {
  readonly id: string;
  readonly track: string;
  /** Ids from the track down to the parent. */
  readonly ancestors: readonly string[];
  readonly leaf: boolean;
  readonly tags: ReadonlySet<string>;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  /** As `steps.json` says; absent for what people never see (final and history states). */
  readonly kind?: 'stage' | 'track' | 'work' | 'idle' | 'wait' | 'choice' | 'end';
  /** Ids of the states directly inside, history states left out. */
  readonly children: readonly string[];
  /** The idle step of a withheld track: it hears nothing but protective signals. */
  readonly withheld: boolean;
  readonly on: ReadonlyMap<string, readonly PathwayCandidate[]>;
  readonly always: readonly PathwayCandidate[];
  /** By deadline id. */
  readonly after: ReadonlyMap<string, readonly PathwayCandidate[]>;
  readonly onDone: readonly PathwayCandidate[];
  readonly node: MachineState;
}

/** A way on, with what the laws need to know of it. */
export type PathwayCandidate = {
  readonly target?: string;
  readonly guard?: Guard;
  readonly reenter?: boolean;
  /** It leads into an end step of `main`, so that every other track must rest. */
  readonly closing: boolean;
  /** It enters a state tagged `measure`. */
  readonly measure: boolean;
};
