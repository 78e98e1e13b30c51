import { readDuration } from '../calendar/duration.ts';
import { toInstant } from '../calendar/instant.ts';
import { textFlaw } from '../procedure/text-flaw.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import { own, type ValueType } from './subject.ts';

/** What bounds a value that is not records. */
export type ScalarBounds = {
  readonly type: Exclude<ValueType, 'records'>;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly maxLength?: number | undefined;
};

export type Flaw = { readonly code: string; readonly message: string };
export type Scalar = boolean | number | string | readonly string[];
export type Checked = { readonly value: Scalar } | { readonly flaw: Flaw };

const STRING_LENGTH = 1_000;
const TEXT_LENGTH = 20_000;
const REFERENCE_LENGTH = 200;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

type Check = (value: unknown, bounds: ScalarBounds) => Checked;

const CHECKS: Readonly<Record<ScalarBounds['type'], Check>> = {
  boolean: (value) => (typeof value === 'boolean' ? { value } : wrong('value.type', 'Answer true or false.')),
  integer: (value, bounds) =>
    Number.isSafeInteger(value)
      ? bounded(value as number, bounds)
      : wrong('value.type', 'Give a whole number.'),
  number: (value, bounds) =>
    typeof value === 'number' && Number.isFinite(value)
      ? bounded(value, bounds)
      : wrong('value.type', 'Give a number.'),
  string: (value, bounds) => written(value, bounds.maxLength ?? STRING_LENGTH),
  text: (value, bounds) => written(value, bounds.maxLength ?? TEXT_LENGTH),
  person: (value) => written(value, REFERENCE_LENGTH),
  place: (value) => written(value, REFERENCE_LENGTH),
  service: (value) => written(value, REFERENCE_LENGTH),
  enum: (value, bounds) => {
    if (typeof value !== 'string') return wrong('value.type', 'Give one of the declared values.');
    return member(value, bounds)
      ? { value }
      : wrong('value.enum', `"${brief(value)}" is not one of the declared values.`);
  },
  enums: checkList,
  date: (value) =>
    typeof value === 'string' && isDate(value)
      ? { value }
      : wrong('value.date', 'Give a date that exists, as 2026-03-02.'),
  instant: (value) => {
    const instant = typeof value === 'string' ? instantOf(value) : undefined;
    return instant === undefined
      ? wrong('value.instant', 'Give a date and time with its offset, as 2026-03-02T08:00:00Z.')
      : { value: instant };
  },
  duration: (value) =>
    typeof value === 'string' && isDuration(value)
      ? { value }
      : wrong('value.duration', 'Give an ISO 8601 duration, as PT24H or P3M.'),
};

/** Checks one value against a type and its bounds; the value given back is normalised (instants to UTC, no minus zero). */
export function checkScalar(value: unknown, bounds: ScalarBounds): Checked {
  return CHECKS[bounds.type](value, bounds);
}

/** True for a calendar date that exists, from year 0001 to 9999. */
export function isDate(text: string): boolean {
  if (!DATE.test(text) || text.startsWith('0000')) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return Number(text.slice(8)) <= days;
}

/** True for an ISO 8601 duration that the calendar can add. */
export function isDuration(text: string): boolean {
  return readDuration(text) !== undefined;
}

function instantOf(text: string): string | undefined {
  return answers(() => toInstant(text));
}

/** What a call that may refuse its text gives, undefined when it refuses; any other error goes on. */
function answers<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

function checkList(value: unknown, bounds: ScalarBounds): Checked {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    return wrong('value.type', 'Give a list of the declared values.');
  }
  const items: readonly string[] = value;
  const stranger = items.find((item) => !member(item, bounds));
  if (stranger !== undefined)
    return wrong('value.enum', `"${brief(stranger)}" is not one of the declared values.`);
  if (new Set(items).size < items.length) return wrong('value.twice', 'Name each value once.');
  return { value: [...items] };
}

function written(value: unknown, longest: number): Checked {
  if (typeof value !== 'string') return wrong('value.type', 'Give text.');
  if (value.length === 0) return wrong('value.empty', 'Leave the field out rather than empty.');
  if (value.length > longest) return wrong('value.too_long', `Keep it within ${longest} characters.`);
  const flaw = textFlaw(value);
  return flaw ? { flaw: { code: flaw.code, message: flaw.message } } : { value };
}

function bounded(value: number, { min, max }: ScalarBounds): Checked {
  if (min !== undefined && value < min) return wrong('value.too_small', `Give ${min} or more.`);
  if (max !== undefined && value > max) return wrong('value.too_large', `Give ${max} or less.`);
  return { value: value + 0 };
}

function member(value: string, bounds: ScalarBounds): boolean {
  return own(bounds.values, value) !== undefined;
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function wrong(code: string, message: string): Checked {
  return { flaw: { code, message } };
}
