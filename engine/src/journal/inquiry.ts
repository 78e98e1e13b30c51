import type { Pathway } from '../pathway/pathway.ts';
import { type Reading, readEvent } from '../pathway/read-candidates.ts';
import { activeStates } from '../pathway/step-machine.ts';
import type { EventDefinition } from '../procedure/events.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { CaseFile, Outcome } from './case-file.ts';
import type { Command, Report } from './command.ts';
import type { Decided } from './decide.ts';
import type { Refusal } from './entry.ts';

export type Reported = Report | Extract<Command, { kind: 'override' }>;

/** A report with all that its checks read. */
export type Inquiry = {
  readonly pathway: Pathway;
  readonly caseFile: CaseFile;
  readonly command: Reported;
  readonly definition: EventDefinition;
  readonly happened: Instant;
  readonly at: Instant;
  readonly active: ReadonlySet<string>;
  readonly decided: Decided;
  /** Outcomes with the overridden rules taken as yes. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly reading: Reading;
  /** An authorised person says that a protective act was done, whatever the door. */
  readonly done: boolean;
};

/** One question to a report: a refusal that says what would unlock it, or nothing. */
export type Check = (inquiry: Inquiry) => Refusal | undefined;

/** Puts together what the checks of a report read. */
export function inquire(given: Omit<Inquiry, 'active' | 'outcomes' | 'reading' | 'done'>): Inquiry {
  const { pathway, caseFile, command, decided, definition } = given;
  const active = activeStates(caseFile.position);
  const taken = command.kind === 'override' ? command.rules.map((rule) => [rule, 'yes' as const]) : [];
  const outcomes = { ...decided.outcomes, ...Object.fromEntries(taken) };
  return {
    ...given,
    active,
    outcomes,
    reading: readEvent(pathway, { outcomes, active }, command.event),
    done: command.kind === 'report' && command.done === true && definition.protective === true,
  };
}

/** The first refusal of some checks, with the event it refuses. */
export function firstRefusal(inquiry: Inquiry, checks: readonly Check[]): Refusal | undefined {
  for (const check of checks) {
    const found = check(inquiry);
    if (found) return { ...found, event: inquiry.command.event };
  }
  return undefined;
}
