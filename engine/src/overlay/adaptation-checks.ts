import type { Deadline } from '../procedure/deadlines.ts';
import { canonicalJson } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import { isNotLonger } from './is-not-longer.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';
import type { RuleUse } from './rule-uses.ts';

/** What the checks may look at besides the element: both whole packs, raw, and what each rule does at the doors. */
export type TighteningContext = {
  readonly inherited: Readonly<Record<string, Json>>;
  readonly laid: Readonly<Record<string, Json>>;
  readonly rules: ReadonlyMap<string, RuleUse>;
};

/** A field that an overlay made less protective than it was. */
export type Loosening = { readonly field: string; readonly why: string };

type Loosenings = (context: TighteningContext, id: string, old: JsonObject, now: JsonObject) => Loosening[];

/** A rule keeps its conditions; it gains `also`, or `or_also` where its yes protects. */
const ofRule: Loosenings = ({ rules }, id, old, now) => {
  const use = rules.get(id);
  const mustNotNarrow = use !== undefined && (use.opensProtective || use.shuts);
  const mustNotWiden = use === undefined || use.opens || use.shutsProtective;
  return [
    ...unless(
      isEqual(old.conditions, now.conditions),
      'conditions',
      'keep its conditions, and add yours by name in "also"',
    ),
    ...kept('also', old.also, now.also),
    ...kept('or_also', old.or_also, now.or_also),
    ...unless(
      !mustNotNarrow || !gains(old.also, now.also),
      'also',
      'more conditions would close a protective door; use "or_also"',
    ),
    ...unless(
      !mustNotWiden || !gains(old.or_also, now.or_also),
      'or_also',
      'another way to yes would open a door wider; use "also"',
    ),
    ...unless(
      now.overridable === undefined || isOverrideKept(old.overridable, now.overridable),
      'overridable',
      'nobody more may override it',
    ),
  ];
};

/** A safeguard is never removed or narrowed: its sentence stays, its bound may only become stricter. */
const ofSafeguard: Loosenings = (context, _id, old, now) => [
  ...unless(
    isPropertyKept(context, old.property, now.property),
    'property',
    'its property stays, or its bound becomes stricter',
  ),
  ...unless(!(old.severity === 'critical' && now.severity !== 'critical'), 'severity', 'it stays critical'),
];

/** A deadline becomes shorter, counts more hours, pauses less, tells no fewer people. */
const ofDeadline: Loosenings = (context, _id, old, now) => [
  ...unless(
    isNotLonger(context, old.within, now.within, { was: calendarOf(old), is: calendarOf(now) }),
    'within',
    'the span becomes shorter',
  ),
  ...unless(
    !(old.calendar === 'elapsed' && now.calendar === 'working'),
    'calendar',
    'every hour counts, as before',
  ),
  ...unless(
    !(old.ends !== 'next-working' && now.ends === 'next-working'),
    'ends',
    'it ends on any day, as before',
  ),
  ...unless(isEqual(old.from, now.from), 'from', 'it counts from the same moment'),
  ...unless(isEqual(old.met, now.met), 'met', 'it is met by the same'),
  ...unless(isEqual(old.each, now.each), 'each', 'it counts for each row, as before'),
  ...unless(isWithin(now.paused, old.paused), 'paused', 'it does not stop more often'),
  ...unless(
    rungsOf(old).every((at, index) => (rungsOf(now)[index] ?? Number.POSITIVE_INFINITY) <= at),
    'escalation',
    'no fewer functions are told, and none later',
  ),
];

/** A step keeps who must be there or be told, what it asks again, answers and does, and its deadlines. */
const ofStep: Loosenings = (_context, _id, old, now) => [
  ...(['present', 'informed', 'with', 'fresh', 'settles', 'deadlines'] as const).flatMap((field) =>
    unless(isWithin(old[field], now[field]), field, 'what stands in the list stays'),
  ),
  ...unless(isEqual(old.kind, now.kind), 'kind', 'its kind stays'),
  ...unless(old.form === undefined || now.form !== undefined, 'form', 'it keeps a form'),
  ...kept('tasks', old.tasks, now.tasks),
  ...unless(!(old.child !== undefined && now.child === undefined), 'child', 'the child’s part stays'),
];

