import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import type { Entry } from './entry.ts';
import { sortKeys } from './sort-keys.ts';

/** What the first entry of a case names as its previous hash. */
export const GENESIS = '0'.repeat(64);

/** An entry with its hash: SHA-256 over the canonical JSON (RFC 8785) of everything else in it. */
export function sealEntry(body: Omit<Entry, 'hash'>): Entry {
  return sortKeys({ ...body, hash: hashOf(body) });
}

/** The hash an entry ought to carry. */
export function hashOf(entry: Omit<Entry, 'hash'> & { readonly hash?: string }): string {
  const { hash: _, ...body } = entry;
  return sha256Hex(canonicalJson(body));
}
