import type { Outcome } from '../../journal/case-file.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import type { FactValue } from '../../procedure/value.ts';
import { UNREAD } from '../../rules/fact-slots.ts';
import type { ProgramPart } from '../../rules/rule-program.ts';
import type { Run } from '../../rules/run.ts';
import { UNKNOWN, YES } from '../../rules/tri.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** The facts of one light case, with what was decided on them so far. Made by `RuleSlots.open`. */
export interface CaseFacts {
  readonly values: Record<string, FactValue>;
  readonly run: Run;
  /** By number of the part: when it was decided, in epoch milliseconds; NaN while it must be decided again. */
  readonly decidedMs: Float64Array;
  /** Rises with every change. */
  version: number;
}

/**
 * Rules decided slot by slot: each is decided when it is first read, by the pathway's own compiled rules, and kept until a fact
 * it rests on changes, or the clock if it counts to now.
 */
export interface RuleSlots {
  open(): CaseFacts;
  record(facts: CaseFacts, fact: string, value: FactValue): void;
  forget(facts: CaseFacts, fact: string): void;
  outcome(facts: CaseFacts, rule: string): Outcome;
  /** A recorded, derived or presumed value, or that of a parameter. */
  value(facts: CaseFacts, id: string): FactValue | undefined;
  /** True when somebody answered: recorded, or derived from what was; what is presumed is no answer. */
  isKnown(facts: CaseFacts, id: string): boolean;
  /** True for a rule whose answer may change with time alone. */
  countsToNow(key: `rule:${string}` | `fact:${string}`): boolean;
  /** Recorded facts that a derived one rests on, itself among them. */
  basesOf(fact: string): readonly string[];
}

type Timed = 'never' | 'daily' | 'always';
type Slot = { readonly part: ProgramPart; readonly place: number; readonly timed: Timed };
type Chain = readonly Slot[];

const NONE: readonly number[] = [];

/** Lays the rules of a pathway out in slots, on one clock. */
export function ruleSlots({ program, pack }: Pathway, clock: VirtualClock): RuleSlots {
  const places = new Map([...program.parts.keys()].map((key, place) => [key, place]));
  const timed = new Map([...program.parts.keys()].map((key) => [key, readsClock(program.needed(key), pack)]));
  const chains = new Map<string, Chain>();
  const followers = new Map<string, number[]>();
  for (const key of program.parts.keys()) {
    const chain = program.needed(key).map((part): Slot => {
      const id = `${part.kind}:${part.id}`;
      return { part, place: places.get(id) ?? 0, timed: timed.get(id) ?? 'never' };
    });
    chains.set(key, chain);
    const place = places.get(key) ?? 0;
    for (const fact of new Set([...program.names(key).facts, key.slice(5)])) {
      followers.set(fact, [...(followers.get(fact) ?? []), place]);
    }
  }
  const ruleChains = new Map(program.rules.map((id) => [id, chains.get(`rule:${id}`) ?? []]));
  const factChains = new Map(Object.keys(pack.facts).map((id) => [id, chains.get(`fact:${id}`) ?? []]));
  const readings = new Map(
    [...Object.keys(pack.facts), ...Object.keys(pack.parameters)].map((id) => [id, program.reading(id)]),
  );
  const slotOf = new Map(program.slotFacts.map(({ id }, slot) => [id, slot]));
  const presumed = new Set(Object.keys(pack.facts).filter((id) => pack.facts[id]?.presume !== undefined));

  const decideChain = (facts: CaseFacts, chain: Chain): void => {
    const { decidedMs, run } = facts;
    const last = chain[chain.length - 1];
    if (!last || isDecided(decidedMs, last, clock)) return;
    if (last.timed !== 'never' && run.moment !== clock.moment()) {
      run.moment = clock.moment();
      run.bare = undefined;
    }
    for (const slot of chain) {
      if (isDecided(decidedMs, slot, clock)) continue;
      const { part, place } = slot;
      if (part.kind === 'rule') run.outcomes[part.index] = part.cyclic ? UNKNOWN : part.node.decide(run);
      else run.derived[part.index] = part.cyclic ? undefined : part.derivation.value(run);
      decidedMs[place] = clock.nowMs;
    }
  };
  const changed = (facts: CaseFacts, fact: string): void => {
    for (const place of followers.get(fact) ?? NONE) facts.decidedMs[place] = Number.NaN;
    const slot = slotOf.get(fact);
    if (slot !== undefined) facts.run.slots[slot] = UNREAD;
    facts.run.bare = undefined;
    facts.version += 1;
  };
  const slots: RuleSlots = {
    open: () => {
      const values: Record<string, FactValue> = Object.create(null);
      return {
        values,
        run: program.start(values, clock.text()),
        decidedMs: new Float64Array(places.size).fill(Number.NaN),
        version: 0,
      };
    },
    record: (facts, fact, value) => {
      if (facts.values[fact] === value) return;
      facts.values[fact] = value;
      changed(facts, fact);
    },
    forget: (facts, fact) => {
      delete facts.values[fact];
      changed(facts, fact);
    },
    outcome: (facts, rule) => {
      const chain = ruleChains.get(rule);
      const last = chain?.[chain.length - 1];
      if (!chain || !last) return 'unknown';
      decideChain(facts, chain);
      const tri = facts.run.outcomes[last.part.index];
      return tri === YES ? 'yes' : tri === UNKNOWN ? 'unknown' : 'no';
    },
    value: (facts, id) => {
      decideChain(facts, factChains.get(id) ?? []);
      return readings.get(id)?.read(facts.run);
    },
    isKnown: (facts, id) => {
      if (Object.hasOwn(facts.values, id)) return true;
      return !presumed.has(id) && slots.value(facts, id) !== undefined;
    },
    countsToNow: (key) => (timed.get(key) ?? 'never') !== 'never',
    basesOf: (fact) => [
      fact,
      ...(program.parts.has(`fact:${fact}`) ? program.names(`fact:${fact}`).facts : []),
    ],
  };
  return slots;
}

/** Ages change with the day, everything else that counts to now with every moment. */
function isDecided(decidedMs: Float64Array, { place, timed }: Slot, clock: VirtualClock): boolean {
  const at = decidedMs[place] as number;
  if (timed === 'never') return !Number.isNaN(at);
  return timed === 'always' ? at === clock.nowMs : clock.isToday(at);
}

/** A span up to now, or a comparison with what lies some time back. */
function readsClock(parts: readonly ProgramPart[], { rules, facts }: Pathway['pack']): Timed {
  const all = parts.map(({ kind, id }): Timed => {
    if (kind === 'rule') return JSON.stringify(rules[id]).includes('"withinLast"') ? 'always' : 'never';
    const derive = facts[id]?.derive;
    if (!derive) return 'never';
    if ('years' in derive) return derive.years.asOf === undefined ? 'daily' : 'never';
    if ('days' in derive) return derive.days.asOf === undefined ? 'daily' : 'never';
    if ('hours' in derive) return derive.hours.asOf === undefined ? 'always' : 'never';
    return JSON.stringify(derive).includes('"withinLast"') ? 'always' : 'never';
  });
  return all.includes('always') ? 'always' : all.includes('daily') ? 'daily' : 'never';
}
