import type { Deadline } from '../procedure/deadlines.ts';
import type { Json } from '../vocabulary/json.ts';
import { isNotLonger } from './is-not-longer.ts';
import { loosenedEvent } from './loosened-event.ts';
import {
  isEqual,
  isWithin,
  type Loosening,
  type Loosenings,
  listed,
  type TighteningContext,
  unless,
} from './loosening.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';

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
  ...keptTasks(old.tasks, now.tasks),
  ...unless(!(old.child !== undefined && now.child === undefined), 'child', 'the child’s part stays'),
];

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
  events: loosenedEvent,
  deadlines: ofDeadline,
  parameters: ofParameter,
  safeguards: ofSafeguard,
} as const satisfies Readonly<Record<string, Loosenings>>;

/** Every named part that was there stands as it was. */
function kept(field: string, old: Json | undefined, now: Json | undefined): Loosening[] {
  const after = isJsonObject(now) ? now : {};
  return Object.entries(isJsonObject(old) ? old : {}).flatMap(([name, part]) =>
    unless(
      Object.hasOwn(after, name) && isEqual(part, after[name]),
      `${field}/${name}`,
      'what was named stays',
    ),
  );
}

/** A task stays, as required as it was, told done by the same rule and due by the same deadline; who does it may differ. */
function keptTasks(old: Json | undefined, now: Json | undefined): Loosening[] {
  const after = isJsonObject(now) ? now : {};
  return Object.entries(isJsonObject(old) ? old : {}).flatMap(([name, was]) => {
    const is = Object.hasOwn(after, name) ? after[name] : undefined;
    if (!isJsonObject(was) || !isJsonObject(is))
      return unless(false, `tasks/${name}`, 'what was named stays');
    return [
      ...unless(
        was.required !== true || is.required === true,
        `tasks/${name}/required`,
        'it is still required',
      ),
      ...unless(
        was.met === undefined || isEqual(was.met, is.met),
        `tasks/${name}/met`,
        'the same rule tells it done',
      ),
      ...unless(
        was.deadline === undefined || isEqual(was.deadline, is.deadline),
        `tasks/${name}/deadline`,
        'it is due as before',
      ),
    ];
  });
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
  const before = old.responds_within ?? old.lasts_at_most;
  const after = old.responds_within ? now.responds_within : now.lasts_at_most;
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
