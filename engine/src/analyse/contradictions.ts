import { allOf, type Formula } from '../prove/formula.ts';
import type { Contradiction } from './analysis.ts';
import type { Masks } from './cubes.ts';
import { type Ground, someChild } from './search.ts';

/** A condition with the name by which it is told. */
export type NamedPart = { readonly name: string; readonly yes: Formula };

/**
 * The smallest set of conditions that exclude each other, found by leaving out one after the other; none when one of them can
 * never hold by itself, or all hold together.
 */
export function contradictionAmong(
  ground: Ground,
  parts: readonly NamedPart[],
  within: Masks,
): readonly Contradiction[] {
  const possible = (some: readonly NamedPart[]) =>
    someChild(ground, allOf(some.map(({ yes }) => yes)), within);
  if (parts.length < 2 || possible(parts) !== 'no') return [];
  if (parts.some((part) => possible([part]) === 'no')) return [];
  let left = parts;
  for (const part of parts) {
    const without = left.filter((other) => other !== part);
    if (possible(without) === 'no') left = without;
  }
  return [{ of: left.map(({ name }) => name) }];
}
