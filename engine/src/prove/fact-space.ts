/**
 * The facts of a pack as its rules see them: each cut into regions that no rule can tell apart, `unknown` the first. Parameters are
 * constants. Comparisons of two facts, and of a fact with the clock, are variables of their own: independent of the others,
 * which is sound for a proof, and a story is played before it is shown.
 */
import type { Atom } from '../procedure/conditions.ts';
import type { Fact } from '../procedure/facts.ts';
import type { FactValue } from '../procedure/value.ts';
import type { ResolvedAtom } from '../rules/resolve-atom.ts';
import type { Facts } from '../rules/rule-book.ts';
import { type RuleProgram, runParts } from '../rules/rule-program.ts';
import type { Subject } from '../rules/subject.ts';
import { familyOf } from '../rules/value-shape.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { literal } from './formula.ts';
import { sampleValues } from './sample-values.ts';
import { atomsOf, type SortedAtom, sortAtom } from './sort-atoms.ts';
import { type AtomFormulas, bitsOf, MOST_REGIONS, type Region, type Variable } from './variable.ts';

export interface FactSpace {
  readonly variables: readonly Variable[];
  readonly ofFact: ReadonlyMap<string, Variable>;
  /** Variables that follow from a recorded fact. */
  readonly followFrom: ReadonlyMap<string, readonly Variable[]>;
  atom(atom: Atom): AtomFormulas;
}

/** Some instant: regions do not depend on it, comparisons with the clock are variables of their own. */
const ANY_TIME: Instant = '2026-03-02T08:00:00.000Z';

type Single = Extract<SortedAtom, { kind: 'single' | 'known' }>;

/** Cuts the facts of a pack into regions. */
export function cutFacts(program: RuleProgram): FactSpace {
  const { moment } = program.start({}, ANY_TIME);
  const sorted = new Map<string, SortedAtom>();
  const singles = new Map<string, Single[]>();
  for (const atom of atomsOf(program.book)) {
    const key = JSON.stringify(atom);
    if (sorted.has(key)) continue;
    const told = sortAtom(program.book, atom, moment);
    sorted.set(key, told);
    if (told.kind === 'single' || told.kind === 'known')
      singles.set(told.fact, [...(singles.get(told.fact) ?? []), told]);
  }
  const variables: Variable[] = [];
  const formulas = new Map<string, AtomFormulas>();
  const ofFact = new Map<string, Variable>();
  for (const [id, atoms] of singles) {
    const fact = program.book.facts[id];
    if (!fact) continue;
    const part = { id, fact, index: variables.length };
    const variable =
      factVariable(program, { ...part, atoms }) ??
      factVariable(program, { ...part, atoms: atoms.filter(({ kind }) => kind === 'known') });
    if (!variable) continue;
    variables.push(variable);
    ofFact.set(id, variable);
  }
  for (const [key, told] of sorted) {
    const apart = told.kind === 'single' && !tellsApart(ofFact.get(told.fact), told);
    if (told.kind !== 'relation' && !apart) continue;
    const facts = told.kind === 'relation' ? told.facts : [told.fact];
    const variable = relationVariable(program, { facts, resolved: told.resolved, index: variables.length });
    variables.push(variable);
    formulas.set(key, { yes: literal(variable.index, 2, 7), no: literal(variable.index, 4, 7) });
  }
  return {
    variables,
    ofFact,
    followFrom: followers(variables),
    atom: (atom) => {
      const key = JSON.stringify(atom);
      const found = formulas.get(key) ?? plainFormulas(sorted.get(key), ofFact);
      formulas.set(key, found);
      return found;
    },
  };
}

/** True when every region of the fact answers the atom one way; not so for a fact whose regions did not fit a mask. */
function tellsApart(
  variable: Variable | undefined,
  { test }: Extract<SortedAtom, { kind: 'single' }>,
): boolean {
  return (
    variable?.regions.every(({ samples: [first, ...others] }) =>
      others.every((value) => first !== undefined && test(value) === test(first)),
    ) ?? false
  );
}

