import { canonicalJson } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import type { JsonObject } from './merge-patch.ts';
import type { RuleUse } from './rule-uses.ts';

/** What the checks may look at besides the element: both whole packs, raw, and what each rule does at the doors. */
export type TighteningContext = {
  readonly inherited: Readonly<Record<string, Json>>;
  readonly laid: Readonly<Record<string, Json>>;
  readonly rules: ReadonlyMap<string, RuleUse>;
};

/** A field that an overlay made less protective than it was. */
export type Loosening = { readonly field: string; readonly why: string };

/** What an overlay loosened of one element: as it was inherited, and as it is now. */
export type Loosenings = (
  context: TighteningContext,
  id: string,
  old: JsonObject,
  now: JsonObject,
) => Loosening[];

/** Nothing when it is fine, or the loosening of that field. */
export function unless(isFine: boolean, field: string, why: string): Loosening[] {
  return isFine ? [] : [{ field, why }];
}

/** The members of a list; none of what is no list. */
export function listed(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** Every member of the one stands in the other. */
export function isWithin(part: Json | undefined, whole: Json | undefined): boolean {
  return listed(part).every((each) => listed(whole).some((other) => isEqual(each, other)));
}

/** The same JSON, whatever the order of its keys; absent equals absent alone. */
export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}
