/** Each sentence pattern says how it is checked. A new one is a line here, and the compiler names what is missing. */
import type { PathwayState } from '../pathway/pathway.ts';
import { UNSAID_ACT } from '../vocabulary/unsaid-act.ts';
import type { Ground } from './ground.ts';
import { lastsAtMost } from './lasts-at-most.ts';
import { loadMasks, mannerOf } from './masks.ts';
import { momentOf } from './moment.ts';
import { BROKEN, type Happening, type Moment } from './monitor.ts';
import {
  type Checkable,
  type Pattern,
  UNSAID,
  unknownName,
  type WalkedProperty,
  type Words,
  withoutValue,
} from './property.ts';
import { isPossible } from './reported-step.ts';
import { searchOwed } from './respond.ts';
import { atMost, exclusive, neverUnless, neverWhile, owes, precedes } from './safety-monitors.ts';
import { shortestMinutes } from './span-length.ts';
import { openIn } from './standing.ts';
import { deadlinesOf, rolesOf, statesNamed, stepsNamed, unknownLengths } from './state-sets.ts';
import { MOST_TURNS } from './turn.ts';
import { turnsOf } from './turns-of.ts';
import { narrower, uncovered } from './uncovered.ts';

type PatternKinds = {
  readonly [P in Pattern]: (ground: Ground, words: Words<P>) => Checkable;
};

/** Every sentence pattern of `safeguards.json`. */
export const PATTERNS: PatternKinds = {
  precedes: (ground, { a, b, since }) =>
    withMoments(ground, [a, b, since], ([first, second, anew]) =>
      walked(precedes(first, second, anew), [first, second, anew], [second]),
    ),
  never: (ground, words) =>
    withMoments(ground, [words.a, words.since], ([a, since]) => {
      const rule = 'while' in words ? words.while : words.unless;
      if (!Object.hasOwn(ground.pathway.pack.rules, rule)) return unknownName(rule);
      const { yes } = ground.rules(rule);
      if ('while' in words && yes === false)
        return { kind: 'read', verdict: 'proved', vacuous: `rule:${rule} is never a sure yes` };
      const monitor = 'while' in words ? neverWhile(a, yes, since) : neverUnless(a, yes, since);
      return { ...walked(monitor, [a, since], [a]), readsRules: 'unless' in words && since !== undefined };
    }),
  at_most: (ground, { n, a, since }) =>
    withMoments(ground, [a, since], ([counted, anew]) =>
      walked(atMost(n, counted, anew), [counted, anew], [counted]),
    ),
  happens: (ground, { a }) => withMoments(ground, [a], ([moment]) => owed(ground, { b: moment })),
  responds: (ground, { a, b, since }) =>
    withMoments(ground, [a, b, since], ([first, second, anew]) =>
      owed(ground, { a: first, b: second, since: anew }),
    ),
  responds_within: (ground, { a, b, since, within }) =>
    withMoments(ground, [a, b, since], ([first, second, anew]) => {
      const owedIn = (span: string) => owed(ground, { a: first, b: second, since: anew, within: span });
      if (typeof within === 'string') return owedIn(within);
      const span = ground.pathway.pack.parameters[within.parameter]?.value;
      return typeof span === 'string' ? owedIn(span) : withoutValue([within.parameter]);
    }),
  exclusive: (ground, { a, b }) =>
    withMoments(ground, [a, b], ([one, other]) =>
      walked(exclusive(one, other as Moment), [one, other], [one, other as Moment]),
    ),
  different_people: (ground, { a, b }) =>
    withMoments(ground, [a, b], ([one, other]) => differentPeople(ground, one, other as Moment)),
  two_people: (ground, { event }) => {
    const { pack } = ground.pathway;
    if (!Object.hasOwn(pack.events, event)) return unknownName(event);
    const among = momentsOf(ground, [`event:${event}`]);
    if (pack.events[event]?.secondPerson) return { kind: 'read', verdict: 'proved', among };
    return { kind: 'read', verdict: 'broken', why: `one person alone may report ${event}` };
  },
  always_possible: alwaysPossible,
  has_deadline: (ground, { states }) => {
    const steps = stepsNamed(ground.pathway, states).filter(({ kind }) => kind === 'work' || kind === 'wait');
    const without = steps.filter((step) => deadlinesOf(ground.pathway, step).length === 0);
    const unknown = unknownLengths(
      ground.pathway.pack,
      steps.flatMap((step) => deadlinesOf(ground.pathway, step)),
    );
    return {
      ...neverStands(steps, without, (id) => `${id} has no deadline`, unknown),
      among: stepsOf(ground, steps),
    };
  },
  lasts_at_most: lastsAtMost,
  performed_by: (ground, { states, roles, sector }) => {
    const { pathway } = ground;
    const steps = stepsNamed(pathway, states).filter(({ kind }) => kind === 'work' || kind === 'wait');
    const fits = (role: string) =>
      (roles?.includes(role) ?? true) &&
      (sector === undefined || pathway.pack.roles[role]?.sector === sector);
    const wrong = steps.filter(({ id }) => {
      const step = pathway.pack.steps[id];
      const who = step && 'who' in step ? rolesOf(step.who) : [];
      return who.length === 0 || !who.every(fits);
    });
    const among = stepsOf(ground, steps);
    return { ...neverStands(steps, wrong, (id) => `${id} may be carried by another role`, []), among };
  },
  parameter: ({ pathway }, { parameter, operator, value }) => {
    const found = Object.hasOwn(pathway.pack.parameters, parameter)
      ? pathway.pack.parameters[parameter]
      : undefined;
    if (!found) return unknownName(parameter);
    if (found.value === undefined) return withoutValue([parameter]);
    if (compares(found.value, operator, value)) return { kind: 'read', verdict: 'proved' };
    return { kind: 'read', verdict: 'broken', why: `${parameter} is ${String(found.value)}` };
  },
  access: () => ({ kind: 'read', verdict: 'unchecked', why: 'who reads what is checked by access rules' }),
};

