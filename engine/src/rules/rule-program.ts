import { isTimeZone } from '../calendar/zone-clock.ts';
import type { Outcome } from '../journal/case-file.ts';
import type { Rule } from '../procedure/rules.ts';
import type { FactValue } from '../procedure/value.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import { allOf, anyOf, type ConditionScope, compileConditions } from './compile-conditions.ts';
import { orderByDependence } from './dependence.ts';
import { compileDerivation, type Derivation } from './derivation.ts';
import { type Slot, type SlotFact, slotTable, UNREAD } from './fact-slots.ts';
import { momentOf } from './moment.ts';
import { type Names, namesIn, namesInDerivation } from './names-in.ts';
import type { Moment } from './operators.ts';
import { layPlanes, type Planes } from './planes.ts';
import { readingOf } from './reading.ts';
import { type Facts, otherParts, ownParts, type RuleBook } from './rule-book.ts';
import type { ConditionNode, Reading, Run } from './run.ts';
import {
  decideNodes,
  type PlaneWords,
  planeWords,
  readByName,
  readPrepared,
  runSteps,
} from './run-planes.ts';
import { own, type Subject, subjectOf } from './subject.ts';
import { UNKNOWN } from './tri.ts';
import { shapeOf } from './value-shape.ts';

/** A rule or a derived fact, compiled. `index` numbers rules and derived facts apart. */
export type ProgramPart =
  | {
      readonly kind: 'rule';
      readonly id: string;
      readonly index: number;
      readonly node: ConditionNode;
      readonly cyclic: boolean;
    }
  | {
      readonly kind: 'fact';
      readonly id: string;
      readonly index: number;
      readonly derivation: Derivation;
      readonly cyclic: boolean;
    };

/** The rules of a pack, compiled once; `compileRules` makes it, a `Pathway` keeps it. */
export interface RuleProgram {
  readonly book: RuleBook;
  /** Ids of the rules, in the order of the pack. */
  readonly rules: readonly string[];
  /** Every rule as unknown: the table that deciding fills. */
  readonly undecided: Readonly<Record<string, Outcome>>;
  /** Key of a part (`rule:` or `fact:` and its id) to the part. */
  readonly parts: ReadonlyMap<string, ProgramPart>;
  /** Rules and derived facts that read each other: each is unknown, unless recorded. */
  readonly cycles: readonly (readonly string[])[];
  /** Facts that rules and derivations read, by place. */
  readonly slotFacts: readonly SlotFact[];
  reading(id: string): Reading | undefined;
  /** The parts that some keys rest on, those keys included, what is read first coming first. */
  needed(key: string): readonly ProgramPart[];
  neededByRules(): readonly ProgramPart[];
  /** Decides every rule into `outcomes`, the fast way; from facts by name, or from values read before by slot. */
  decideAll(
    facts: Facts,
    at: string,
    outcomes: Int8Array,
    prepared?: readonly (FactValue | undefined)[],
  ): void;
  /** Names read by the parts a key rests on. */
  names(key: string): Names;
  start(facts: Facts, at: string): Run;
}

