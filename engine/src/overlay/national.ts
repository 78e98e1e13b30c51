import type { Json } from '../vocabulary/json.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';

/**
 * National law is not inherited across a border: the value of a `national` parameter is dropped and its guideline kept
 * for comparison. Within one country (a region that extends its country) it stays.
 */
export function withoutNationalValues(
  parameters: Json | undefined,
  from: string,
  to: string,
): Json | undefined {
  if (!isJsonObject(parameters) || countryOf(from) === countryOf(to)) return parameters;
  return Object.fromEntries(Object.entries(parameters).map(([id, parameter]) => [id, dropValue(parameter)]));
}

function dropValue(parameter: Json): Json {
  if (!isJsonObject(parameter) || parameter.national !== true) return parameter;
  const { value: _value, sources: _sources, basis: _basis, ...kept } = parameter as JsonObject;
  return { ...kept, confidence: 'unknown' };
}

function countryOf(jurisdiction: string): string {
  return jurisdiction.split('-')[0] ?? jurisdiction;
}
