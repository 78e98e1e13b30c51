/** One entry from what a command decided: everything it changes stands in it, so that replay decides nothing again. */
import { tracksNotAtRest } from '../pathway/read-candidates.ts';
import type { MachineStep, StepAct } from '../pathway/step-machine.ts';
import { activeStates } from '../pathway/step-machine.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { apply } from './apply.ts';
import type { CaseFile, DeadlineRow } from './case-file.ts';
import { changeLedger } from './change-ledger.ts';
import type { Command } from './command.ts';
import { type Decided, describeDecisions } from './decide.ts';
import { effectsDue } from './effects-due.ts';
import type { Changes, EffectDue, Entry, EntryKind, RefusalNote } from './entry.ts';
import { append, type Work } from './work.ts';

export type Plan = {
  readonly kind: EntryKind;
  readonly happened: Instant;
  readonly by: string;
  readonly role?: string | undefined;
  readonly command?: Command | undefined;
  readonly cause?: number | undefined;
  readonly event?: string | undefined;
  /** Row of the ledger that fires. */
  readonly row?: string;
  /** Its deadline, when the due instant itself passes. */
  readonly passed?: string;
  readonly refusal?: RefusalNote;
  /** Rules decided on the facts as they are after this entry. */
  readonly decided: Decided;
  /** Rules as the act was judged by, when some of what was told is older than what is recorded. */
  readonly judged?: Decided;
  /** Rules that were read to decide. */
  readonly read?: readonly string[];
  readonly overridden?: readonly string[];
  /** The entry is a decision about the child: it stands on the rules read. */
  readonly stands?: boolean;
  readonly step?: MachineStep | undefined;
  readonly facts?: Readonly<Record<string, FactValue>> | undefined;
  readonly forgotten?: readonly string[];
  /** Rows that its own kind changes (told, passed, rescheduled). */
  readonly rows?: Readonly<Record<string, DeadlineRow>>;
  readonly effects?: readonly Omit<EffectDue, 'key'>[];
  readonly changes?: Pick<Changes, 'reconsider' | 'assignments' | 'people' | 'links' | 'pack'>;
};

/** An entry as written, the signals whose rule it turned to yes, and the states it entered. */
export type Written = {
  readonly entry: Entry;
  readonly turned: readonly string[];
  readonly entered: readonly string[];
};

const REPORTED: ReadonlySet<EntryKind> = new Set(['reported', 'overridden', 'done_outside']);

/** Writes the next entry of the case. */
export function writeEntry(work: Work, plan: Plan): Written {
  const before = work.caseFile;
  const seq = before.seq + 1;
  const { step, decided } = plan;
  const acts = step?.acts ?? [];
  const moved = changesOf(work, plan, movement(work, plan));
  const after = apply(before, provisional(work, plan, seq, moved));
  const deadlines = changeLedger(
    {
      pathway: work.pathway,
      caseFile: after,
      decided,
      acts,
      active: step?.active ?? activeStates(before.position),
      wasActive: before.seq === 0 ? new Set() : activeStates(before.position),
      happened: plan.happened,
      at: work.at,
      seq,
    },
    plan.rows,
  );
  const signals = signalChanges(work, plan);
  const decisions = describeDecisions(work.pathway, plan.judged ?? decided, plan.read ?? [], plan.overridden);
  const reported = REPORTED.has(plan.kind) ? plan.event : undefined;
  const effects = [
    ...(plan.effects ?? []),
    ...effectsDue(work.pathway, {
      acts,
      event: plan.kind === 'refused' ? undefined : plan.event,
      deadline:
        plan.passed !== undefined && plan.row !== undefined ? { id: plan.passed, row: plan.row } : undefined,
      outcomes: decided.outcomes,
      facts: decided.facts,
    }),
  ];
  const entry = append(work, {
    ...head(plan),
    decisions,
    ...(acts.length > 0 && { left: statesOf(work, acts, 'leave'), entered: statesOf(work, acts, 'enter') }),
    effects: effects.map((effect, index) => ({ ...effect, key: `${seq}.${index + 1}` })),
    changes: {
      ...moved,
      ...(Object.keys(deadlines).length > 0 && { deadlines }),
      ...(Object.keys(signals).length > 0 && { signals }),
      ...(plan.stands &&
        reported !== undefined && {
          stood: {
            event: reported,
            rules: Object.fromEntries(decisions.map(({ rule, outcome }) => [rule, outcome])),
          },
        }),
    },
  });
  return { entry, turned: turnedToYes(before, signals), entered: statesOf(work, acts, 'enter') };
}