/** Formulas of an atom over one fact. */
function plainFormulas(told: SortedAtom | undefined, ofFact: ReadonlyMap<string, Variable>): AtomFormulas {
  if (told === undefined || told.kind === 'relation') return { yes: false, no: false };
  if (told.kind === 'constant') return { yes: told.outcome === true, no: told.outcome === false };
  const variable = ofFact.get(told.fact);
  if (!variable) return { yes: false, no: false };
  const maskOf = (holds: (region: Region) => boolean) =>
    variable.regions.reduce((mask, region, index) => (holds(region) ? mask | (1 << index) : mask), 0);
  const { index, full } = variable;
  if (told.kind === 'known') {
    const mask = maskOf((region) => region.known === told.wanted);
    return { yes: literal(index, mask, full), no: literal(index, full & ~mask, full) };
  }
  const sampleOf = (region: Region) => region.samples[0];
  const tested = (region: Region, wanted: boolean) => {
    const sample = sampleOf(region);
    return sample !== undefined && told.test(sample) === wanted;
  };
  return {
    yes: literal(
      index,
      maskOf((region) => tested(region, true)),
      full,
    ),
    no: literal(
      index,
      maskOf((region) => tested(region, false)),
      full,
    ),
  };
}

type FactPart = {
  readonly id: string;
  readonly fact: Fact;
  readonly atoms: readonly Single[];
  readonly index: number;
};

/** A fact as a variable; none when its regions do not fit a mask, and then each atom is a variable of its own. */
function factVariable(program: RuleProgram, { id, fact, atoms, index }: FactPart): Variable | undefined {
  const tests = atoms.flatMap((atom) => (atom.kind === 'single' ? [atom] : []));
  const signature = (known: boolean, value: FactValue | undefined) =>
    `${known ? 'k' : 'u'}${value === undefined ? '' : tests.map(({ test }) => (test(value) ? '1' : '0')).join('')}`;
  const groups = new Map<string, { known: boolean; samples: FactValue[] }>();
  const add = (known: boolean, value: FactValue | undefined) => {
    const key = value === undefined ? 'unknown' : signature(known, value);
    const group = groups.get(key) ?? { known, samples: [] };
    if (value !== undefined) group.samples.push(value);
    groups.set(key, group);
  };
  const bases = basesOf(program, id);
  const presumed = fact.presume?.value as FactValue | undefined;
  const values = sampleValues(
    fact,
    tests.map(({ compared }) => compared),
  );
  add(false, presumed);
  for (const value of values) add(true, value);
  const restsOnPresumed = [...bases].some(
    (base) => base !== id && program.book.facts[base]?.presume !== undefined,
  );
  if (restsOnPresumed) {
    add(false, undefined);
    for (const value of values) add(false, value);
  }
  const regions: readonly Region[] = [...groups.values()];
  if (regions.length > MOST_REGIONS) return undefined;
  const places = new Map([...groups.keys()].map((key, place) => [key, place]));
  const full = fullMask(regions);
  const known = regions.reduce((mask, region, place) => (region.known ? mask | (1 << place) : mask), 0);
  const drift = driftOf(program, id);
  const numberOf = (region: Region | undefined) =>
    region?.samples.filter((value): value is number => typeof value === 'number') ?? [];
  return {
    index,
    id,
    fact: id,
    regions,
    full,
    known,
    bases,
    staysKnown: !fact.derive || isSpan(fact.derive) || ('count' in fact.derive && !fact.derive.count.where),
    drift,
    later: remembered((mask) => {
      if (drift !== 'up') return mask & known ? mask | known : mask;
      return bitsOf(mask).reduce((reached, bit) => {
        const least = Math.min(...numberOf(regions[bit]));
        return regions.reduce(
          (found, region, place) =>
            region.known === regions[bit]?.known && numberOf(region).some((value) => value >= least)
              ? found | (1 << place)
              : found,
          reached,
        );
      }, mask);
    }),
    regionAt: (facts, at) => {
      const run = runParts(program.needed(`fact:${id}`), program.start(facts, at));
      const reading = program.reading(id);
      const value = reading?.read(run);
      const known = reading?.known(run) ?? false;
      const place = places.get(value === undefined ? 'unknown' : signature(known, value));
      if (place !== undefined) return 1 << place;
      return value === undefined ? 1 : full;
    },
  };
}

