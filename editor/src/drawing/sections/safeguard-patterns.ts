import { type Pack, UNSAID_ACT } from '@parcours/engine';

export type Property = Pack['safeguards'][string]['property'];

/** The sentences a committee can fill in (design section 5); *while* and *unless* are told apart. */
export const PATTERNS = [
  'precedes',
  'never_unless',
  'never_while',
  'happens',
  'responds',
  'responds_within',
  'always_possible',
  'at_most',
  'has_deadline',
  'lasts_at_most',
  'performed_by',
  'different_people',
  'two_people',
  'exclusive',
  'parameter',
  'access',
] as const;
export type PatternId = (typeof PATTERNS)[number];

export type Blanks = {
  readonly a?: string;
  readonly b?: string;
  readonly since?: string;
  readonly rule?: string;
  readonly event?: string;
  readonly deadline?: string;
  readonly states?: readonly string[];
  readonly n?: number;
  readonly within?: string | { readonly parameter: string };
  readonly roles?: readonly string[];
  readonly sector?: string;
  readonly parameter?: string;
  readonly operator?: string;
  readonly value?: boolean | number | string;
  readonly facts?: readonly string[];
  readonly tier?: number;
};

/** The blanks of each pattern, in the order of its sentence. `since` may always be left open. */
export const BLANKS_OF: Readonly<Record<PatternId, readonly (keyof Blanks)[]>> = {
  precedes: ['a', 'b', 'since'],
  happens: ['a'],
  responds: ['a', 'b', 'since'],
  responds_within: ['a', 'b', 'within', 'since'],
  never_while: ['a', 'rule', 'since'],
  never_unless: ['a', 'rule', 'since'],
  always_possible: ['event', 'states'],
  at_most: ['a', 'n', 'since'],
  has_deadline: ['states'],
  lasts_at_most: ['deadline', 'within', 'states'],
  performed_by: ['states', 'roles', 'sector'],
  different_people: ['a', 'b'],
  two_people: ['event'],
  exclusive: ['a', 'b'],
  parameter: ['parameter', 'operator', 'value'],
  access: ['facts', 'tier'],
};

/** A property as its pattern and what fills it. */
export function readProperty(property: Property): { readonly pattern: PatternId; readonly blanks: Blanks } {
  if ('never' in property) {
    const { never } = property;
    const since = never.since === undefined ? {} : { since: never.since };
    return 'while' in never
      ? { pattern: 'never_while', blanks: { a: never.a, rule: never.while, ...since } }
      : { pattern: 'never_unless', blanks: { a: never.a, rule: never.unless, ...since } };
  }
  if ('always_possible' in property) {
    const { event, in: states } = property.always_possible;
    return { pattern: 'always_possible', blanks: { event, states } };
  }
  const [[pattern, blanks] = ['happens', {}]] = Object.entries(property);
  return { pattern: pattern as PatternId, blanks: blanks as Blanks };
}

/** True while an act of the sentence is still to be chosen. */
export function isUnsaid(property: Property): boolean {
  const { a, b } = readProperty(property).blanks;
  return a === UNSAID_ACT || b === UNSAID_ACT;
}

/** The property that a filled pattern says. What a pattern has no blank for is left out. */
export function writeProperty(pattern: PatternId, blanks: Blanks): Property {
  const own = Object.fromEntries(
    BLANKS_OF[pattern].flatMap((blank) => (blanks[blank] === undefined ? [] : [[blank, blanks[blank]]])),
  ) as Blanks;
  if (pattern === 'never_while' || pattern === 'never_unless') {
    const { rule, ...rest } = own;
    return { never: { ...rest, [pattern === 'never_while' ? 'while' : 'unless']: rule } } as Property;
  }
  if (pattern === 'always_possible')
    return { always_possible: { event: own.event, in: own.states } } as Property;
  return { [pattern]: own } as Property;
}

/** The blanks of a pattern, kept from another where they fit and its acts left to be chosen, the rest begun with the first of what there is; undefined: something is missing. */
export function begin(pack: Pack, pattern: PatternId, kept: Blanks): Blanks | undefined {
  const step = Object.entries(pack.steps).find(([, { kind }]) => kind === 'work' || kind === 'wait')?.[0];
  const [event] = Object.keys(pack.events);
  const [rule] = Object.keys(pack.rules);
  const [role] = Object.keys(pack.roles);
  const [fact] = Object.keys(pack.facts);
  const [deadline] = Object.keys(pack.deadlines);
  const parameter = Object.entries(pack.parameters).find(([, { type }]) => type !== 'duration')?.[0];
  const starts: Blanks = {
    a: UNSAID_ACT,
    b: UNSAID_ACT,
    ...(event === undefined ? {} : { event }),
    ...(rule === undefined ? {} : { rule }),
    ...(step === undefined ? {} : { states: [`step:${step}`] }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(role === undefined ? {} : { roles: [role] }),
    ...(parameter === undefined ? {} : { parameter }),
    ...(fact === undefined ? {} : { facts: [fact] }),
    n: 1,
    within: 'P1D',
    operator: 'greaterThanInclusive',
    value: 0,
    tier: 3,
  };
  const filled: Record<string, unknown> = {};
  for (const blank of BLANKS_OF[pattern]) {
    if (blank === 'since' || blank === 'sector') {
      if (kept[blank] !== undefined) filled[blank] = kept[blank];
      continue;
    }
    const value = kept[blank] ?? starts[blank];
    if (value === undefined) return undefined;
    filled[blank] = value;
  }
  return filled;
}
