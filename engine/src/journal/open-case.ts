import { toInstant } from '../calendar/instant.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { startMachine } from '../pathway/step-machine.ts';
import type { FactValue } from '../procedure/value.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { unbornCase } from './apply.ts';
import type { Actor, CaseFile } from './case-file.ts';
import { checkFacts } from './check-facts.ts';
import { decide } from './decide.ts';
import type { Advance } from './entry.ts';
import { passAtOnce } from './fire-deadline.ts';
import { followUp } from './follow-up.ts';
import { beginWork, workDone } from './work.ts';
import { writeEntry } from './write-entry.ts';

export type Opening = {
  readonly id: string;
  readonly by: Actor;
  /** When the report was received; `at` when absent, and never after it. */
  readonly happened?: Instant;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly assignments?: CaseFile['assignments'];
  readonly people?: CaseFile['people'];
  readonly links?: CaseFile['links'];
};

/**
 * Opens a case on a pathway: its facts with their `initial` values, its first steps, its first deadlines and signals.
 * Throws `pack.unsound` when the machine cannot start, `command.invalid` for an opening after `at`.
 */
export function openCase(pathway: Pathway, input: Opening, at: Instant): Advance {
  const recorded = toInstant(at);
  const happened = toInstant(input.happened ?? at);
  if (happened > recorded)
    throw new EngineError(
      'command.invalid',
      'A case cannot open after it is recorded: give an earlier instant.',
    );
  const given = checkFacts(pathway, input.facts);
  if (given.invalid.length > 0) return { ok: false, invalid: given.invalid };
  const initial = Object.entries(pathway.pack.facts).flatMap(([id, fact]) =>
    fact.initial === undefined ? [] : [[id, fact.initial]],
  );
  const facts = { ...Object.fromEntries(initial), ...given.values };
  const decided = decide(pathway, facts, happened);
  const started = startMachine(pathway, decided.outcomes);
  if (!started.ok) throw new EngineError('pack.unsound', `The procedure cannot start: ${started.why}`);
  const { step } = started;
  const pack = { id: pathway.pack.pack.id, version: pathway.pack.pack.version, hash: pathway.hash };
  const work = beginWork(
    pathway,
    unbornCase({ id: input.id, pack, position: step.position, opened: happened }),
    recorded,
  );
  const written = writeEntry(work, {
    kind: 'opened',
    happened,
    by: input.by.person,
    role: input.by.role,
    decided,
    read: step.read,
    step,
    facts,
    changes: {
      pack,
      ...(input.assignments && { assignments: input.assignments }),
      ...(input.people && { people: input.people }),
      ...(input.links && { links: input.links }),
    },
  });
  followUp(work, written, decided);
  passAtOnce(work, written.entry.seq);
  return { ok: true, ...workDone(work) };
}
