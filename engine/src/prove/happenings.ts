/**
 * A journal as a safeguard reads it, one entry at a time. What was withdrawn is left out, and what a later version renamed has
 * its newest name, so that a sentence of that version reads the whole life of a case.
 */
import { apply } from '../journal/apply.ts';
import type { CaseFile } from '../journal/case-file.ts';
import type { IdMap } from '../journal/command.ts';
import { recordedValues } from '../journal/decide.ts';
import type { Entry } from '../journal/entry.ts';
import { activeStates } from '../pathway/step-machine.ts';
import type { Facts } from '../rules/rule-book.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { decide, type Formula } from './formula.ts';
import type { Happening } from './monitor.ts';
import type { Variable } from './variable.ts';

/** Entries in which an event happened; a refused one tells an event that did not. */
const HAPPENED: ReadonlySet<Entry['kind']> = new Set([
  'reported',
  'overridden',
  'done_outside',
  'signalled',
  'rectified',
]);

export type Told = { readonly happening: Happening; readonly happened: Instant };

export type Telling = {
  readonly variables: readonly Variable[];
  /** The case before the entries; absent when they begin with its opening. */
  readonly before?: CaseFile | undefined;
  /** What the version that reads them renamed. */
  readonly map?: IdMap | undefined;
};

/** Tells what happened in a journal, in order. */
export function happenings(entries: readonly Entry[], { variables, before, map }: Telling): readonly Told[] {
  const withdrawn = new Set(entries.flatMap((entry) => entry.withdrawn?.entries ?? []));
  const told: Told[] = [];
  const names = namesAfter(entries, withdrawn, map);
  let caseFile = before;
  for (const [index, entry] of entries.entries()) {
    const earlier = caseFile;
    caseFile = apply(caseFile, entry);
    if (withdrawn.has(entry.seq) || (entry.kind === 'migrated' && entry.withdrawn)) continue;
    const happening = happeningOf(entry, { earlier, caseFile, variables, maps: names[index] ?? [] });
    told.push({ happening, happened: entry.happened });
  }
  return told;
}

/** For each entry, the renamings that came with it or after it, oldest first. */
function namesAfter(
  entries: readonly Entry[],
  withdrawn: ReadonlySet<number>,
  last: IdMap | undefined,
): readonly (readonly IdMap[])[] {
  const names: (readonly IdMap[])[] = [];
  let maps: readonly IdMap[] = last ? [last] : [];
  for (const [index, { kind, command, seq, withdrawn: undone }] of [...entries.entries()].reverse()) {
    names[index] = maps;
    const isMoved = kind === 'migrated' && !undone && !withdrawn.has(seq);
    if (isMoved && command?.kind === 'migrate' && command.map) maps = [command.map, ...maps];
  }
  return names;
}

type Around = {
  readonly earlier: CaseFile | undefined;
  readonly caseFile: CaseFile;
  readonly variables: readonly Variable[];
  readonly maps: readonly IdMap[];
};

function happeningOf(entry: Entry, { earlier, caseFile, variables, maps }: Around): Happening {
  const states = (ids: Iterable<string>) => [...ids].map((id) => named(maps, 'steps', id));
  const isMissed = entry.kind === 'deadline_missed' || entry.kind === 'deadline_passed';
  const missed = isMissed ? entry.deadline?.split('#')[0] : undefined;
  const holds = truthOf(variables, factsOf(caseFile, maps), entry.happened);
  const held = earlier && truthOf(variables, factsOf(earlier, maps), entry.happened);
  const wasHeld = (formula: Formula) => held?.(formula) ?? false;
  return {
    ...(entry.event !== undefined &&
      HAPPENED.has(entry.kind) && { event: named(maps, 'events', entry.event) }),
    ...(missed !== undefined && { deadline: named(maps, 'deadlines', missed) }),
    left: states(entry.left ?? []),
    entered: states(entry.entered ?? []),
    before: new Set(earlier ? states(activeStates(earlier.position)) : []),
    after: new Set(states(activeStates(caseFile.position))),
    holds,
    held: wasHeld,
    turned: (formula) => holds(formula) && !wasHeld(formula),
  };
}

function factsOf(caseFile: CaseFile, maps: readonly IdMap[]): Facts {
  const values = recordedValues(caseFile);
  if (maps.length === 0) return values;
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [named(maps, 'facts', id), value]));
}

/** Whether formulas hold on some facts; what lies in no region that the rules tell apart holds nothing for sure. */
function truthOf(variables: readonly Variable[], facts: Facts, at: Instant): (formula: Formula) => boolean {
  let masks: readonly number[] | undefined;
  return (formula) => {
    masks ??= variables.map((variable) => variable.regionAt(facts, at));
    return decide(formula, masks) === true;
  };
}

function named(maps: readonly IdMap[], kind: keyof IdMap, id: string): string {
  return maps.reduce((name, map) => {
    const names = map[kind];
    return names && Object.hasOwn(names, name) ? (names[name] ?? name) : name;
  }, id);
}
