import * as z from 'zod';
import type { Pack, ParsedPack } from '../procedure/pack.ts';
import { SECTION_NAMES, SECTION_SCHEMAS } from '../procedure/pack.ts';
import { bare, REPLACED_WHOLE } from '../procedure/patch-findings.ts';
import { scenarioSchema } from '../procedure/scenario.ts';
import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import { merge } from './merge.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';
import { withoutNationalValues } from './national.ts';

type Schema = z.core.$ZodType;
type Raw = Readonly<Record<string, Json>>;

/** Of `pack.json` an overlay says everything itself, save for what it shares with its base. */
const SHARED_HEAD: ReadonlySet<string> = new Set([
  'terms',
  'withheld',
  'contacts',
  'reconsider',
  'complaint',
]);

/**
 * The overlay that makes `wanted` of `base`: `resolvePack` over that base gives `wanted` again. Holds the difference
 * only, entry by entry where a list can be patched by identity, else the list whole. `wanted` is a resolved pack whose
 * `pack` names the base in `extends`. Whether the base allows the change is for `resolvePack` to say.
 */
export function overlayOf(base: Pack, wanted: Pack): Extract<ParsedPack, { kind: 'overlay' }> {
  const [from, to] = [asRaw(base), asRaw(wanted)];
  const patch: Record<string, Json> = { pack: headOf(from.pack, to.pack) };
  for (const name of SECTION_NAMES) {
    if (name === 'pack') continue;
    const inherited =
      name === 'parameters'
        ? (withoutNationalValues(from.parameters, base.pack.jurisdiction, wanted.pack.jurisdiction) ?? {})
        : from[name];
    const change = difference(SECTION_SCHEMAS[name], inherited, to[name] ?? {});
    if (change !== undefined) patch[name] = change;
  }
  const stories = difference(z.record(z.string(), scenarioSchema), from.scenarios, to.scenarios ?? {});
  if (stories !== undefined) patch.scenarios = stories;
  return { kind: 'overlay', head: wanted.pack, patch, hash: sha256Hex(canonicalJson(patch)) };
}

function asRaw(pack: Pack): Raw {
  return JSON.parse(JSON.stringify(pack));
}

function headOf(base: Json | undefined, wanted: Json | undefined): Json {
  const shared = (head: Json | undefined) =>
    Object.fromEntries(Object.entries(head as JsonObject).filter(([key]) => SHARED_HEAD.has(key)));
  const own = Object.fromEntries(
    Object.entries(wanted as JsonObject)
      .filter(([key]) => !SHARED_HEAD.has(key))
      .map(([key, value]) => [key, whole((base as JsonObject)[key], value)]),
  );
  const change = difference(SECTION_SCHEMAS.pack, shared(base), shared(wanted));
  const dropped = Object.keys(base as JsonObject).filter(
    (key) => !SHARED_HEAD.has(key) && !Object.hasOwn(own, key),
  );
  return { ...own, ...Object.fromEntries(dropped.map((key) => [key, null])), ...(change as object) };
}

/** All of a value, with a `null` for what only the base has of it: a title is not called as its base in a language it lacks. */
function whole(before: Json | undefined, value: Json): Json {
  if (!isJsonObject(before) || !isJsonObject(value)) return value;
  const missing = Object.keys(before).filter((key) => !Object.hasOwn(value, key));
  return { ...value, ...Object.fromEntries(missing.map((key) => [key, null])) };
}

/** What to lay over `before` so that it reads `after`; undefined when they are equal. */
function difference(schema: Schema | undefined, before: Json | undefined, after: Json): Json | undefined {
  if (isSame(before, after)) return undefined;
  const candidate = proposed(schema, before, after);
  return isSame(laid(schema, before, candidate), after) ? candidate : after;
}

function proposed(schema: Schema | undefined, before: Json | undefined, after: Json): Json {
  if (Array.isArray(before) && Array.isArray(after)) return byIdentity(schema, before, after) ?? after;
  if (!isJsonObject(before) || !isJsonObject(after)) return after;
  const patch: Record<string, Json> = {};
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const change = REPLACED_WHOLE.has(key)
      ? isSame(before[key], value)
        ? undefined
        : value
      : difference(memberOf(schema, key), before[key], value);
    if (change !== undefined) patch[key] = change;
  }
  return patch;
}

/** A list as a patch by identity; undefined when its entries have none, or it is not worth it. */
function byIdentity(
  schema: Schema | undefined,
  before: readonly Json[],
  after: readonly Json[],
): JsonObject | undefined {
  const entry = elementOf(schema);
  const old = new Map(before.map((each) => [identityOf(each), each]));
  const now = new Map(after.map((each) => [identityOf(each), each]));
  if (old.has(undefined) || now.has(undefined)) return undefined;
  if (old.size !== before.length || now.size !== after.length || old.size === 0) return undefined;
  const patch: Record<string, Json> = {};
  for (const id of old.keys()) if (!now.has(id)) patch[String(id)] = null;
  let previous: string | undefined;
  for (const [id, value] of now) {
    const known = old.get(id);
    if (known === undefined) {
      const { target: _target, fact: _fact, id: _id, ...rest } = isJsonObject(value) ? value : {};
      patch[String(id)] = isJsonObject(value)
        ? { ...rest, ...(previous !== undefined && { after: previous }) }
        : true;
    } else {
      const change = difference(entry, known, value);
      if (change !== undefined) patch[String(id)] = change;
    }
    previous = id;
  }
  return patch;
}

function identityOf(entry: Json): string | undefined {
  if (typeof entry === 'string') return entry;
  if (!isJsonObject(entry)) return undefined;
  const found = [entry.target, entry.fact, entry.id].find((each) => typeof each === 'string');
  return typeof found === 'string' ? found : undefined;
}

function laid(schema: Schema | undefined, before: Json | undefined, patch: Json): Json {
  return merge(schema, '', before, patch, { findings: [], stale: [] });
}

function elementOf(schema: Schema | undefined): Schema | undefined {
  const def = schema && bare(schema)._zod.def;
  if (def?.type === 'array') return def.element;
  if (def?.type !== 'union') return undefined;
  return def.options.map(elementOf).find((element) => element !== undefined);
}

function memberOf(schema: Schema | undefined, key: string): Schema | undefined {
  const def = schema && bare(schema)._zod.def;
  if (def?.type === 'record') return def.valueType;
  if (def?.type === 'object') return Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if (def?.type !== 'union') return undefined;
  return def.options.map((option) => memberOf(option, key)).find((member) => member !== undefined);
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}