/** An event keeps its safety; a protective one asks no more than before, any other no less. */
const ofEvent: Loosenings = (_context, _id, old, now) => {
  const demands = ['reasoned', 'secondPerson', 'decision'] as const;
  const isProtective = old.protective === true;
  return [
    ...unless(!isProtective || now.protective === true, 'protective', 'it stays protective'),
    ...unless(isEqual(old.when, now.when), 'when', 'the same rule reports it'),
    ...demands.flatMap((field) =>
      isProtective
        ? unless(old[field] === true || now[field] !== true, field, 'a protective event asks nothing more')
        : unless(old[field] !== true || now[field] === true, field, 'what was asked is still asked'),
    ),
    ...(['needs', 'differsFrom'] as const).flatMap((field) =>
      isProtective
        ? unless(isWithin(now[field], old[field]), field, 'a protective event asks nothing more')
        : unless(isWithin(old[field], now[field]), field, 'what was asked is still asked'),
    ),
    ...(isProtective
      ? unless(now.by === undefined || isWithin(old.by, now.by), 'by', 'nobody loses the right to report it')
      : unless(
          old.by === undefined || (now.by !== undefined && isWithin(now.by, old.by)),
          'by',
          'nobody more may report it',
        )),
  ];
};

/** Which way protects cannot be told of a constant, so what is known stays; what is not known may be found. */
const ofParameter: Loosenings = (_context, _id, old, now) => [
  ...unless(old.value === undefined || isEqual(old.value, now.value), 'value', 'its value stays'),
  ...unless(isEqual(old.type, now.type), 'type', 'its type stays'),
  ...unless(isEqual(old.unit, now.unit), 'unit', 'its unit stays'),
];

/** The sections whose elements carry `adaptation`, and what loosening one means. */
export const TIGHTENING = {
  steps: ofStep,
  rules: ofRule,
  events: ofEvent,
  deadlines: ofDeadline,
  parameters: ofParameter,
  safeguards: ofSafeguard,
} as const satisfies Readonly<Record<string, Loosenings>>;

function unless(isFine: boolean, field: string, why: string): Loosening[] {
  return isFine ? [] : [{ field, why }];
}

/** Every named part that was there stands as it was. */
function kept(field: string, old: Json | undefined, now: Json | undefined): Loosening[] {
  const after = isJsonObject(now) ? now : {};
  return Object.entries(isJsonObject(old) ? old : {}).flatMap(([name, part]) =>
    unless(
      Object.hasOwn(after, name) && (field === 'tasks' || isEqual(part, after[name])),
      `${field}/${name}`,
      'what was named stays',
    ),
  );
}

function gains(old: Json | undefined, now: Json | undefined): boolean {
  return Object.keys(isJsonObject(now) ? now : {}).some(
    (name) => !isJsonObject(old) || !Object.hasOwn(old, name),
  );
}

function isOverrideKept(old: Json | undefined, now: Json): boolean {
  if (!isJsonObject(old) || !isJsonObject(now)) return false;
  return isWithin(now.by, old.by) && (old.secondPerson !== true || now.secondPerson === true);
}

function isPropertyKept(context: TighteningContext, old: Json | undefined, now: Json | undefined): boolean {
  if (isEqual(old, now)) return true;
  if (!isJsonObject(old) || !isJsonObject(now)) return false;
  const before = old.responds_within;
  const after = now.responds_within;
  if (isJsonObject(before) && isJsonObject(after)) {
    return (
      isEqual({ ...before, within: '' }, { ...after, within: '' }) &&
      isNotLonger(context, before.within, after.within)
    );
  }
  const most = old.at_most;
  const fewer = now.at_most;
  if (!isJsonObject(most) || !isJsonObject(fewer)) return false;
  return isEqual({ ...most, n: 0 }, { ...fewer, n: 0 }) && Number(fewer.n) <= Number(most.n);
}

/** At which part of the span somebody is told, the first first; whom, is a country's to name. */
function rungsOf({ escalation }: JsonObject): readonly number[] {
  return listed(escalation)
    .map((rung) => (isJsonObject(rung) ? Number(rung.at) : Number.POSITIVE_INFINITY))
    .sort((a, b) => a - b);
}

function calendarOf({ calendar }: JsonObject): Deadline['calendar'] {
  return calendar === 'working' ? 'working' : 'elapsed';
}

function listed(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function isWithin(part: Json | undefined, whole: Json | undefined): boolean {
  return listed(part).every((each) => listed(whole).some((other) => isEqual(each, other)));
}

function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}