type Moments = readonly [Moment, ...(Moment | undefined)[]];

function withMoments(
  ground: Ground,
  texts: readonly (string | undefined)[],
  make: (moments: Moments & { readonly 1: Moment }) => Checkable,
): Checkable {
  if (texts.includes(UNSAID_ACT)) return { kind: 'read', verdict: 'unchecked', vacuous: UNSAID };
  const moments = texts.map((text) =>
    text === undefined ? undefined : momentOf(ground.pathway, ground.rules, text),
  );
  const missing = texts.find((text, index) => text !== undefined && moments[index] === undefined);
  if (missing !== undefined) return unknownName(missing);
  return make(moments as unknown as Moments & { readonly 1: Moment });
}

function momentsOf({ pathway, rules }: Ground, texts: readonly string[]): readonly Moment[] {
  return texts.flatMap((text) => momentOf(pathway, rules, text) ?? []);
}

function stepsOf(ground: Ground, steps: readonly PathwayState[]): readonly Moment[] {
  return momentsOf(
    ground,
    steps.map(({ id }) => `step:${id}`),
  );
}

function walked(
  monitor: WalkedProperty['monitor'],
  moments: readonly (Moment | undefined)[],
  spoken: readonly Moment[],
): WalkedProperty {
  return {
    kind: 'walked',
    monitor,
    moments: moments.filter((moment) => moment !== undefined),
    spoken,
    tracks: [],
  };
}

type Owing = {
  readonly a?: Moment;
  readonly b: Moment;
  readonly since?: Moment | undefined;
  readonly within?: string;
};

function owed({ pathway, rules }: Ground, { a, b, since, within }: Owing): WalkedProperty {
  const [kind = '', id = ''] = b.text.split(':');
  const places = kind === 'step' || kind === 'stage' || kind === 'tag' ? statesNamed(pathway, kind, id) : [];
  const stands = (happening: Happening) =>
    kind === 'rule' ? happening.holds(rules(id).yes) : places.some((state) => happening.after.has(state));
  return {
    ...walked(owes(a, b, { since, stands }), [a, b, since], a ? [a] : []),
    search: searchOwed({ b, within }),
    owed: { minutes: within === undefined ? undefined : shortestMinutes(within) },
  };
}

const QUIET = { initial: 0, step: () => 0 } as const;