/** Builds the program; throws `pack.unsound` for a time zone nobody knows, because no date could be told. */
export function buildRuleProgram(book: RuleBook): RuleProgram {
  const zone = book.pack.timeZone;
  if (!isTimeZone(zone)) {
    throw new EngineError('pack.unsound', `"${zone}" is not a time zone: name one such as Africa/Tunis.`, {
      zone,
    });
  }
  const reads = namesByPart(book);
  const edges = new Map([...reads].map(([key, names]) => [key, partsRead(names)] as const));
  const { order, cycles } = orderByDependence(edges);
  const cyclic = new Set(cycles.flat());
  const parts = new Map<string, ProgramPart>();
  const place = new Map(order.map((key, index) => [key, index]));
  const readings = new Map<string, Reading>();
  const rules = Object.keys(book.rules);
  const indexes = new Map(rules.map((id, index) => [id, index]));
  const derived = derivedFacts(book);
  const factIndexes = new Map(derived.map((id, index) => [id, index]));

  const neededBy = (keys: readonly string[]): readonly ProgramPart[] => {
    const found = new Set<string>();
    const open = keys.filter((key) => edges.has(key));
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (found.has(key)) continue;
      found.add(key);
      for (const read of edges.get(key) ?? []) if (edges.has(read)) open.push(read);
    }
    const sorted = [...found].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    return sorted.map((key) => parts.get(key)).filter((part) => part !== undefined);
  };
  const needed = remembering((key: string) => neededBy([key]));
  const allFacts = remembering(() => neededBy(derived.map((id) => `fact:${id}`)));
  const allRules = remembering(() => neededBy(rules.map((id) => `rule:${id}`)));

  const bare = (run: Run): Run => {
    if (!run.presuming) return run;
    run.bare ??= runParts(allFacts(''), newRun(run, false));
    return run.bare;
  };
  const table = slotTable();
  const slots = { factIndex: (id: string) => factIndexes.get(id), bare, slotOf: table.slotOf };
  const scope: ConditionScope = {
    book,
    ruleIndex: (id) => indexes.get(id),
    reading: (subject, of) => readingOf(subject, slots, of),
  };

  for (const [id, rule] of Object.entries(book.rules)) {
    const key = `rule:${id}`;
    const node = ruleNode(rule, scope);
    parts.set(key, { kind: 'rule', id, index: indexes.get(id) ?? 0, node, cyclic: cyclic.has(key) });
  }
  for (const [index, id] of derived.entries()) {
    const key = `fact:${id}`;
    const fact = own(book.facts, id);
    if (!fact?.derive) continue;
    const derivation = compileDerivation(fact.derive, scope);
    parts.set(key, {
      kind: 'fact',
      id,
      index,
      derivation: typed(derivation, fact.type),
      cyclic: cyclic.has(key),
    });
  }

  table.close();

  const undecided = new Int8Array(rules.length).fill(UNKNOWN);
  const unread = table.facts.map((): Slot => UNREAD);
  let moment: Moment | undefined;
  let momentAt = '';
  const told = (at: string): Moment => {
    if (moment !== undefined && momentAt === at) return moment;
    moment = momentOf(at, zone);
    momentAt = at;
    return moment;
  };
  let again: Run | undefined;
  let planes: Planes | undefined;
  let words: PlaneWords | undefined;
  /** The one run that deciding every rule uses again and again; what it found is gone with the next. */
  const restart = (
    facts: Facts,
    moment: Moment,
    outcomes: Int8Array,
    prepared: readonly Slot[] | undefined,
  ): Run => {
    again ??= newRun({ facts, moment, outcomes, slots: ownSlots, slotFacts: table.facts }, true);
    again.moment = moment;
    again.facts = facts;
    again.outcomes = outcomes;
    again.slots = prepared === undefined ? ownSlots : [...prepared];
    again.bare = undefined;
    if (prepared === undefined) ownSlots.fill(UNREAD);
    return again;
  };
  const plainSlot = (id: string): number | undefined => {
    const fact = own(book.facts, id);
    return fact && !fact.derive && !fact.presume ? table.slotOf(id, fact.type) : undefined;
  };
  const ownSlots = unread.slice();
  const begun = (facts: Facts, at: string, outcomes: Int8Array, slots: Slot[]): Run =>
    newRun({ facts, moment: told(at), outcomes, slots, slotFacts: table.facts }, true);
  return {
    book,
    rules,
    undecided: Object.fromEntries(rules.map((id) => [id, 'unknown'])),
    parts,
    cycles,
    reading: (id) => {
      const known = readings.get(id);
      const subject = known ? undefined : subjectOf(book, id);
      if (!subject) return known;
      const made = readingOf(subject, slots);
      readings.set(id, made);
      return made;
    },
    needed,
    neededByRules: () => allRules(''),
    decideAll: (facts, at, outcomes, prepared) => {
      planes ??= layPlanes({ scope, plainSlot, parts: allRules('') });
      words ??= planeWords(planes, table.facts);
      const moment = told(at);
      if (prepared === undefined) readByName(words, facts);
      else readPrepared(planes, words, prepared);
      if (planes.alone) decideNodes(planes.alone, words, outcomes);
      else runSteps(planes, words, restart(facts, moment, outcomes, prepared));
    },
    names: remembering((key: string) =>
      allNames(needed(key).map((part) => reads.get(`${part.kind}:${part.id}`))),
    ),
    slotFacts: table.facts,
    start: (facts, at) => begun(facts, at, undecided.slice(), unread.slice()),
  };
}