function head(plan: Plan) {
  const { kind, happened, by, role, command, cause, event, row, refusal } = plan;
  return {
    kind,
    happened,
    by,
    ...(role !== undefined && { role }),
    ...(command && { command }),
    ...(cause !== undefined && { cause }),
    ...(event !== undefined && { event }),
    ...(row !== undefined && { deadline: row }),
    ...(refusal && { refusal }),
  };
}

/** The entry before its deadlines are known: they count from what it changes. */
function provisional(work: Work, plan: Plan, seq: number, changes: Changes): Entry {
  return {
    ...head(plan),
    case: work.caseFile.id,
    seq,
    recorded: work.at,
    decisions: [],
    effects: [],
    changes,
    previous: work.caseFile.head,
    hash: '',
  };
}

function changesOf({ caseFile }: Work, plan: Plan, moved: Changes): Changes {
  const answered = REPORTED.has(plan.kind) && caseFile.reconsider.some(({ event }) => event === plan.event);
  return {
    ...moved,
    ...(plan.facts && Object.keys(plan.facts).length > 0 && { facts: plan.facts }),
    ...(plan.forgotten && plan.forgotten.length > 0 && { forgotten: plan.forgotten }),
    ...(answered && { reconsider: caseFile.reconsider.filter(({ event }) => event !== plan.event) }),
    ...plan.changes,
  };
}

/** Position, open steps, steps done and status, as far as a step of the machine changes them. */
function movement(work: Work, { kind, step, happened }: Plan): Changes {
  const { caseFile, pathway } = work;
  if (!step || (step.acts.length === 0 && caseFile.seq > 0)) return {};
  const left = statesOf(work, step.acts, 'leave');
  const entered = new Set(statesOf(work, step.acts, 'enter'));
  const open = [...step.active].filter((id) => !pathway.tracks.includes(id));
  const since = (id: string) => (entered.has(id) ? happened : (caseFile.open[id] ?? happened));
  const counts = kind === 'signalled' || REPORTED.has(kind);
  return {
    position: step.position,
    open: Object.fromEntries(open.map((id) => [id, since(id)])),
    ...(counts && left.length > 0 && { done: Object.fromEntries(left.map((id) => [id, happened])) }),
    status: isClosed(work, step.active) ? 'closed' : 'open',
  };
}

/** Closed while `main` stands in an end step and every other track in an idle or end step. */
function isClosed({ pathway }: Work, active: ReadonlySet<string>): boolean {
  const ofMain = [...active]
    .flatMap((id) => pathway.states.get(id) ?? [])
    .filter(({ track, leaf }) => track === 'main' && leaf);
  return ofMain.every(({ kind }) => kind === 'end') && tracksNotAtRest(pathway, active).length === 0;
}

function statesOf({ pathway }: Work, acts: readonly StepAct[], kind: 'enter' | 'leave'): string[] {
  return acts
    .filter((act) => act.kind === kind && !pathway.tracks.includes(act.state))
    .map(({ state }) => state);
}

/** What `fresh` clears sets no signal off: one that it turns to yes is left for the next command to see. */
function signalChanges({ caseFile, pathway }: Work, { kind, decided }: Plan): CaseFile['signals'] {
  return Object.fromEntries(
    pathway.signals.flatMap(({ event, rule }) => {
      const outcome = decided.outcomes[rule] ?? 'unknown';
      const unseen = caseFile.signals[event] === outcome || (kind === 'refreshed' && outcome === 'yes');
      return unseen ? [] : [[event, outcome]];
    }),
  );
}

function turnedToYes(before: CaseFile, signals: CaseFile['signals']): readonly string[] {
  return Object.keys(signals)
    .filter((event) => signals[event] === 'yes' && before.signals[event] !== 'yes')
    .sort();
}
