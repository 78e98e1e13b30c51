/**
 * What would open an event that is closed: the smallest sets of answers, or of things that would have to be otherwise, and the
 * question worth asking next. Searched in the rules as formulas over regions, few sets at a time, so that a guide stays quick.
 */
import { type Choice, readChoice } from '../analyse/choices.ts';
import { INSIDE, OUTSIDE, type Terrain, terrainOf } from '../analyse/guard-formulas.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { stepOf } from '../pathway/step-of.ts';
import { cutFacts } from '../prove/fact-space.ts';
import { allOf, anyOf, decide, type Formula, variablesIn } from '../prove/formula.ts';
import { compileFormulas } from '../prove/rule-formulas.ts';
import { bitsOf, type Variable } from '../prove/variable.ts';
import type { Decided } from './decide.ts';
import type { UnlockGuide } from './guidance.ts';
import { unmetTasks } from './missing-facts.ts';

/** Sets kept while searching, and sets told. */
const BEAM = 24;
const MOST_TOLD = 3;

/** What an answer costs: to be asked; to move the case; to be other than it was recorded. */
const COST = { asked: 1, place: 3, changed: 4 } as const;

/** Regions wanted of each variable, those where it lies now included when they do. */
type Wish = ReadonlyMap<number, number>;

type Ground = {
  readonly terrain: Terrain;
  /** Steps whose form asks a fact. */
  readonly askedAt: ReadonlyMap<string, readonly string[]>;
  /** Facts that turn a protective signal. */
  readonly protective: ReadonlySet<string>;
};

const grounds = new WeakMap<Pathway, Ground>();

export type Closed = {
  readonly decided: Decided;
  readonly active: ReadonlySet<string>;
  readonly event: string;
  readonly heard: readonly string[];
  /** States that would be left. */
  readonly left: readonly string[];
  /** Facts that must be answered whatever they are: needs of the event, required fields. */
  readonly unanswered: readonly string[];
};

/** The smallest ways to open an event, the cheapest first; none when only the law, a person or another track could. */
export function unlock(pathway: Pathway, closed: Closed): readonly UnlockGuide[] {
  const ground = groundOf(pathway);
  const { terrain } = ground;
  const formula = doorOf(pathway, terrain, closed);
  if (formula === false) return [];
  const now = new Map([...variablesIn(formula)].map((index) => [index, standing(terrain, closed, index)]));
  const cost = (wish: Wish) => costOf(terrain, now, wish);
  const wishes = waysTo(formula, cost).filter(
    (wish) =>
      holds(formula, terrain, now, wish) && changed(now, wish).every((index) => isWithin(terrain, index)),
  );
  const rank = (wish: Wish) =>
    changed(now, wish).some((index) => isProtective(ground, terrain.variables[index]));
  const sorted = [...wishes].sort((a, b) => cost(a) - cost(b) || Number(rank(b)) - Number(rank(a)));
  const smallest = sorted.filter((wish, place) => {
    const names = changed(now, wish);
    return !sorted
      .slice(0, place)
      .some((other) => changed(now, other).every((index) => names.includes(index)));
  });
  return smallest
    .slice(0, MOST_TOLD)
    .map((wish) => told(pathway, ground, closed, { now, wish }))
    .filter(({ facts, places }) => facts.length + places.length > 0);
}

/** The question worth asking next: an unanswered fact that most of the sets ask, of the cheapest set first. */
export function questionNext(ways: readonly UnlockGuide[]): string | undefined {
  const asked = ways.map(({ facts }) => [...new Set(facts.flatMap(({ ask }) => ask))]);
  const weight = new Map<string, number>();
  for (const facts of asked) {
    for (const fact of facts) weight.set(fact, (weight.get(fact) ?? 0) + 1 / facts.length);
  }
  const [best] = [...weight].sort(([, a], [, b]) => b - a);
  return best?.[0];
}

