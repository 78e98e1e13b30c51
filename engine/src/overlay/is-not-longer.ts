import { durationParts } from '../calendar/duration.ts';
import { durationSchema } from '../procedure/deadlines.ts';
import type { Json } from '../vocabulary/json.ts';
import { isJsonObject } from './merge-patch.ts';

type Packs = {
  readonly inherited: Readonly<Record<string, Json>>;
  readonly laid: Readonly<Record<string, Json>>;
};

/**
 * True when a span is surely not longer than the one it replaces: for every value of its table, and however long its
 * months are. A span that was not known may become any; one that is no longer known is not surely shorter.
 */
export function isNotLonger(packs: Packs, old: Json | undefined, now: Json | undefined): boolean {
  const before = spans(old, packs.inherited.parameters);
  const after = spans(now, packs.laid.parameters);
  return [...new Set([...before.keys(), ...after.keys()])].every((value) => {
    const was = at(before, value);
    const is = at(after, value);
    if (was === undefined) return true;
    if (is === undefined) return false;
    return was === is || minutes(is, 'most') <= minutes(was, 'least');
  });
}

function at(table: ReadonlyMap<string, string | undefined>, value: string): string | undefined {
  if (table.has(value)) return table.get(value);
  return table.has('') ? table.get('') : shortest(table);
}

/** Duration for each value of the table, `''` for a span without one; undefined where it is not known. */
function spans(span: Json | undefined, parameters: Json | undefined): Map<string, string | undefined> {
  if (isJsonObject(span) && isJsonObject(span.values)) {
    return new Map(Object.entries(span.values).map(([value, part]) => [value, durationOf(part, parameters)]));
  }
  return new Map([['', span === undefined ? undefined : durationOf(span, parameters)]]);
}

function durationOf(span: Json, parameters: Json | undefined): string | undefined {
  const named = isJsonObject(span) && typeof span.parameter === 'string' ? span.parameter : undefined;
  const parameter = named !== undefined && isJsonObject(parameters) ? parameters[named] : undefined;
  const text = named === undefined ? span : isJsonObject(parameter) ? parameter.value : undefined;
  return durationSchema.safeParse(text).success ? String(text) : undefined;
}

/** Unknown takes the shortest. */
function shortest(table: ReadonlyMap<string, string | undefined>): string | undefined {
  const known = [...table.values()].filter((each) => each !== undefined);
  return known.sort((a, b) => minutes(a, 'most') - minutes(b, 'most'))[0];
}

function minutes(duration: string, which: 'least' | 'most'): number {
  const { years, months, weeks, days, minutes: rest } = durationParts(duration);
  const [inYear, inMonth] = which === 'least' ? [365, 28] : [366, 31];
  return (years * inYear + months * inMonth + weeks * 7 + days) * 1_440 + rest;
}
