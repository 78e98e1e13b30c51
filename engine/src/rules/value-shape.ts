import type { FactValue } from '../procedure/value.ts';
import { isDate } from './check-scalar.ts';
import type { ValueType } from './subject.ts';

/** Kinds of value that may be compared with each other. */
export type Family =
  | 'boolean'
  | 'number'
  | 'text'
  | 'enum'
  | 'enums'
  | 'date'
  | 'instant'
  | 'duration'
  | 'person'
  | 'place'
  | 'service'
  | 'records';

const FAMILY: Readonly<Record<ValueType, Family>> = {
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
  string: 'text',
  text: 'text',
  enum: 'enum',
  enums: 'enums',
  date: 'date',
  instant: 'instant',
  duration: 'duration',
  person: 'person',
  place: 'place',
  service: 'service',
  records: 'records',
};

/** The family of a type: integers compare with numbers, strings with texts, everything else only with itself. */
export function familyOf(type: ValueType): Family {
  return FAMILY[type];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const DAY_LENGTH = '2026-03-02'.length;
const TIME = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const SHAPE: Readonly<Record<Family, (value: unknown) => boolean>> = {
  boolean: (value) => value === true || value === false,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  text: isText,
  enum: isText,
  enums: (value) => Array.isArray(value) && value.every(isText),
  date: (value) => isText(value) && isDate(value),
  instant: (value) => isText(value) && isInstant(value),
  duration: isText,
  person: isText,
  place: isText,
  service: isText,
  records: (value) => Array.isArray(value) && value.every(isRow),
};

/**
 * The test that keeps a value of another type from being compared: what fails it reads as unknown.
 * Bounds and membership were checked when the value was recorded, by `checkFactValue`.
 */
export function shapeOf(type: ValueType): (value: unknown) => value is FactValue {
  return SHAPE[FAMILY[type]] as (value: unknown) => value is FactValue;
}

/** True for an instant written as `toInstant` writes it, so that text order is time order. */
export function isInstant(text: string): boolean {
  return isDate(text.slice(0, DAY_LENGTH)) && TIME.test(text.slice(DAY_LENGTH));
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