function groundOf(pathway: Pathway): Ground {
  const known = grounds.get(pathway);
  if (known) return known;
  const { pack, program, states } = pathway;
  const space = cutFacts(program);
  const guards = [...states.values()].flatMap(({ on }) => [...on.values()].flat().map(({ guard }) => guard));
  const askedAt = new Map<string, string[]>();
  for (const id of states.keys()) {
    const form = stepOf(pack, id)?.form;
    const sections =
      form !== undefined && Object.hasOwn(pack.forms, form) ? pack.forms[form]?.sections : undefined;
    for (const { fact } of Object.values(sections ?? {}).flatMap(({ fields }) => fields)) {
      askedAt.set(fact, [...(askedAt.get(fact) ?? []), id]);
    }
  }
  const signals = pathway.signals.filter(({ event }) => pack.events[event]?.protective);
  const made: Ground = {
    terrain: terrainOf(space.variables, compileFormulas(program, space), guards),
    askedAt,
    protective: new Set(signals.flatMap(({ rule }) => [...program.names(`rule:${rule}`).facts])),
  };
  grounds.set(pathway, made);
  return made;
}

/** A way on of the open lists is taken, the signals to settle are told, and required tasks are met. */
function doorOf(pathway: Pathway, terrain: Terrain, { decided, event, heard, left }: Closed): Formula {
  const { pack, states } = pathway;
  const manner: Choice['manner'] = pack.events[event]?.protective ? 'protective' : 'asked';
  const door = anyOf(
    heard.map((id) => readChoice(terrain, { candidates: states.get(id)?.on.get(event) ?? [], manner }).open),
  );
  if (manner === 'protective') return door;
  const settles = left.flatMap((id) => stepOf(pack, id)?.settles ?? []);
  const signals = settles.flatMap((signal) => pack.events[signal]?.when ?? []);
  return allOf([
    door,
    ...signals.map((rule) => anyOf([terrain.rules(rule).yes, terrain.rules(rule).no])),
    ...unmetTasks(pathway, decided, left).map((rule) => terrain.rules(rule).yes),
  ]);
}

/** The region in which a variable lies now. */
function standing({ variables, places }: Terrain, { decided, active }: Closed, index: number): number {
  const variable = variables[index];
  const place = [...places].find(([, at]) => at === index)?.[0];
  if (place !== undefined) return active.has(place) ? INSIDE : OUTSIDE;
  return variable?.regionAt(decided.facts, decided.at) ?? 0;
}

/** Sets of regions that make a formula true, the cheapest few. */
function waysTo(formula: Formula, cost: (wish: Wish) => number): readonly Wish[] {
  if (formula === true) return [new Map()];
  if (formula === false) return [];
  if (formula.kind === 'is') return [new Map([[formula.variable, formula.mask]])];
  if (formula.kind === 'any')
    return cheapest(
      formula.of.flatMap((part) => waysTo(part, cost)),
      cost,
    );
  return formula.of.reduce<readonly Wish[]>(
    (found, part) => {
      const ways = waysTo(part, cost);
      return cheapest(
        found.flatMap((one) => ways.flatMap((other) => joined(one, other) ?? [])),
        cost,
      );
    },
    [new Map()],
  );
}

function joined(one: Wish, other: Wish): Wish | undefined {
  const both = new Map(one);
  for (const [index, mask] of other) {
    const common = mask & (both.get(index) ?? mask);
    if (common === 0) return undefined;
    both.set(index, common);
  }
  return both;
}

