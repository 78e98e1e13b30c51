import type { Engine } from 'json-rules-engine';
import type { Moment } from './operators.ts';

/**
 * Registers `known`, `before`, `after` and `withinLast` with a json-rules-engine, written apart from our own so that a
 * slip in one is seen. Dates and instants are text of one form, so the order of text is the order of time.
 */
export function addOwnOperators(engine: Pick<Engine, 'addOperator'>, moment: Moment): void {
  engine.addOperator(
    'known',
    (value: unknown, wanted: unknown) => (value !== undefined && value !== null) === wanted,
  );
  engine.addOperator(
    'before',
    (value: unknown, other: unknown) => isText(value) && isText(other) && value < other,
  );
  engine.addOperator(
    'after',
    (value: unknown, other: unknown) => isText(value) && isText(other) && value > other,
  );
  engine.addOperator('withinLast', (value: unknown, span: unknown) => {
    if (!isText(value) || !isText(span)) return false;
    const isDate = !value.includes('T');
    const now = isDate ? moment.today() : moment.at;
    return moment.earliest(span, isDate ? 'date' : 'instant') <= value && value <= now;
  });
}

/** A path resolver that reads one own property and nothing else: jsonpath-plus, which can run code, is never reached. */
export function ownPropertyOf(value: object, path: string): unknown {
  return Object.hasOwn(value, path) ? Object.entries(value).find(([key]) => key === path)?.[1] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
