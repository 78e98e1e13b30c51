import type { Pathway } from '../../pathway/pathway.ts';
import type { FactValue } from '../../procedure/value.ts';
import type { ProgramPart } from '../../rules/rule-program.ts';
import type { Run } from '../../rules/run.ts';
import { type Tri, UNKNOWN } from '../../rules/tri.ts';
import { readsClock } from './counts-to-now.ts';
import { type Numbered, numbered } from './numbered.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** The facts of one light case, with what was decided on them so far. Made by `RuleSlots.open`. */
export interface CaseFacts {
  /** Recorded values by number of the fact. */
  readonly values: (FactValue | undefined)[];
  readonly run: Run;
  /** A bit for each rule and derived fact that must be decided again. */
  readonly stale: Int32Array;
  /** Rises with every change. */
  version: number;
  /** When what counts to now was last told to be stale, and the day it was then. */
  atMs: number;
  day: number;
}

/** Reads a recorded, derived or presumed value, or that of a parameter. */
export type ReadValue = (facts: CaseFacts) => FactValue | undefined;

/**
 * Rules decided slot by slot: each is decided when it is first read, by the pathway's own compiled rules, and kept until a fact
 * it rests on changes, or the clock if it counts to now. Facts and rules are told by number.
 */
export interface RuleSlots {
  readonly facts: Numbered;
  /** In the order of `program.rules`. */
  readonly rules: Numbered;
  open(): CaseFacts;
  record(facts: CaseFacts, fact: number, value: FactValue): void;
  forget(facts: CaseFacts, fact: number): void;
  /** Of a rule that is not there, -1, it is unknown. */
  decide(facts: CaseFacts, rule: number): Tri;
  reader(id: string): ReadValue;
  /** True when somebody answered: recorded, or derived from what was; what is presumed is no answer. */
  isKnown(facts: CaseFacts, fact: number): boolean;
  /** True for a rule whose answer may change with time alone. */
  countsToNow(key: `rule:${string}` | `fact:${string}`): boolean;
  /** Recorded facts that a derived one rests on, itself among them. */
  basesOf(fact: string): readonly string[];
}

type Link = { readonly part: ProgramPart; readonly word: number; readonly bit: number };
/** A rule or derived fact and what it rests on, itself last. */
type Chain = { readonly links: readonly Link[]; readonly word: number; readonly bit: number };

const NO_CHAIN: Chain = { links: [], word: 0, bit: 0 };

