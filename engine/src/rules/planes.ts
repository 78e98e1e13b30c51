/**
 * Deciding every rule at once. Each atom, each node of a condition tree and each rule that another names has a bit in two planes, a
 * sure yes and a sure no; unknown is neither. The value of a fact sets all the bits of its atoms by one look into a table, and a
 * node is decided by masks. The closures of `compile-conditions` remain the meaning: what is not a recorded fact against a
 * literal is asked of them.
 */
import type { Atom, Conditions } from '../procedure/conditions.ts';
import { LIMITS } from '../procedure/limits.ts';
import type { FactValue } from '../procedure/value.ts';
import { type ConditionScope, compileConditions } from './compile-conditions.ts';
import type { OperatorKind } from './operators.ts';
import { readNode } from './read-node.ts';
import { type ResolvedAtom, resolveAtom } from './resolve-atom.ts';
import { otherParts, ownParts } from './rule-book.ts';
import type { ProgramPart } from './rule-program.ts';
import type { Run } from './run.ts';
import type { Tri } from './tri.ts';
import { familyOf } from './value-shape.ts';

/** How the value of a slot finds its row in the table: by itself, by order, or among some texts. */
export const ROW_BY = { truth: 0, number: 1, time: 2, text: 3 } as const;

/** The atoms of one recorded fact, 32 at most, all in one word of the planes. Row 0 is unknown. */
export type SlotTable = {
  readonly slot: number;
  readonly by: (typeof ROW_BY)[keyof typeof ROW_BY];
  /** Thresholds in order, or texts; row 1 + 2n lies before threshold n, row 2 + 2n on it; row 1 + n is text n, the last any other. */
  readonly numbers: Float64Array;
  readonly texts: readonly string[];
  readonly word: number;
  /** Every bit but those of this slot. */
  readonly others: number;
  readonly yes: Int32Array;
  readonly no: Int32Array;
};

/** What is done in order once the slots are read. Bits are told by word and mask. */
export type PlaneStep =
  | { readonly kind: 'derive'; readonly part: Extract<ProgramPart, { kind: 'fact' }> }
  | { readonly kind: 'ask'; readonly decide: (run: Run) => Tri; readonly word: number; readonly bit: number }
  /** Nodes in a row, each as: 1 for all or 0 for any, the rule it decides or -1, word, bit, how many parts, then for each
   * part the word, the mask of what must be so and of what must not. */
  | { readonly kind: 'nodes'; readonly code: Int32Array };

export type Planes = {
  readonly words: number;
  readonly tables: readonly SlotTable[];
  readonly steps: readonly PlaneStep[];
  /** The nodes, when there is no other step. */
  readonly alone: Int32Array | undefined;
};

type Bit = { readonly word: number; readonly bit: number };
type Part = { readonly at: Bit; readonly negated: boolean };
type SlotAtom = { readonly resolved: ResolvedAtom; readonly slot: number; readonly at: Bit };

/** What the planes need of a program. */
export type PlaneGround = {
  readonly scope: ConditionScope;
  /** The slot of a fact that is only recorded: neither derived nor presumed. */
  plainSlot(id: string): number | undefined;
  readonly parts: readonly ProgramPart[];
};

