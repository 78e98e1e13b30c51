import * as z from 'zod';
import { bare, REPLACED_WHOLE } from '../procedure/patch-findings.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Json } from '../vocabulary/json.ts';
import { textSchema } from '../vocabulary/text.ts';
import { mergeList } from './merge-list.ts';
import type { MergeNotes } from './merge-notes.ts';
import { isJsonObject, type JsonObject, mergePatch } from './merge-patch.ts';

type Schema = z.core.$ZodType;

/**
 * Lays an overlay's difference over what it extends: RFC 7396 with the three additions of design section 3, because
 * plain merging corrupts. `conditions`, `within`, `from`, `derive`, `guard` and each language's text are replaced whole;
 * an object over a list patches it by identity; changing one language marks the inherited others stale.
 * Changes neither argument. The result is still raw: its schema decides whether it is sound.
 */
export function merge(
  schema: Schema | undefined,
  path: string,
  base: Json | undefined,
  patch: Json,
  notes: MergeNotes,
): Json {
  if (!isJsonObject(patch)) return patch;
  const shape = schema && bare(schema);
  const list = listOf(shape, base, patch);
  if (list) {
    return mergeList(list.element, path, list.entries, patch, notes, (at, entry, change) =>
      merge(list.element, at, entry, change, notes),
    );
  }
  if (shape === undefined) return mergePatch(base, patch);

  const inherited: JsonObject = isJsonObject(base) ? base : {};
  const merged = new Map(Object.entries(inherited));
  for (const [key, change] of Object.entries(patch)) {
    const at = `${path}/${key}`;
    if (change === null) {
      if (!merged.delete(key) && base !== undefined) notes.findings.push(nothingThere(at, key));
    } else if (REPLACED_WHOLE.has(key)) merged.set(key, change);
    else merged.set(key, merge(memberOf(shape, key, inherited), at, inherited[key], change, notes));
  }
  if (shape === bare(textSchema)) noteStale(path, inherited, patch, notes);
  return Object.fromEntries(merged);
}

function nothingThere(path: string, name: string): Finding {
  return {
    code: 'overlay.nothing_there',
    severity: 'warning',
    path,
    parameters: { name },
    message: `The overlay removes "${name}", which is not there; correct the name or take the line away.`,
  };
}

type Shape = z.core.$ZodTypes;

/** The list to patch by identity; undefined where the patch is an object over an object. */
function listOf(
  shape: Shape | undefined,
  base: Json | undefined,
  patch: JsonObject,
): { element: Schema | undefined; entries: readonly Json[] } | undefined {
  const def = shape?._zod.def;
  if (def?.type === 'array') return { element: def.element, entries: Array.isArray(base) ? base : [] };
  if (def?.type !== 'union')
    return Array.isArray(base) && shape !== undefined ? { element: undefined, entries: base } : undefined;
  const list = def.options.map((option) => bare(option)._zod.def).find((option) => option.type === 'array');
  if (!list || isJsonObject(base) || isWholeValue(shape as Shape, patch)) return undefined;
  return { element: list.element, entries: Array.isArray(base) ? base : [] };
}

function isWholeValue(shape: Shape, value: Json): boolean {
  return z.safeParse(shape, value).success;
}

/** Schema of a member; of several shapes, the one that the inherited `kind` chose, or the first that knows the key. */
function memberOf(shape: Shape, key: string, inherited: JsonObject): Schema | undefined {
  const { def } = shape._zod;
  if (def.type === 'record') return def.valueType;
  if (def.type === 'object') return Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if (def.type !== 'union') return undefined;
  const options = def.options.map(bare);
  const fitting = options.filter((option) => isWholeValue(option, inherited));
  for (const option of [...fitting, ...options]) {
    const member = memberOf(option, key, inherited);
    if (member) return member;
  }
  return undefined;
}

function noteStale(path: string, inherited: JsonObject, patch: JsonObject, notes: MergeNotes): void {
  const changed = Object.keys(patch).some(
    (language) => Object.hasOwn(inherited, language) && inherited[language] !== patch[language],
  );
  const languages = Object.keys(inherited).filter((language) => !Object.hasOwn(patch, language));
  if (changed && languages.length > 0) notes.stale.push({ path, languages });
}
