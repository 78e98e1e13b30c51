import type { Use } from '@parcours/engine';
import type { OpenPack } from './command.ts';

type Node = { [key: string]: unknown } | unknown[];

/**
 * Uses that say what a rule, a span, a door or a safeguard means: to drop one would silently change the law of the
 * procedure, so the element they name cannot be removed before a person has decided otherwise.
 */
export function isMeaning({ path }: Use): boolean {
  return (
    path.startsWith('rules/') ||
    path.startsWith('safeguards/') ||
    path.includes('/guard') ||
    path.includes('/derive/') ||
    path.includes('/within') ||
    /\/(when|met|met\/rule|each|settles\/\d+)$/.test(path)
  );
}

/** Takes a use away, and what cannot stand without it: a way without its end, a field without its fact, an empty list. */
export function dropUse(pack: OpenPack, { path }: Pick<Use, 'path'>): void {
  const keys = path.split('/');
  const last = keys.at(-1) ?? '';
  const [section, , field] = keys;
  const goesWithItsHolder =
    (section === 'machine' && last === 'target') ||
    (section === 'forms' && last === 'fact') ||
    (section === 'deadlines' && last === 'to');
  if (section === 'deadlines' && field === 'from') dropAnchor(pack, keys);
  else if (section === 'effects' && field === 'on') drop(pack, keys.slice(0, 2));
  else drop(pack, goesWithItsHolder ? keys.slice(0, -1) : keys);
}

/** A deadline that counted from what is gone counts from the entry of its step, as when nothing named is known. */
function dropAnchor(pack: OpenPack, keys: readonly string[]): void {
  const depth = keys.findIndex((key) => /^\d+$/.test(key));
  const deadline = pack.deadlines[keys[1] ?? ''];
  if (depth >= 0) drop(pack, keys.slice(0, depth + 1));
  else if (deadline) deadline.from = 'entry';
}

/** Removes a member; a list or a map of lists that is left empty goes too, up to the element itself, which stays. */
function drop(pack: OpenPack, keys: readonly string[]): void {
  const holder = at(pack, keys.slice(0, -1));
  const key = keys.at(-1) ?? '';
  if (holder === undefined) return;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  const isEmpty = Array.isArray(holder) ? holder.length === 0 : Object.keys(holder).length === 0;
  const parent = keys.at(-2) ?? '';
  if (!isEmpty || !(Array.isArray(holder) || MAPS_THAT_GO.has(parent))) return;
  const above = keys.slice(0, -1);
  if (above.length <= 2) return;
  const isField = above[0] === 'forms' && parent === 'fields';
  const isAnchor = above[0] === 'deadlines' && ['latest', 'earliest', 'first'].includes(parent);
  const deadline = pack.deadlines[above[1] ?? ''];
  if (isAnchor && deadline && above.length === 4) deadline.from = 'entry';
  else drop(pack, isField || isAnchor ? above.slice(0, -1) : above);
}

const MAPS_THAT_GO: ReadonlySet<string> = new Set(['on', 'after']);

function at(pack: OpenPack, keys: readonly string[]): Record<string, unknown> | unknown[] | undefined {
  let node = pack as unknown as Node | undefined;
  for (const key of keys) {
    if (node === undefined || typeof node !== 'object') return undefined;
    node = (Array.isArray(node) ? node[Number(key)] : Object.hasOwn(node, key) ? node[key] : undefined) as
      | Node
      | undefined;
  }
  return node;
}

/** Uses in the order in which dropping one leaves the paths of the others true: the last of a list first. */
export function lastFirst(uses: readonly Use[]): readonly Use[] {
  return [...uses].sort((a, b) => compareBackwards(a.path.split('/'), b.path.split('/')));
}

function compareBackwards(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left = '', right = ''] = [a[index], b[index]];
    if (left === right) continue;
    const [x, y] = [Number(left), Number(right)];
    if (Number.isInteger(x) && Number.isInteger(y)) return y - x;
    return left < right ? 1 : -1;
  }
  return b.length - a.length;
}
