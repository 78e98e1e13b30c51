import type { BehaviourDifference, Finding, Pack, Scenario, Verdict, VerdictCache } from '@parcours/engine';
import type { Patch } from 'immer';
import type { Coverage } from './coverage.ts';

/** What the page asks of a checking worker. `version` counts the packs of one drawing and comes back with each answer. */
export type CheckAsk =
  | { readonly kind: 'structure'; readonly version: number; readonly pack: Pack }
  /** The pack that was given last, with these changes. */
  | { readonly kind: 'changes'; readonly version: number; readonly patches: readonly Patch[] }
  | {
      readonly kind: 'prove';
      readonly version: number;
      readonly pack: Pack;
      /** What was proved before; the worker keeps it, and adds what it proves. */
      readonly cache?: VerdictCache;
      /** Safeguards only, of a procedure that is read. */
      readonly onlySafeguards?: boolean;
      /** What an adaptation lies over: whether it may change what it changes is told too. */
      readonly base?: Pack;
    }
  /** The shortest story by which a case comes to a step. */
  | { readonly kind: 'reach'; readonly version: number; readonly pack: Pack; readonly step: string }
  /** Which stories end differently in two versions: those of both, and some invented. */
  | { readonly kind: 'behaviour'; readonly version: number; readonly before: Pack; readonly after: Pack };

/** What a worker tells, as soon as it is known. */
export type CheckTold = { readonly version: number } & (
  | { readonly kind: 'structure'; readonly findings: readonly Finding[] }
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly kept?: VerdictCache[string] }
  | { readonly kind: 'safeguards'; readonly findings: readonly Finding[] }
  | { readonly kind: 'scenarios'; readonly findings: readonly Finding[]; readonly coverage: Coverage }
  | { readonly kind: 'adaptation'; readonly findings: readonly Finding[] }
  | { readonly kind: 'rules'; readonly findings: readonly Finding[] }
  | { readonly kind: 'reached'; readonly story?: Scenario }
  | { readonly kind: 'behaves'; readonly told: number; readonly differences: readonly BehaviourDifference[] }
  | { readonly kind: 'done' }
  /** The changes do not fit: give the whole pack. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'failed'; readonly message: string }
);