/** Lays the rules of a pathway out in slots, on one clock. */
export function ruleSlots({ program, pack }: Pathway, clock: VirtualClock): RuleSlots {
  const slotIds = program.slotFacts.map(({ id }) => id);
  // The facts that rules read come first, so that the slots of a run are the values of a case.
  const facts = numbered(new Set([...slotIds, ...Object.keys(pack.facts)]));
  const rules = numbered(program.rules);
  const keys = [...program.parts.keys()];
  const places = new Map(keys.map((key, place) => [key, place]));
  const words = Math.max(1, Math.ceil(keys.length / 32));
  const timed = new Map(keys.map((key) => [key, readsClock(program.needed(key), pack)]));
  const daily = new Int32Array(words);
  const always = new Int32Array(words);
  /** By fact: the parts to decide again when it changes. */
  const followers = facts.ids.map(() => new Int32Array(words));
  const mark = (mask: Int32Array, place: number): void => {
    mask[place >> 5] = (mask[place >> 5] as number) | (1 << (place & 31));
  };
  for (const [key, place] of places) {
    if (timed.get(key) !== 'never') mark(timed.get(key) === 'daily' ? daily : always, place);
    for (const fact of new Set([...program.names(key).facts, key.slice(5)])) {
      const mask = followers[facts.of(fact)];
      if (mask) mark(mask, place);
    }
  }
  const chainOf = (key: string): Chain => {
    const links = program.needed(key).map((part): Link => {
      const place = places.get(`${part.kind}:${part.id}`) ?? 0;
      return { part, word: place >> 5, bit: 1 << (place & 31) };
    });
    const last = links[links.length - 1];
    return last ? { links, word: last.word, bit: last.bit } : NO_CHAIN;
  };
  const ruleChains = rules.ids.map((id) => chainOf(`rule:${id}`));
  const anyTimed = [...timed.values()].some((one) => one !== 'never');

  const tick = (of: CaseFacts): void => {
    of.atMs = clock.nowMs;
    if (!anyTimed) return;
    const { stale } = of;
    for (let word = 0; word < words; word += 1)
      stale[word] = (stale[word] as number) | (always[word] as number);
    of.run.bare = undefined;
    const day = clock.day();
    if (day === of.day) return;
    of.day = day;
    for (let word = 0; word < words; word += 1)
      stale[word] = (stale[word] as number) | (daily[word] as number);
  };
  const decideChain = ({ stale, run }: CaseFacts, links: readonly Link[]): void => {
    for (let index = 0; index < links.length; index += 1) {
      const { part, word, bit } = links[index] as Link;
      if (((stale[word] as number) & bit) === 0) continue;
      stale[word] = (stale[word] as number) & ~bit;
      if (part.kind === 'rule') run.outcomes[part.index] = part.cyclic ? UNKNOWN : part.node.decide(run);
      else run.derived[part.index] = part.cyclic ? undefined : part.derivation.value(run);
    }
  };
  const changed = (of: CaseFacts, fact: number, value: FactValue | undefined): void => {
    const mask = followers[fact] as Int32Array;
    const { stale } = of;
    for (let word = 0; word < words; word += 1)
      stale[word] = (stale[word] as number) | (mask[word] as number);
    of.values[fact] = value;
    of.run.bare = undefined;
    of.version += 1;
  };
  const readerOf = (id: string): ReadValue => {
    const fact = facts.of(id);
    const definition = fact < 0 ? undefined : pack.facts[id];
    if (!definition) {
      const value = Object.hasOwn(pack.parameters, id) ? pack.parameters[id]?.value : undefined;
      return () => value as FactValue | undefined;
    }
    const presumed = definition.presume?.value as FactValue | undefined;
    const part = program.parts.get(`fact:${id}`);
    if (part?.kind !== 'fact') return ({ values }) => values[fact] ?? presumed;
    const chain = chainOf(`fact:${id}`);
    return (of) => {
      const recorded = of.values[fact];
      if (recorded !== undefined) return recorded;
      if (of.atMs !== clock.nowMs) tick(of);
      if (((of.stale[chain.word] as number) & chain.bit) !== 0) decideChain(of, chain.links);
      return of.run.derived[part.index] ?? presumed;
    };
  };
  const readers = facts.ids.map(readerOf);
  const isPresumed = facts.ids.map((id) => pack.facts[id]?.presume !== undefined);
  return {
    facts,
    rules,
    open: () => {
      const run = program.start(NO_FACTS, clock.text());
      run.moment = clock.moment;
      const values = facts.ids.map(() => undefined);
      run.slots = values;
      return {
        values,
        run,
        stale: new Int32Array(words).fill(-1),
        version: 0,
        atMs: clock.nowMs,
        day: clock.day(),
      };
    },
    record: (of, fact, value) => {
      if (of.values[fact] !== value) changed(of, fact, value);
    },
    forget: (of, fact) => changed(of, fact, undefined),
    decide: (of, rule) => {
      const chain = ruleChains[rule];
      if (chain === undefined) return UNKNOWN;
      if (of.atMs !== clock.nowMs) tick(of);
      if (((of.stale[chain.word] as number) & chain.bit) !== 0) decideChain(of, chain.links);
      return of.run.outcomes[rule] as Tri;
    },
    reader: (id) => readers[facts.of(id)] ?? readerOf(id),
    isKnown: (of, fact) => {
      if (of.values[fact] !== undefined) return true;
      return !isPresumed[fact] && readers[fact]?.(of) !== undefined;
    },
    countsToNow: (key) => (timed.get(key) ?? 'never') !== 'never',
    basesOf: (fact) => [
      fact,
      ...(program.parts.has(`fact:${fact}`) ? program.names(`fact:${fact}`).facts : []),
    ],
  };
}

const NO_FACTS = {};
