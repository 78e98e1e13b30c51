import type { Atom, Conditions } from '../procedure/conditions.ts';

/** A node of a condition tree, told apart once for everybody who walks it. */
export type ReadNode =
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'all' | 'any' | 'not'; readonly of: readonly (Conditions | Atom)[] }
  /** None of these, or several at once: the checks name it, everybody else reads it as unknown. */
  | { readonly kind: 'malformed' };

const MALFORMED: ReadNode = { kind: 'malformed' };

/** Tells what a node is; survives what only a schema would refuse. */
export function readNode(node: Conditions | Atom): ReadNode {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return MALFORMED;
  if (Object.hasOwn(node, 'fact')) {
    const atom = node as Atom;
    return typeof atom.fact === 'string' ? { kind: 'atom', atom } : MALFORMED;
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(node);
  const [[kind, inner] = ['', undefined]] = entries;
  if (entries.length !== 1) return MALFORMED;
  if (kind === 'condition' && typeof inner === 'string') return { kind: 'rule', rule: inner };
  if (kind === 'not') return { kind, of: [inner as Conditions | Atom] };
  if ((kind === 'all' || kind === 'any') && Array.isArray(inner)) return { kind, of: inner };
  return MALFORMED;
}
