import type { FactValue } from '../procedure/value.ts';
import type { Facts } from '../rules/rule-book.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Text } from '../vocabulary/text.ts';

/** What must be so of one fact, or of one comparison of facts; what is not named may be anything. */
export type Circumstance = {
  /** Id of the fact, the comparison in words, or the state that a guard names. */
  readonly of: string;
  readonly kind: 'fact' | 'comparison' | 'place';
  /** It may be unknown. */
  readonly unknown: boolean;
  /** Values that stand for all others that do; true or false for a comparison or a place. */
  readonly values: readonly FactValue[];
};

/** An invented child that shows something: only what matters is said. */
export type ExampleChild = {
  /** What was recorded; a derived fact is given as its value. */
  readonly facts: Facts;
  /** Facts that matter and nobody answered. */
  readonly unanswered: readonly string[];
  /** States that the case stands in, or not. */
  readonly places: Readonly<Record<string, boolean>>;
  /** The same in plain words, in French, English and Spanish. */
  readonly words: Text;
};

/** It could not be told whether a child can be so, and why; absent when the example was made and checked. */
export type Doubt = { readonly approximate?: true; readonly why?: string };

export type Shown = Doubt & {
  /** Everything that is so, as widely as it goes. */
  readonly cube: readonly Circumstance[];
  readonly example: ExampleChild;
};

/**
 * Nothing on the list is taken. `known`: no further answer helps.
 * `missing`: an answer is missing that could open something.
 */
export type Gap = Shown & { readonly kind: 'known' | 'missing' };

/** Two guards that are sure together; the first on the list is taken. */
export type Overlap = Shown & { readonly first: number; readonly second: number };

/** Conditions that each can hold and never together: names of rules, or the sections of one rule. */
export type Contradiction = { readonly of: readonly string[] } & Doubt;

/** The candidates of one event, deadline, `always` or `onDone` in one state. Candidates are numbered from 0. */
export type ChoiceAnalysis = {
  readonly state: string;
  readonly kind: 'event' | 'after' | 'always' | 'onDone';
  /** The event or deadline; empty for the others. */
  readonly name: string;
  readonly candidates: number;
  readonly gaps: readonly Gap[];
  /** False when there are more gaps than are listed. */
  readonly allGaps: boolean;
  readonly overlaps: readonly Overlap[];
  /** Candidates that can hold and are never taken, because what stands before them is. */
  readonly shadowed: readonly ({ readonly candidate: number } & Doubt)[];
  /** Candidates that no child can satisfy. */
  readonly never: readonly {
    readonly candidate: number;
    readonly contradictions: readonly Contradiction[];
  }[];
};

export type RuleAnalysis = {
  readonly rule: string;
  /** `never`: no child makes it a yes. `always`: every child does. `answered`: no answer makes it a no, so it only asks for one. */
  readonly verdict: 'never' | 'always' | 'answered';
  readonly contradictions: readonly Contradiction[];
} & Doubt;

/** A gap of a step; `until` names what the step itself asks and whose other answer opens a way: there it waits, it is not stuck. */
export type StepGap = Gap & { readonly until?: readonly string[] };

/** A step in which some children find no way on, whatever is answered. */
export type StuckStep = {
  readonly step: string;
  readonly gaps: readonly StepGap[];
  readonly allGaps: boolean;
};

/** Facts on which every way on rests and that are not asked before, nor in the step. */
export type Unasked = Shown & {
  readonly step: string;
  readonly facts: readonly string[];
  /** No form asks them before the step on any path; else there is a path on which none does. */
  readonly never: boolean;
  /** Steps of such a path, the step itself last. */
  readonly path: readonly string[];
};

/** What the rules of a pack leave open, say twice, or never say. */
export type RuleAnalyses = {
  readonly choices: readonly ChoiceAnalysis[];
  readonly rules: readonly RuleAnalysis[];
  readonly stuck: readonly StuckStep[];
  readonly unasked: readonly Unasked[];
  /** False when it was stopped, or the work was more than it may be: what is not told was not looked at. */
  readonly complete: boolean;
  /** The same as findings, worst first. */
  readonly findings: readonly Finding[];
};