/** Decides some parts in the order given, each once. */
export function runParts(parts: readonly ProgramPart[], run: Run): Run {
  for (const part of parts) {
    if (part.kind === 'rule') run.outcomes[part.index] = part.cyclic ? UNKNOWN : part.node.decide(run);
    else if (!part.cyclic) run.derived[part.index] = part.derivation.value(run);
  }
  return run;
}

function newRun(
  {
    facts,
    moment,
    outcomes,
    slots,
    slotFacts,
  }: Pick<Run, 'facts' | 'moment' | 'outcomes' | 'slots' | 'slotFacts'>,
  presuming: boolean,
): Run {
  return {
    facts,
    moment,
    slots,
    slotFacts,
    presuming,
    outcomes: presuming ? outcomes : outcomes.slice().fill(UNKNOWN),
    derived: [],
    row: undefined,
    bare: undefined,
  };
}

function ruleNode(rule: Rule, scope: ConditionScope): ConditionNode {
  const compiled = (parts: ReturnType<typeof ownParts>) =>
    parts.map(({ name, conditions }) => {
      const node = compileConditions(conditions, scope);
      return name === undefined ? node : allOf([node], name);
    });
  const nodes = compiled(ownParts(rule));
  const [first] = nodes;
  const together = nodes.length === 1 && first ? first : allOf(nodes);
  const others = compiled(otherParts(rule));
  return others.length > 0 ? anyOf([together, ...others]) : together;
}

function typed(derivation: Derivation, type: Subject['type']): Derivation {
  const fits = shapeOf(type);
  const checked = (value: FactValue | undefined) => (fits(value) ? value : undefined);
  return { value: (run) => checked(derivation.value(run)), ask: derivation.ask };
}

function derivedFacts(book: RuleBook): readonly string[] {
  return Object.keys(book.facts).filter((id) => own(book.facts, id)?.derive !== undefined);
}

/** What each rule and each derived fact reads, by key. */
export function namesByPart(book: RuleBook): ReadonlyMap<string, Names> {
  const isField = (of: string, name: string) => own(own(book.facts, of)?.fields, name) !== undefined;
  const names = new Map<string, Names>();
  for (const [id, rule] of Object.entries(book.rules)) {
    names.set(`rule:${id}`, namesIn([...ownParts(rule), ...otherParts(rule)].map((part) => part.conditions)));
  }
  for (const [id, fact] of Object.entries(book.facts)) {
    if (fact.derive) names.set(`fact:${id}`, namesInDerivation(fact.derive, isField));
  }
  return names;
}

/** Keys of the parts that some names may be; those that are none are left out when ordered. */
export function partsRead({ facts, rules }: Names): readonly string[] {
  return [...[...facts].map((id) => `fact:${id}`), ...[...rules].map((id) => `rule:${id}`)];
}

function allNames(all: readonly (Names | undefined)[]): Names {
  return {
    facts: new Set(all.flatMap((names) => [...(names?.facts ?? [])])),
    rules: new Set(all.flatMap((names) => [...(names?.rules ?? [])])),
  };
}

function remembering<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
