import { toInstant } from '../calendar/instant.ts';
import type { CaseFile, DeadlineRow } from '../journal/case-file.ts';
import type { Entry, InvalidValue, Refusal } from '../journal/entry.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Act, Scenario } from '../procedure/scenario.ts';
import type { FactValue } from '../procedure/value.ts';
import { factValue } from '../rules/decide-rules.ts';
import { own } from '../rules/subject.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Json } from '../vocabulary/json.ts';
import type { Mismatch, PlayedDeadline } from './playback.ts';

type Expectation = NonNullable<Act['expect']>;

/** What became of an act, or of the whole story. */
export type Outturn = {
  readonly pathway: Pathway;
  readonly caseFile: CaseFile;
  readonly at: Instant;
  readonly entries: readonly Entry[];
  readonly refusal?: Refusal | undefined;
  readonly invalid?: readonly InvalidValue[] | undefined;
};

/** Each part of an expectation with how it is compared: the compiler names one that is missing. */
const PARTS: {
  readonly [part in keyof Required<Expectation>]: (
    expected: NonNullable<Expectation[part]>,
    outturn: Outturn,
    path: string,
  ) => readonly Mismatch[];
} = {
  refused: (expected, outturn, path) => {
    const got = outturn.refusal?.code ?? (outturn.invalid ? 'invalid' : false);
    return got === expected || (expected === true && got) ? [] : [{ path, expected, got }];
  },
  steps: (expected, { pathway, caseFile }, path) =>
    unlessEqual(path, [...expected].sort(), [...openSteps(pathway, caseFile)].sort()),
  missing: (expected, { refusal }, path) =>
    expected.every((fact) => refusal?.missing.includes(fact))
      ? []
      : [{ path, expected, got: refusal?.missing ?? [] }],
  signals: (expected, { entries }, path) =>
    unlessEqual(path, [...expected].sort(), [...signalsIn(entries)].sort()),
  deadlines: (expected, { caseFile }, path) => {
    const rows = new Map(newestDeadlines(caseFile).map((row) => [row.id, row]));
    return Object.entries(expected).flatMap(([id, { due, state }]) => [
      ...(due === undefined
        ? []
        : unlessEqual(`${path}/${id}/due`, toInstant(due), rows.get(id)?.due ?? null)),
      ...(state === undefined ? [] : unlessEqual(`${path}/${id}/state`, state, rows.get(id)?.state ?? null)),
    ]);
  },
  facts: (expected, outturn, path) =>
    Object.entries(expected).flatMap(([id, value]) =>
      unlessEqual(`${path}/${id}`, value as Json, readFact(outturn, id)),
    ),
  unknown: (expected, outturn, path) =>
    expected.flatMap((id) =>
      unlessEqual(`${path}/${id}`, null, isFound(outturn, id) ? readFact(outturn, id) : null),
    ),
  reconsider: (expected, { caseFile }, path) => unlessEqual(path, expected, caseFile.reconsider.length > 0),
  status: (expected, { caseFile }, path) => unlessEqual(path, expected, caseFile.status),
};

/** Compares one act; an act that is refused although its author expects no refusal is a mismatch too. */
export function compareAct(
  expected: Expectation | undefined,
  outturn: Outturn,
  path: string,
): readonly Mismatch[] {
  return compare({ refused: expected?.missing !== undefined, ...expected }, outturn, path);
}

/** Compares the end of the story. */
export function compareEnd(
  { route, outcome, ...expected }: Scenario['expect'],
  outturn: Outturn,
  played: { readonly route: readonly string[]; readonly outcome: string | undefined },
): readonly Mismatch[] {
  return [
    ...(route ? compareRoute(route, played.route) : []),
    ...(outcome === undefined ? [] : unlessEqual('expect/outcome', outcome, played.outcome ?? null)),
    ...compare(expected, outturn, 'expect'),
  ];
}

/** Steps the case stands in, those that are idle or a choice left out. */
export function openSteps({ states }: Pathway, { open }: CaseFile): readonly string[] {
  return Object.keys(open).filter((id) => isShown(states.get(id)?.kind));
}

/** True of the steps that a route names: neither idle nor a choice, and no stage. */
export function isShown(kind: string | undefined): boolean {
  return kind === 'work' || kind === 'wait' || kind === 'end';
}

/** The newest row of each deadline, in the order of their ids. */
export function newestDeadlines({ deadlines }: CaseFile): readonly PlayedDeadline[] {
  const newest = new Map<string, DeadlineRow>();
  for (const row of Object.values(deadlines)) {
    const known = newest.get(row.deadline);
    if (!known || armingOf(row) > armingOf(known)) newest.set(row.deadline, row);
  }
  return [...newest.values()]
    .sort((a, b) => (a.deadline < b.deadline ? -1 : 1))
    .map(({ deadline, due, state }) => ({ id: deadline, ...(due !== undefined && { due }), state }));
}

function armingOf({ id }: DeadlineRow): number {
  return Number(id.slice(id.lastIndexOf('#') + 1));
}

function compare(expected: Expectation, outturn: Outturn, path: string): readonly Mismatch[] {
  return (Object.keys(PARTS) as (keyof Expectation)[]).flatMap((part) =>
    comparePart(part, expected, outturn, `${path}/${part}`),
  );
}

function comparePart<P extends keyof Expectation>(
  part: P,
  expected: Expectation,
  outturn: Outturn,
  path: string,
): readonly Mismatch[] {
  const value = expected[part];
  return value === undefined ? [] : PARTS[part](value as NonNullable<Expectation[P]>, outturn, path);
}

/** Only the first difference is told: what follows a wrong turn is wrong too. */
function compareRoute(expected: readonly string[], got: readonly string[]): readonly Mismatch[] {
  const length = Math.max(expected.length, got.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => expected[index] !== got[index]);
  if (at === undefined) return [];
  return [{ path: `expect/route/${at}`, expected: expected[at] ?? null, got: got[at] ?? null }];
}

function signalsIn(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ kind, event }) => (kind === 'signalled' && event !== undefined ? [event] : []));
}

/** A fact as rules read it: recorded, derived or presumed; null while unknown. */
function readFact({ pathway, caseFile, at }: Outturn, id: string): Json {
  const known = Object.hasOwn(pathway.pack.facts, id) || Object.hasOwn(pathway.pack.parameters, id);
  if (!known) return null;
  const recorded = Object.fromEntries(
    Object.entries(caseFile.facts).map(([fact, { value }]): [string, FactValue] => [fact, value]),
  );
  return (factValue(pathway.program, id, recorded, at) as Json | undefined) ?? null;
}

/** What is only presumed is still unknown. */
function isFound({ pathway, caseFile }: Outturn, id: string): boolean {
  return Object.hasOwn(caseFile.facts, id) || own(pathway.pack.facts, id)?.derive !== undefined;
}

function unlessEqual(path: string, expected: Json, got: Json): readonly Mismatch[] {
  return isEqual(expected, got) ? [] : [{ path, expected, got }];
}

function isEqual(a: Json, b: Json): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), b as { readonly [key: string]: Json }];
  return (
    left.length === Object.keys(right).length &&
    left.every(([key, value]) => Object.hasOwn(right, key) && isEqual(value, right[key] ?? null))
  );
}
