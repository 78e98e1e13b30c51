import type * as z from 'zod';
import { bare } from '../procedure/patch-findings.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Json } from '../vocabulary/json.ts';
import type { MergeNotes } from './merge-notes.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';

/** Fields that tell an entry of a list from the others, by which one its schema has. */
const IDENTITIES = ['target', 'fact', 'id'] as const;
type Identity = (typeof IDENTITIES)[number];

/**
 * Patches a list by identity: `null` removes, `true` adds, an object merges. A new candidate comes first, any other
 * new entry last, unless `after` names the entry it follows. New entries stand in the order of their identities.
 * `mergeEntry` lays a change over an entry, or over nothing when it is new.
 */
export function mergeList(
  element: z.core.$ZodType | undefined,
  path: string,
  base: readonly Json[],
  patch: JsonObject,
  notes: MergeNotes,
  mergeEntry: (path: string, entry: Json | undefined, change: Json) => Json,
): Json {
  const field = identityField(element);
  const identityOf = (entry: Json) => (isJsonObject(entry) && field ? entry[field] : entry);
  const find = (identity: Json | undefined) => entries.findIndex((entry) => identityOf(entry) === identity);
  const entries = [...base];
  const added: { readonly entry: Json; readonly after: Json | undefined; readonly at: string }[] = [];

  for (const [identity, change] of Object.entries(patch).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = `${path}/${identity}`;
    const index = find(identity);
    if (base.filter((entry) => identityOf(entry) === identity).length > 1) {
      notes.findings.push(
        told(
          'error',
          'overlay.ambiguous_entry',
          at,
          `Two entries are "${identity}"; replace the whole list.`,
        ),
      );
    } else if (change === null) {
      if (index >= 0) entries.splice(index, 1);
      else
        notes.findings.push(
          told(
            'warning',
            'overlay.nothing_there',
            at,
            `"${identity}" is not in the list; correct the name or take the line away.`,
          ),
        );
    } else if (change === true) {
      if (index < 0) added.push({ entry: field ? { [field]: identity } : identity, after: undefined, at });
    } else if (isJsonObject(change) && field) {
      const { after, ...rest } = change;
      const old = entries[index];
      const entry = mergeEntry(at, old, old === undefined ? { [field]: identity, ...rest } : rest);
      if (old === undefined) added.push({ entry, after, at });
      else if (after === undefined) entries[index] = entry;
      else {
        entries.splice(index, 1);
        added.push({ entry, after, at });
      }
    } else {
      notes.findings.push(
        told(
          'error',
          'overlay.list',
          at,
          'Over a list, null removes, true adds and an object merges; use one of them.',
        ),
      );
    }
  }

  const loose = added.filter(({ after }) => after === undefined).map(({ entry }) => entry);
  if (field === 'target') entries.unshift(...loose);
  else entries.push(...loose);
  for (const { entry, after, at } of inOrder(added, identityOf)) {
    const index = find(after);
    if (index >= 0) entries.splice(index + 1, 0, entry);
    else
      notes.findings.push(
        told(
          'error',
          'overlay.after_unknown',
          `${at}/after`,
          `There is no "${String(after)}" to follow; name an entry of the list.`,
        ),
      );
  }
  return entries;
}

type Added = { readonly entry: Json; readonly after: Json | undefined; readonly at: string };

/** Those that follow another, each behind the one it follows; of two that follow the same, the later identity first, so that they end in order. */
function inOrder(added: readonly Added[], identityOf: (entry: Json) => Json | undefined): readonly Added[] {
  const waiting = added.filter(({ after }) => after !== undefined).reverse();
  const names = new Set(waiting.map(({ entry }) => identityOf(entry)));
  const ordered: Added[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ after }) => !names.has(after));
    const [each] = waiting.splice(Math.max(next, 0), 1);
    if (!each) break;
    names.delete(identityOf(each.entry));
    ordered.push(each);
  }
  return ordered;
}

function identityField(element: z.core.$ZodType | undefined): Identity | undefined {
  const def = element && bare(element)._zod.def;
  if (def?.type !== 'object') return undefined;
  return IDENTITIES.find((field) => Object.hasOwn(def.shape, field));
}

function told(severity: Finding['severity'], code: string, path: string, message: string): Finding {
  return { code, severity, path, parameters: {}, message };
}
