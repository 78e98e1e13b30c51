import * as z from 'zod';
import type { Finding } from '../vocabulary/finding.ts';
import { placeOf, schemaFindings } from './schema-findings.ts';

/** Keys whose value an overlay replaces whole, because a merge of two halves would mean neither. Design section 3, *Overlay*. */
export const REPLACED_WHOLE: ReadonlySet<string> = new Set([
  'conditions',
  'within',
  'from',
  'derive',
  'guard',
]);

/** A schema without its optional, default and lazy wrappings. */
export function bare(schema: z.core.$ZodType): z.core.$ZodTypes {
  const known = schema as z.core.$ZodTypes;
  switch (known._zod.def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return bare(known._zod.def.innerType);
    case 'lazy':
      return bare(known._zod.def.getter());
    case 'pipe':
      return bare(known._zod.def.in);
    default:
      return known;
  }
}

/**
 * What can already be told about an overlay's difference without what it extends: fields that do not exist, values of
 * the wrong kind. `null` removes; an object over a list patches it by identity; the rest is told once it is laid over.
 */
export function patchFindings(schema: z.core.$ZodType, place: string, value: unknown): Finding[] {
  return check(schema, place, [], value);
}

type Path = readonly (string | number)[];

function check(schema: z.core.$ZodType, place: string, path: Path, value: unknown): Finding[] {
  if (value === null) {
    return path.length > 0
      ? []
      : [error('overlay.null', place, 'A whole file cannot be removed; remove its entries one by one.')];
  }
  const shape = bare(schema);
  const { def } = shape._zod;
  const whole = () => wholeFindings(schema, place, path, value);
  if (REPLACED_WHOLE.has(String(path[path.length - 1]))) return whole();

  switch (def.type) {
    case 'object':
      if (!isObject(value)) return whole();
      return Object.entries(value).flatMap(([key, member]) => {
        const at = [...path, key];
        if (!Object.hasOwn(def.shape, key)) {
          const message = `"${key}" is not a field here; remove it or correct its name.`;
          return [error('schema.unknown_field', placeOf(place, at), message, { field: key })];
        }
        return check(def.shape[key] as z.core.$ZodType, place, at, member);
      });
    case 'record':
      if (!isObject(value)) return whole();
      return Object.entries(value).flatMap(([key, member]) => [
        ...wholeFindings(def.keyType, place, [...path, key], key),
        ...check(def.valueType, place, [...path, key], member),
      ]);
    case 'array':
      return isObject(value) ? checkList(def.element, place, path, value) : whole();
    case 'union': {
      const findings = whole();
      if (findings.length === 0 || !isObject(value)) return findings;
      const asPatch = def.options.map((option) => check(option, place, path, value));
      return asPatch.sort((a, b) => strangeness(a) - strangeness(b))[0] ?? findings;
    }
    default:
      return whole();
  }
}

/** A shape whose fields are not known was hardly meant. */
function strangeness(findings: readonly Finding[]): number {
  return findings.reduce((sum, { code }) => sum + (code === 'schema.unknown_field' ? 10 : 1), 0);
}

function checkList(
  element: z.core.$ZodType,
  place: string,
  path: Path,
  patch: Readonly<Record<string, unknown>>,
): Finding[] {
  const shape = bare(element)._zod.def;
  return Object.entries(patch).flatMap(([key, member]) => {
    if (member === null || member === true) return [];
    const at = [...path, key];
    if (shape.type !== 'object' || !isObject(member)) {
      return [
        error(
          'overlay.list',
          placeOf(place, at),
          'Over a list, null removes, true adds and an object merges; use one of them.',
        ),
      ];
    }
    const { after, ...rest } = member;
    if (after !== undefined && typeof after !== 'string') {
      return [
        error(
          'overlay.list',
          placeOf(place, [...at, 'after']),
          '"after" names the entry that this one follows.',
        ),
      ];
    }
    return check(element, place, at, rest);
  });
}

function wholeFindings(schema: z.core.$ZodType, place: string, path: Path, value: unknown): Finding[] {
  const result = z.safeParse(schema, value);
  return result.success ? [] : schemaFindings(placeOf(place, path), result.error.issues);
}

function error(code: string, path: string, message: string, parameters: Finding['parameters'] = {}): Finding {
  return { code, severity: 'error', path, parameters, message };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