/** Lays out the planes of some parts, in their order. */
export function layPlanes({ scope, plainSlot, parts }: PlaneGround): Planes {
  const layout = bitLayout();
  const steps: PlaneStep[] = [];
  const atoms = new Map<string, SlotAtom>();
  const asked = new Map<string, Bit>();
  const ofRule = new Map<string, Bit>();

  const nodes: number[] = [];
  const push = (step: PlaneStep) => {
    if (nodes.length > 0) steps.push({ kind: 'nodes', code: Int32Array.from(nodes.splice(0)) });
    steps.push(step);
  };
  const slotAtom = (atom: Atom): Bit | undefined => {
    const key = JSON.stringify(atom);
    const known = atoms.get(key);
    if (known) return known.at;
    const resolved = resolveAtom(scope.book, atom);
    if ('flaw' in resolved || !('literal' in resolved.right) || resolved.left.kind !== 'fact')
      return undefined;
    const slot = plainSlot(resolved.left.id);
    if (slot === undefined || rowBy(resolved) === undefined) return undefined;
    const at = layout.take(slot);
    atoms.set(key, { resolved, slot, at });
    return at;
  };
  const askAtom = (atom: Atom): Bit => {
    const key = JSON.stringify(atom);
    const known = asked.get(key);
    if (known) return known;
    const at = layout.next();
    asked.set(key, at);
    push({ kind: 'ask', decide: compileConditions(atom, scope).decide, ...at });
    return at;
  };
  /** Undefined is unknown for ever. */
  const partOf = (node: Conditions | Atom, depth: number): Part | undefined => {
    const read = readNode(node);
    if (read.kind === 'atom') return { at: slotAtom(read.atom) ?? askAtom(read.atom), negated: false };
    if (read.kind === 'rule') {
      const at = ofRule.get(read.rule);
      return at && { at, negated: false };
    }
    if (read.kind === 'malformed' || read.of.length === 0 || depth > LIMITS.ruleDepth) return undefined;
    if (read.kind === 'not') {
      const [inner] = read.of.map((part) => partOf(part, depth + 1));
      return inner && { at: inner.at, negated: !inner.negated };
    }
    return joined(
      read.kind === 'all',
      read.of.map((part) => partOf(part, depth + 1)),
    );
  };
  const joined = (all: boolean, of: readonly (Part | undefined)[], rule = -1): Part => {
    const at = layout.next();
    const masks = masksOf(of, () => layout.never);
    nodes.push(all ? 1 : 0, rule, at.word, at.bit, masks.length / 3, ...masks);
    return { at, negated: false };
  };

  for (const part of parts) {
    if (part.kind === 'fact') {
      if (!part.cyclic) push({ kind: 'derive', part });
      continue;
    }
    const rule = part.cyclic ? undefined : scope.book.rules[part.id];
    const own = rule ? ownParts(rule).map(({ conditions }) => partOf(conditions, 1)) : [undefined];
    const others = rule ? otherParts(rule).map(({ conditions }) => partOf(conditions, 1)) : [];
    const { at } =
      others.length > 0
        ? joined(false, [joined(true, own), ...others], part.index)
        : joined(true, own, part.index);
    ofRule.set(part.id, at);
  }
  if (nodes.length > 0) steps.push({ kind: 'nodes', code: Int32Array.from(nodes) });
  const [only] = steps;
  return {
    words: layout.words(),
    tables: tablesOf([...atoms.values()]),
    steps,
    alone: steps.length === 1 && only?.kind === 'nodes' ? only.code : undefined,
  };
}

/** Hands out bits, those of one slot together in one word. */
function bitLayout() {
  let words = 1;
  /** Bit 0 of word 0 is nobody's: neither yes nor no, for ever. */
  let free = 1;
  const open = new Map<number, { word: number; left: number }>();
  const next = (): Bit => {
    if (free === 32) {
      words += 1;
      free = 0;
    }
    const at = { word: words - 1, bit: 1 << free };
    free += 1;
    return at;
  };
  return {
    never: { word: 0, bit: 1 } as Bit,
    next,
    take: (slot: number): Bit => {
      const known = open.get(slot);
      if (known && known.word === words - 1 && free < 32) return next();
      const at = next();
      open.set(slot, { word: at.word, left: 0 });
      return at;
    },
    words: () => words,
  };
}

function masksOf(of: readonly (Part | undefined)[], never: () => Bit): readonly number[] {
  const masks = new Map<number, { must: number; mustNot: number }>();
  for (const part of of) {
    const { word, bit } = part?.at ?? never();
    const mask = masks.get(word) ?? { must: 0, mustNot: 0 };
    if (part?.negated) mask.mustNot |= bit;
    else mask.must |= bit;
    masks.set(word, mask);
  }
  return [...masks].flatMap(([word, { must, mustNot }]) => [word, must, mustNot]);
}

