import type { Pack, Text } from '@parcours/engine';
import type { TextOrigins } from '../../client.ts';
import type { Change } from '../log/command-log.ts';

/**
 * The languages of a text that another language has left behind: changed here while they stayed as they were. Compared with the
 * base of an adaptation, and with what was done since the draft was opened.
 */
export function staleIn(text: Text, before: Text | undefined): readonly string[] {
  if (!before) return [];
  const hasMoved = Object.keys({ ...before, ...text }).some(
    (language) => before[language] !== undefined && text[language] !== before[language],
  );
  if (!hasMoved) return [];
  return Object.keys(text).filter(
    (language) => before[language] !== undefined && text[language] === before[language],
  );
}

/** The text that stands at a path of another pack, if it is there. */
export function textAt(pack: Pack, path: string): Text | undefined {
  let node: unknown = pack;
  for (const key of path.split('/')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Readonly<Record<string, unknown>>)[key];
  }
  return node as Text | undefined;
}

/** For each text changed since the draft was opened: the languages in which it was, by its path. */
export function touchedSince(past: readonly Change[]): ReadonlyMap<string, ReadonlySet<string>> {
  const touched = new Map<string, Set<string>>();
  for (const { patches } of past)
    for (const { path } of patches) {
      const language = String(path.at(-1));
      const place = path.slice(0, -1).join('/');
      touched.set(place, (touched.get(place) ?? new Set()).add(language));
    }
  return touched;
}

/** True when a text still has the words that were written beside another text in the language it is translated from. */
export function isLeftBehind(
  { path, text }: { readonly path: string; readonly text: Text },
  { from, to }: { readonly from: string; readonly to: string },
  origins: TextOrigins,
): boolean {
  const origin = origins[path]?.[to];
  const then = origin?.beside[from];
  return origin !== undefined && origin.words === text[to] && then !== undefined && then !== text[from];
}
