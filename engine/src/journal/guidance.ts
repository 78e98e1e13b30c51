import type { Basis, Confidence } from '../procedure/element.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Text } from '../vocabulary/text.ts';
import type { DeadlineRow, Outcome, Reconsideration } from './case-file.ts';
import type { RefusalCode } from './entry.ts';

/** A source as shown: never only an id. */
export type ShownSource = {
  readonly id: string;
  readonly instrument: Text;
  readonly article?: string;
  readonly confidence: Confidence;
  readonly address?: string;
};

export type Grounds = { readonly basis?: Basis; readonly sources: readonly ShownSource[] };

export type ShownRole = { readonly id: string; readonly label: Text; readonly sector: string };

export type FieldGuide = {
  readonly fact: string;
  readonly required: boolean;
  readonly help?: Text;
  /** Value now recorded, if any; a blank answer keeps it. */
  readonly value?: FactValue;
};

export type FormGuide = {
  readonly id: string;
  readonly label: Text;
  readonly help?: Text;
  /** Sections and fields shown now, in reading order. */
  readonly sections: readonly {
    readonly id: string;
    readonly label: Text;
    readonly fields: readonly FieldGuide[];
  }[];
};

/** A rule that bears on an outcome; one that is no yes is followed by those of its parts that are no yes. */
export type ReasonGuide = {
  readonly rule: string;
  readonly label: Text;
  readonly outcome: Outcome;
  readonly missing: readonly string[];
  readonly grounds: Grounds;
  /** Why this country asks more than what it inherits. */
  readonly reason?: Text;
  /** Recorded facts on which the answer stands. */
  readonly standsOn?: { readonly [fact: string]: FactValue };
};

/**
 * One way to open a closed event, as small as it goes: answers to give, what would have to be otherwise, and where the case would
 * have to stand. It does not say that this should be so: a fact is recorded because it is true.
 */
export type UnlockGuide = {
  readonly facts: readonly {
    /** Id of the fact, or the comparison in words. */
    readonly of: string;
    readonly label?: Text;
    readonly comparison: boolean;
    /** It was answered, and otherwise; only a correction or a new step changes it. */
    readonly known: boolean;
    /** Values that would do, one for each kind of answer; empty: any. */
    readonly would: readonly FactValue[];
    /** Facts to ask. */
    readonly ask: readonly string[];
    /** Steps whose form asks it, open ones first. */
    readonly askedAt: readonly string[];
  }[];
  /** States in which the case would have to stand, or not. */
  readonly places: readonly { readonly state: string; readonly inside: boolean; readonly title: Text }[];
};

/** One outcome that can be reported now, or cannot and why. */
export type EventGuide = {
  readonly event: string;
  readonly label: Text;
  readonly enabled: boolean;
  readonly protective: boolean;
  readonly decision: boolean;
  readonly reasoned: boolean;
  readonly secondPerson: boolean;
  /** Roles that may report it. */
  readonly roles: readonly string[];
  /** True when the role asked about may report it. */
  readonly mine: boolean;
  /** Steps where it would lead if reported now with the facts as they are. */
  readonly leadsTo: readonly string[];
  /** Facts to ask before it can be told or taken; form fields of the step included. */
  readonly missing: readonly string[];
  readonly closedBy?: {
    readonly code: RefusalCode;
    readonly tracks: readonly string[];
    readonly parameters: readonly string[];
  };
  readonly reasons: readonly ReasonGuide[];
  /** For a closed one: the smallest ways to open it, the cheapest first, three at most. */
  readonly unlock?: readonly UnlockGuide[];
  /** For a closed one: the fact worth asking next. */
  readonly ask?: string;
  readonly grounds: Grounds;
  /** Overridable rules that would open it, and by whom. */
  readonly overridable: readonly {
    readonly rule: string;
    readonly by: readonly string[];
    readonly secondPerson: boolean;
  }[];
};

export type DeadlineGuide = DeadlineRow & {
  readonly label: Text;
  readonly overdue: boolean;
  readonly grounds: Grounds;
  readonly escalatesTo: readonly ShownRole[];
};

export type StepGuide = {
  readonly step: string;
  readonly track: string;
  readonly stage?: string;
  readonly kind: 'work' | 'idle' | 'wait' | 'choice' | 'end';
  readonly title: Text;
  readonly stageTitle?: Text;
  readonly trackTitle?: Text;
  readonly since: Instant;
  readonly who: readonly ShownRole[];
  readonly with: readonly ShownRole[];
  readonly present: readonly ShownRole[];
  readonly informed: readonly ShownRole[];
  readonly purpose?: Text;
  readonly how?: Text;
  readonly child?: Text;
  readonly form?: FormGuide;
  readonly tasks: readonly {
    readonly id: string;
    readonly title: Text;
    readonly who: readonly ShownRole[];
    readonly required: boolean;
    readonly met: Outcome;
    readonly due?: Instant;
  }[];
  readonly deadlines: readonly DeadlineGuide[];
  readonly documents: readonly Text[];
  readonly competencies: readonly Text[];
  readonly events: readonly EventGuide[];
  readonly grounds: Grounds;
  /** True when the role asked about is one of `who`. */
  readonly mine: boolean;
};

/** What a person is shown of a case. Projection of the case file; nothing in it is stored. */
export type Guide = {
  /** Open steps that are not idle, main track first. */
  readonly now: readonly StepGuide[];
  /** Steps already left, newest first. */
  readonly done: readonly { readonly step: string; readonly title: Text; readonly at: Instant }[];
  /** Steps that the events whose door is open now would lead to, form fields still to answer aside. */
  readonly next: readonly { readonly step: string; readonly title: Text; readonly by: readonly string[] }[];
  /** Signals people can set off by recording facts, from any step: "when danger is seen". */
  readonly signals: readonly {
    readonly event: string;
    readonly label: Text;
    readonly rule: string;
    readonly outcome: Outcome;
    readonly asks: readonly string[];
    readonly protective: boolean;
  }[];
  readonly reconsider: readonly (Reconsideration & { readonly label: Text })[];
  readonly withheld: readonly {
    readonly track: string;
    readonly title: Text;
    readonly why: Text;
    readonly call: readonly string[];
  }[];
  readonly contacts: readonly {
    readonly id: string;
    readonly label: Text;
    readonly number?: string;
    readonly hours?: Text;
    readonly confidence?: Confidence;
  }[];
  readonly complaint?: string;
  readonly review: 'unvalidated' | 'in-review' | 'validated';
  readonly status: 'open' | 'closed';
};
