import type { Pack, Text } from '@parcours/engine';
import { applyPatches, enablePatches, type Patch } from 'immer';
import type { DraftChange } from '../store/procedure-drafts.ts';

enablePatches();

/** The words of a text in one language, and what its other languages said when these words were written. */
export type TextOrigin = { readonly words: string; readonly beside: Text };

/** By place (`steps/visit/title`) and language: only texts of which another language says something else by now. */
export type TextOrigins = Readonly<Record<string, Readonly<Record<string, TextOrigin>>>>;

type Done = Pick<DraftChange, 'kind' | 'patches' | 'inverse'>;
type Pair = readonly [before: Text | undefined, after: Text | undefined];

/**
 * From what each text was translated, read from everything that was done to a draft: `pack` is the draft after those
 * changes. What was there at the beginning was written together. An undo brings back what the words stood beside.
 */
export function textOrigins(pack: Pack, changes: readonly Done[]): TextOrigins {
  const packs = packsThrough(pack, changes);
  const told = changes.slice(changes.length - packs.length + 1);
  const origins = new Map<string, Map<string, Text>>();
  const known = new Map<string, Text>();
  for (const [index, change] of told.entries())
    for (const [place, [before, after]] of textsTouched(packs[index], packs[index + 1], change)) {
      const beside = origins.get(place) ?? new Map<string, Text>();
      origins.set(place, beside);
      for (const [language, words] of Object.entries(before ?? {})) {
        if (!beside.has(language)) beside.set(language, before ?? {});
        known.set(`${place} ${language} ${words}`, beside.get(language) ?? {});
      }
      for (const [language, words] of Object.entries(after ?? {})) {
        if (before?.[language] === words) continue;
        const then = change.kind === 'do' ? undefined : known.get(`${place} ${language} ${words}`);
        beside.set(language, then ?? after ?? {});
      }
    }
  return Object.fromEntries(
    [...origins].flatMap(([place, beside]) => {
      const now = nodeAt(pack, place.split('/'));
      const left = isText(now) ? leftBehind(now, beside) : [];
      return left.length > 0 ? [[place, Object.fromEntries(left)]] : [];
    }),
  );
}

function leftBehind(
  now: Text,
  beside: ReadonlyMap<string, Text>,
): readonly (readonly [string, TextOrigin])[] {
  return Object.entries(now).flatMap(([language, words]) => {
    const then = beside.get(language) ?? now;
    const hasMoved = Object.keys(then).some((other) => other !== language && now[other] !== then[other]);
    return hasMoved ? [[language, { words, beside: then }] as const] : [];
  });
}

/** The pack before each change and after the last, as far back as the changes fit: another base is laid below without any. */
function packsThrough(pack: Pack, changes: readonly Done[]): readonly Pack[] {
  const packs = [pack];
  for (const { inverse } of changes.toReversed()) {
    try {
      packs.unshift(applyPatches(packs[0] as Pack, inverse as unknown as Patch[]));
    } catch {
      break;
    }
  }
  return packs;
}

/** The texts that a change wrote, before and after. */
function textsTouched(
  before: Pack | undefined,
  after: Pack | undefined,
  { patches }: Done,
): ReadonlyMap<string, Pair> {
  const found = new Map<string, Pair>();
  const collect = (was: unknown, is: unknown, path: readonly string[], isDeep: boolean): void => {
    if (isText(was) || isText(is)) {
      found.set(path.join('/'), [isText(was) ? was : undefined, isText(is) ? is : undefined]);
    } else if (isDeep && isMap(was) && isMap(is))
      for (const key of Object.keys(is)) collect(was[key], is[key], [...path, key], true);
  };
  for (const { path } of patches) {
    const keys = path.map(String);
    const around = keys.slice(0, -1);
    collect(nodeAt(before, around), nodeAt(after, around), around, false);
    if (!found.has(around.join('/'))) collect(nodeAt(before, keys), nodeAt(after, keys), keys, true);
  }
  return found;
}

function nodeAt(root: unknown, keys: readonly string[]): unknown {
  let node = root;
  for (const key of keys) {
    if (!isMap(node) || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return node;
}

const isMap = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null;

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const isText = (node: unknown): node is Text =>
  isMap(node) &&
  !Array.isArray(node) &&
  Object.keys(node).length > 0 &&
  Object.entries(node).every(([key, words]) => LANGUAGE.test(key) && typeof words === 'string');