function rowBy({ left, kind, atom }: ResolvedAtom): SlotTable['by'] | undefined {
  if (atom.operator === 'withinLast') return undefined;
  const family = familyOf(left.type);
  if (family === 'boolean') return ROW_BY.truth;
  if (family === 'number') return ROW_BY.number;
  if (family === 'date' || family === 'instant') return ROW_BY.time;
  return family === 'enums' || family === 'records' || family === 'duration' || !kind
    ? undefined
    : ROW_BY.text;
}

/** One table for the atoms of each slot in each word. */
function tablesOf(atoms: readonly SlotAtom[]): readonly SlotTable[] {
  const groups = new Map<string, SlotAtom[]>();
  for (const atom of atoms) {
    const key = `${atom.slot} ${atom.at.word}`;
    groups.set(key, [...(groups.get(key) ?? []), atom]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const by = first && rowBy(first.resolved);
    if (!first || by === undefined) return [];
    const literals = group.flatMap(({ resolved }) =>
      resolved.kind.aboutIgnorance ? [] : literalsOf(resolved),
    );
    const keys = by === ROW_BY.truth ? [] : [...new Set(literals)].sort((a, b) => (a < b ? -1 : 1));
    const rows = rowsOf(by, keys);
    const fill = (answer: boolean) =>
      Int32Array.from(rows, (value) =>
        group.reduce(
          (mask, { resolved, at }) => (answers(resolved, value) === answer ? mask | at.bit : mask),
          0,
        ),
      );
    return [
      {
        slot: first.slot,
        by,
        numbers: Float64Array.from(keys.filter((key) => typeof key === 'number')),
        texts: keys.filter((key) => typeof key === 'string'),
        word: first.at.word,
        others: ~group.reduce((mask, { at }) => mask | at.bit, 0),
        yes: fill(true),
        no: fill(false),
      },
    ];
  });
}

function literalsOf({ right }: ResolvedAtom): readonly (number | string)[] {
  const all = 'literal' in right ? [right.literal].flat() : [];
  return all.filter(
    (value): value is number | string => typeof value === 'number' || typeof value === 'string',
  );
}

/** A value for each row; undefined is unknown. */
function rowsOf(by: SlotTable['by'], keys: readonly (number | string)[]): readonly (FactValue | undefined)[] {
  if (by === ROW_BY.truth) return [undefined, true, false];
  if (by === ROW_BY.text) return [undefined, ...keys, ANY_OTHER_TEXT];
  const beyond = by === ROW_BY.number ? Number.POSITIVE_INFINITY : '\uffff';
  return [undefined, ...keys.flatMap((key) => [justBefore(key), key]), beyond];
}

/** No literal is this: texts of packs are at most 1,000 characters. */
const ANY_OTHER_TEXT = '\u0000'.repeat(1_001);

/** Something below a threshold and above everything less that a pack can write. */
function justBefore(key: number | string): number | string {
  if (typeof key === 'string')
    return `${key.slice(0, -1)}${String.fromCharCode(key.charCodeAt(key.length - 1) - 1)}\uffff`;
  return key - Math.abs(key) * 2 ** -53 - Number.MIN_VALUE;
}

function answers({ kind, right, left }: ResolvedAtom, value: FactValue | undefined): boolean | undefined {
  const literal = 'literal' in right ? right.literal : undefined;
  if (literal === undefined) return undefined;
  const family = familyOf(left.type);
  if (kind.aboutIgnorance) return kind.test(value !== undefined, literal, NO_MOMENT, family);
  return value === undefined ? undefined : kind.test(value, literal, NO_MOMENT, family);
}

/** No operator in a table asks the clock. */
const NO_MOMENT: Parameters<OperatorKind['test']>[2] = {
  at: '',
  today: () => '',
  earliest: () => '',
};
