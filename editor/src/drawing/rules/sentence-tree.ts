import type { Atom, Conditions, Pack } from '@parcours/engine';

/** How the parts of a group hold together. `none`: not one of them; `not_all`: at least one is not so. */
export const GROUP_MODES = ['all', 'any', 'none', 'not_all'] as const;
export type GroupMode = (typeof GROUP_MODES)[number];

/** A condition as people read it: groups of sentences, with every *not* said where it stands. */
export type SentenceTree<Leaf> =
  | { readonly kind: 'group'; readonly mode: GroupMode; readonly of: readonly SentenceTree<Leaf>[] }
  | { readonly kind: 'leaf'; readonly negated: boolean; readonly leaf: Leaf };

/** What a rule says: a comparison, or another rule. */
export type RuleLeaf = { readonly atom: Atom } | { readonly condition: string };

/** What a way asks: a rule, or where the case stands. */
export type WayLeaf = { readonly rule: string } | { readonly state: string };

type Way = NonNullable<NonNullable<Pack['machine']['states'][string]['always']>[number]['guard']>;

export type { Way as WayCondition };

type RuleNode = Conditions | Atom;

/** The conditions of a rule as sentences; the outermost is always a group. */
export function readRule(conditions: Conditions): SentenceTree<RuleLeaf> {
  return asGroup(readRuleNode(conditions));
}

function readRuleNode(node: RuleNode): SentenceTree<RuleLeaf> {
  if ('fact' in node) return { kind: 'leaf', negated: false, leaf: { atom: node } };
  if ('condition' in node) return { kind: 'leaf', negated: false, leaf: { condition: node.condition } };
  if ('all' in node) return { kind: 'group', mode: 'all', of: node.all.map(readRuleNode) };
  if ('any' in node) return { kind: 'group', mode: 'any', of: node.any.map(readRuleNode) };
  return denied(readRuleNode(node.not));
}

/** Sentences as the conditions of a rule. A group without parts is none: give it at least one. */
export function writeRule(tree: SentenceTree<RuleLeaf>): Conditions {
  const written = writeRuleNode(tree);
  return 'fact' in written ? { all: [written] } : written;
}

function writeRuleNode(tree: SentenceTree<RuleLeaf>): RuleNode {
  if (tree.kind === 'leaf') {
    const said: RuleNode = 'atom' in tree.leaf ? tree.leaf.atom : { condition: tree.leaf.condition };
    return tree.negated ? { not: said } : said;
  }
  const of = tree.of.map(writeRuleNode);
  if (tree.mode === 'all') return { all: of };
  if (tree.mode === 'any') return { any: of };
  return { not: tree.mode === 'none' ? { any: of } : { all: of } };
}

/** The condition of a way as sentences; undefined for a way that asks nothing. */
export function readWay(guard: Way | undefined): SentenceTree<WayLeaf> | undefined {
  return guard === undefined ? undefined : asGroup(readWayNode(guard));
}

function readWayNode(guard: Way): SentenceTree<WayLeaf> {
  if (typeof guard === 'string') return { kind: 'leaf', negated: false, leaf: { rule: guard } };
  if (guard.type === 'in') return { kind: 'leaf', negated: false, leaf: { state: guard.params.state } };
  const of = guard.params.of.map(readWayNode);
  if (guard.type !== 'not') return { kind: 'group', mode: guard.type, of };
  const [only] = of;
  return only ? denied(only) : { kind: 'group', mode: 'none', of };
}

/** Sentences as the condition of a way; a group of one rule alone is that rule. */
export function writeWay(tree: SentenceTree<WayLeaf>): Way {
  if (tree.kind === 'leaf') {
    const said: Way =
      'rule' in tree.leaf ? tree.leaf.rule : { type: 'in', params: { state: tree.leaf.state } };
    return tree.negated ? { type: 'not', params: { of: [said] } } : said;
  }
  const of = tree.of.map(writeWay);
  const [only] = of;
  const isPlain = tree.mode === 'all' || tree.mode === 'any';
  if (of.length === 1 && only !== undefined && isPlain) return only;
  const together: Way = {
    type: tree.mode === 'all' || tree.mode === 'not_all' ? 'all' : 'any',
    params: { of },
  };
  return isPlain ? together : { type: 'not', params: { of: [together] } };
}

/** "Not" of a sentence, said as near to it as words allow. */
function denied<Leaf>(tree: SentenceTree<Leaf>): SentenceTree<Leaf> {
  if (tree.kind === 'leaf')
    return tree.negated ? { kind: 'group', mode: 'none', of: [tree] } : { ...tree, negated: true };
  if (tree.mode === 'any') return { ...tree, mode: 'none' };
  if (tree.mode === 'all') return { ...tree, mode: 'not_all' };
  return { kind: 'group', mode: 'none', of: [tree] };
}

function asGroup<Leaf>(tree: SentenceTree<Leaf>): SentenceTree<Leaf> {
  return tree.kind === 'group' ? tree : { kind: 'group', mode: 'all', of: [tree] };
}

/** The groups of a tree one inside the other, itself counted: an engine reads at most ten. */
export function depthOf<Leaf>(tree: SentenceTree<Leaf>): number {
  return tree.kind === 'leaf' ? (tree.negated ? 1 : 0) : 1 + Math.max(0, ...tree.of.map(depthOf));
}

/** Every leaf of a tree, in reading order. */
export function leavesOf<Leaf>(tree: SentenceTree<Leaf> | undefined): readonly Leaf[] {
  if (!tree) return [];
  return tree.kind === 'leaf' ? [tree.leaf] : tree.of.flatMap(leavesOf);
}