function cheapest(wishes: readonly Wish[], cost: (wish: Wish) => number): readonly Wish[] {
  if (wishes.length <= BEAM) return wishes;
  return wishes
    .map((wish) => ({ wish, cost: cost(wish) }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, BEAM)
    .map(({ wish }) => wish);
}

/** The variables that would have to lie elsewhere. */
function changed(now: ReadonlyMap<number, number>, wish: Wish): readonly number[] {
  return [...wish].flatMap(([index, mask]) => (((now.get(index) ?? 0) & mask) === 0 ? [index] : []));
}

function costOf({ variables, places }: Terrain, now: ReadonlyMap<number, number>, wish: Wish): number {
  const states = new Set(places.values());
  return changed(now, wish).reduce((sum, index) => {
    if (states.has(index)) return sum + COST.place;
    const isKnown = ((now.get(index) ?? 0) & (variables[index]?.known ?? 0)) !== 0;
    return sum + (isKnown ? COST.changed : COST.asked);
  }, 0);
}

/** What is not wished stays as it is; with that the whole formula holds. */
function holds(
  formula: Formula,
  { variables }: Terrain,
  now: ReadonlyMap<number, number>,
  wish: Wish,
): boolean {
  const masks = new Int32Array(variables.length);
  for (const [index, mask] of now) {
    const wished = wish.get(index) ?? mask;
    masks[index] = (wished & mask) === 0 ? wished : mask;
  }
  return decide(formula, masks) === true;
}

/** Somebody can answer it; what rests on a parameter without a value waits for the law. */
function isWithin({ variables }: Terrain, index: number): boolean {
  return (variables[index]?.bases.size ?? 0) > 0;
}

function isProtective({ protective }: Ground, variable: Variable | undefined): boolean {
  return variable !== undefined && [...variable.bases].some((id) => protective.has(id));
}

type Told = { readonly now: ReadonlyMap<number, number>; readonly wish: Wish };

function told(pathway: Pathway, ground: Ground, closed: Closed, { now, wish }: Told): UnlockGuide {
  const { pack, program } = pathway;
  const { variables, places } = ground.terrain;
  const states = new Map([...places].map(([state, index]) => [index, state]));
  const elsewhere = changed(now, wish);
  const facts = elsewhere.flatMap((index): UnlockGuide['facts'] => {
    const variable = variables[index];
    if (!variable || states.has(index)) return [];
    const isKnown = ((now.get(index) ?? 0) & variable.known) !== 0;
    const would = bitsOf((wish.get(index) ?? 0) & variable.known).flatMap(
      (bit) => variable.regions[bit]?.samples.slice(0, 1) ?? [],
    );
    const bases = [...variable.bases].filter(
      (id) => Object.hasOwn(pack.facts, id) && !pack.facts[id]?.derive,
    );
    const ask = isKnown ? [] : bases.filter((id) => !Object.hasOwn(closed.decided.facts, id));
    return [
      {
        of: variable.id,
        ...(variable.fact !== undefined && { label: pack.facts[variable.fact]?.label ?? {} }),
        comparison: variable.fact === undefined,
        known: isKnown,
        would,
        ask,
        askedAt: askedAt(ground, closed, bases),
      },
    ];
  });
  const named = new Set(facts.flatMap(({ of, ask }) => [of, ...ask]));
  const needed = closed.unanswered
    .filter((id) => !named.has(id) && Object.hasOwn(pack.facts, id))
    .map((id): UnlockGuide['facts'][number] => {
      const bases = program.parts.has(`fact:${id}`) ? [...program.names(`fact:${id}`).facts] : [id];
      const ask = bases.filter(
        (base) => Object.hasOwn(pack.facts, base) && !Object.hasOwn(closed.decided.facts, base),
      );
      return {
        of: id,
        label: pack.facts[id]?.label ?? {},
        comparison: false,
        known: false,
        would: [],
        ask,
        askedAt: askedAt(ground, closed, bases),
      };
    });
  return {
    facts: [...facts, ...needed],
    places: elsewhere.flatMap((index) => {
      const state = states.get(index);
      return state === undefined
        ? []
        : [{ state, inside: ((wish.get(index) ?? 0) & INSIDE) !== 0, title: pack.steps[state]?.title ?? {} }];
    }),
  };
}

/** Open steps whose form asks some facts, else every step whose form does. */
function askedAt(
  { askedAt: steps }: Ground,
  { active }: Closed,
  facts: readonly string[],
): readonly string[] {
  const all = [...new Set(facts.flatMap((id) => steps.get(id) ?? []))];
  const open = all.filter((id) => active.has(id));
  return open.length > 0 ? open : all;
}
