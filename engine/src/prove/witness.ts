/** Plays a story on the engine and watches the same sentence on the journal that the play wrote. */

import { toEpochMs } from '../calendar/instant.ts';
import type { Position } from '../journal/case-file.ts';
import type { Entry } from '../journal/entry.ts';
import { activeStates } from '../pathway/step-machine.ts';
import type { Scenario } from '../procedure/scenario.ts';
import type { FactValue } from '../procedure/value.ts';
import { play } from '../simulate/play.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { decide, type Formula } from './formula.ts';
import type { Ground } from './ground.ts';
import { BROKEN, type Happening } from './monitor.ts';
import type { WalkedProperty } from './property.ts';
import { OWED } from './safety-monitors.ts';
import { findWayOn } from './way-on.ts';

const MINUTE_MS = 60_000;

/** Entries in which an event happened; a refused one tells an event that did not. */
const HAPPENED: ReadonlySet<Entry['kind']> = new Set(['reported', 'overridden', 'done_outside', 'signalled']);

/** The story with the route it takes, when playing it breaks the sentence. */
export function witness(
  ground: Ground,
  property: WalkedProperty,
  scenario: Scenario,
  deadEnd = false,
): { readonly scenario: Scenario } | { readonly why: string } {
  const playback = play(ground.pathway, scenario);
  const last = playback.frames.at(-1);
  if (playback.mismatches.length > 0) return { why: `it goes otherwise at ${playback.mismatches[0]?.path}` };
  const isBroken = property.inspect ? true : breaks(ground, property, playback.entries, last?.at ?? '');
  if (!isBroken || !last) return { why: 'the engine keeps the sentence' };
  const way = deadEnd ? findWayOn(ground.pathway, last.caseFile, last.at) : undefined;
  if (way !== undefined) return { why: `${way} is possible in the end` };
  return { scenario: { ...scenario, expect: { ...scenario.expect, route: [...playback.route] } } };
}

function breaks(
  ground: Ground,
  { monitor, owed }: WalkedProperty,
  entries: readonly Entry[],
  end: Instant,
): boolean {
  let state = monitor.initial;
  let facts: Readonly<Record<string, FactValue>> = {};
  let since: Instant = entries[0]?.happened ?? end;
  let position: Position = { value: {}, history: {} };
  for (const [index, entry] of entries.entries()) {
    const before = { facts, active: activeStates(position) };
    facts = { ...facts, ...entry.changes.facts };
    for (const gone of entry.changes.forgotten ?? [])
      facts = Object.fromEntries(Object.entries(facts).filter(([id]) => id !== gone));
    position = entry.changes.position ?? position;
    const earlier = state;
    state = monitor.step(
      state,
      happeningOf(ground, entry, { before, facts, position, isFirst: index === 0 }),
      () => {},
    );
    if (state === BROKEN) return true;
    if (state === OWED && earlier !== OWED) since = entry.happened;
  }
  if (!owed || state !== OWED) return false;
  return toEpochMs(end) - toEpochMs(since) > (owed.minutes ?? 0) * MINUTE_MS;
}

type Around = {
  readonly before: {
    readonly facts: Readonly<Record<string, FactValue>>;
    readonly active: ReadonlySet<string>;
  };
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly position: Position;
  readonly isFirst: boolean;
};

function happeningOf(
  { space }: Ground,
  entry: Entry,
  { before, facts, position, isFirst }: Around,
): Happening {
  const active = activeStates(position);
  const isTrue = (formula: Formula, values: Readonly<Record<string, FactValue>>) =>
    decide(
      formula,
      space.variables.map((variable) => variable.regionAt(values, entry.happened)),
    ) === true;
  const missed =
    entry.kind === 'deadline_missed' || entry.kind === 'deadline_passed'
      ? entry.deadline?.split('#')[0]
      : undefined;
  return {
    ...(entry.event !== undefined && HAPPENED.has(entry.kind) && { event: entry.event }),
    ...(missed !== undefined && { deadline: missed }),
    left: entry.left ?? [],
    entered: entry.entered ?? [],
    before: before.active,
    after: active,
    holds: (formula) => isTrue(formula, facts),
    held: (formula) => !isFirst && isTrue(formula, before.facts),
  };
}