type RelationPart = {
  readonly facts: readonly string[];
  readonly resolved: ResolvedAtom;
  readonly index: number;
};

function relationVariable(program: RuleProgram, { facts, resolved, index }: RelationPart): Variable {
  const { atom, kind, left, right } = resolved;
  const family = familyOf(left.type);
  const isClock = atom.operator === 'withinLast';
  const read = (subject: Subject, given: Facts, at: Instant) => {
    const run = runParts(program.needed(`fact:${subject.id}`), program.start(given, at));
    return program.reading(subject.id)?.read(run);
  };
  return {
    index,
    id: `${atom.fact} ${atom.operator} ${'literal' in right ? String(right.literal) : right.subject.id}`,
    regions: [
      { known: false, samples: [] },
      { known: true, samples: [true] },
      { known: true, samples: [false] },
    ],
    full: 7,
    known: 6,
    bases: new Set(facts.flatMap((id) => [...basesOf(program, id)])),
    ...(facts.length === 0 && { missing: parametersIn(resolved) }),
    staysKnown: facts.every((id) => program.book.facts[id]?.derive === undefined),
    drift: isClock || facts.some((id) => driftOf(program, id) !== 'none') ? 'any' : 'none',
    later: (mask) => (mask & 6 ? mask | 6 : mask),
    regionAt: (given, at) => {
      const one = read(left, given, at);
      const other = 'literal' in right ? right.literal : read(right.subject, given, at);
      if (one === undefined || other === undefined) return 1;
      return kind.test(one, other, program.start(given, at).moment, family) ? 2 : 4;
    },
  };
}

function parametersIn({ left, right }: ResolvedAtom): readonly string[] {
  const subjects = 'literal' in right ? [left] : [left, right.subject];
  return subjects.flatMap(({ kind, id, definition }) =>
    kind === 'parameter' && definition.value === undefined ? [id] : [],
  );
}

/** The same, each mask worked out once. */
function remembered(later: (mask: number) => number): (mask: number) => number {
  const kept = new Map<number, number>();
  return (mask) => {
    const found = kept.get(mask) ?? later(mask);
    kept.set(mask, found);
    return found;
  };
}

function fullMask(regions: readonly Region[]): number {
  return 2 ** regions.length - 1;
}

function basesOf(program: RuleProgram, id: string): ReadonlySet<string> {
  const read = program.parts.has(`fact:${id}`) ? program.names(`fact:${id}`).facts : [];
  return new Set([id, ...[...read].filter((name) => Object.hasOwn(program.book.facts, name))]);
}

function isSpan(derive: NonNullable<Fact['derive']>): boolean {
  return 'years' in derive || 'days' in derive || 'hours' in derive;
}

/** A span up to now grows by itself; what rests on such a span, or asks `withinLast` of rows, may change anyhow. */
function driftOf(program: RuleProgram, id: string): Variable['drift'] {
  const derive = program.book.facts[id]?.derive;
  if (!derive) return 'none';
  if (countsToNow(derive)) return 'up';
  const others = program.needed(`fact:${id}`).flatMap((part) => {
    const inner = part.kind === 'fact' ? program.book.facts[part.id]?.derive : undefined;
    return inner ? [inner] : [];
  });
  return others.some(countsToNow) || JSON.stringify(others).includes('"withinLast"') ? 'any' : 'none';
}

function countsToNow(derive: NonNullable<Fact['derive']>): boolean {
  const span =
    'years' in derive
      ? derive.years
      : 'days' in derive
        ? derive.days
        : 'hours' in derive
          ? derive.hours
          : undefined;
  return span !== undefined && span.asOf === undefined;
}

function followers(variables: readonly Variable[]): ReadonlyMap<string, readonly Variable[]> {
  const found = new Map<string, Variable[]>();
  for (const variable of variables) {
    for (const base of variable.bases) found.set(base, [...(found.get(base) ?? []), variable]);
  }
  return found;
}