/** Never stands in one of some steps; proved without walking when there is none. */
function neverStands(
  steps: readonly PathwayState[],
  wrong: readonly PathwayState[],
  say: (id: string) => string,
  unknown: readonly string[],
): Checkable {
  const assumptions = unknown.length > 0 ? [{ code: 'length_unknown' as const, names: unknown }] : [];
  if (steps.length === 0)
    return { kind: 'read', verdict: 'proved', vacuous: 'no step is named', assumptions };
  if (wrong.length === 0) return { kind: 'read', verdict: 'proved', assumptions };
  const ids = wrong.map(({ id }) => id);
  return {
    ...walked(QUIET, [], []),
    tracks: [...new Set(wrong.map(({ track }) => track))],
    assumptions,
    inspect:
      () =>
      ({ standing }) => {
        const found = ids.find((id) => openIn(standing).has(id));
        return found === undefined ? undefined : { cell: new Map(), what: say(found) };
      },
  };
}

/** Whoever does `b` is not who last did `a`; where `b` only ever comes first, the other way round. */
function differentPeople({ pathway: { pack } }: Ground, a: Moment, b: Moment): Checkable {
  if (a.kind !== 'event' || b.kind !== 'event')
    return {
      kind: 'read',
      verdict: 'unchecked',
      why: 'people are told apart between two events',
      unreadable: true,
    };
  const [one = '', other = ''] = [a, b].map(({ text }) => text.split(':')[1]);
  const isApart = (later: string, former: string) =>
    pack.events[later]?.differsFrom?.includes(former) ?? false;
  if (isApart(other, one)) return { kind: 'read', verdict: 'proved', among: [b] };
  const mayFollow = isApart(one, other);
  const monitor: WalkedProperty['monitor'] = {
    initial: 0,
    step: (state, happening, told) => {
      const isA = a.happens(happening);
      const isB = b.happens(happening);
      if (isA) told(a);
      if (isB) told(b);
      if ((isB && state & 1) || (isA && state & 2 && !mayFollow)) return BROKEN;
      return state | (isA ? 1 : 0) | (isB ? 2 : 0);
    },
  };
  return { ...walked(monitor, [a, b], [a, b]), samePerson: new Set([one, other]) };
}

/** Wherever the case stands in some steps, some answers to the form open the event, whatever else is recorded. */
function alwaysPossible(ground: Ground, { event, in: references }: Words<'always_possible'>): Checkable {
  const { pathway } = ground;
  const steps = stepsNamed(pathway, references);
  if (!Object.hasOwn(pathway.pack.events, event)) return unknownName(event);
  if (steps.length === 0) return { kind: 'read', verdict: 'proved', vacuous: 'no step is named' };
  const hearers = pathway.hearers.get(event) ?? [];
  const lists = hearers.flatMap((id) => pathway.states.get(id)?.on.get(event) ?? []);
  const looksAround = lists.some(
    ({ closing, guard }) => closing || JSON.stringify(guard ?? '').includes('"in"'),
  );
  const tracks = [
    ...steps.map(({ track }) => track),
    ...hearers.map((id) => pathway.states.get(id)?.track ?? 'main'),
  ];
  const ids = new Set(steps.map(({ id }) => id));
  return {
    ...walked(QUIET, [], []),
    tracks: looksAround ? pathway.tracks : [...new Set(tracks)],
    mustMeet: ids,
    among: stepsOf(ground, steps),
    refused: event,
    inspect: (view, search) => {
      const { variables } = view.ground.space;
      const asCollected = { ...view, corrected: false };
      const everyTurn = turnsOf({
        ...mannerOf(
          view,
          variables.map(({ index }) => index),
        ),
        most: MOST_TURNS,
      });
      const start = new Int32Array(variables.length);
      return ({ standing, masks }) => {
        const here = [...openIn(standing)].find((id) => ids.has(id));
        if (here === undefined) return undefined;
        loadMasks(start, masks, search);
        const cubes: Int32Array[] = [];
        everyTurn(
          start,
          (turn) => (isPossible(asCollected, standing, event, turn) ? true : undefined),
          (_, turn) => turn.doubtful || cubes.push(turn.before.slice()) > 0,
        );
        const cell = uncovered(start, cubes);
        return cell && { cell: narrower(cell, start), what: `${event} cannot be reported in ${here}` };
      };
    },
  };
}

function compares(
  found: unknown,
  operator: Words<'parameter'>['operator'],
  value: boolean | number | string,
): boolean {
  if (operator === 'equal') return found === value;
  if (typeof found !== typeof value || (typeof found !== 'number' && typeof found !== 'string')) return false;
  const [a, b] = [found as number, value as number];
  const kinds = {
    lessThan: a < b,
    lessThanInclusive: a <= b,
    greaterThan: a > b,
    greaterThanInclusive: a >= b,
  };
  return kinds[operator];
}
