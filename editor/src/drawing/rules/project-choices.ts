import type { Pack } from '@parcours/engine';
import type { Way } from '../commands/way.ts';
import { allStates, type MachineState } from '../log/find-state.ts';
import { leavesOf, readWay, type SentenceTree, type WayCondition, type WayLeaf } from './sentence-tree.ts';

/** What a way asks of one rule or place: `some` when it is one of several that suffice. */
type Required = 'yes' | 'no' | 'some';

/** One way of a choice, as one line of its table. */
export type WayRow = {
  readonly way: Way;
  /** The step it leads to; undefined when the case stays. */
  readonly to: string | undefined;
  readonly guard: WayCondition | undefined;
  /** By the key of the column. */
  readonly asks: Readonly<Record<string, Required>>;
};

/** Several ways on of one event, deadline or junction, in the order in which they are read. */
export type ChoiceTable = {
  readonly key: string;
  readonly from: string;
  readonly by: Way['by'];
  readonly name: string;
  /** The rules and places that its ways ask about: `rule:x`, `state:y`. */
  readonly columns: readonly string[];
  readonly rows: readonly WayRow[];
};

/** Every choice of a pack, in reading order of its machine; those of a state that did not change are the same objects. */
export function choiceProjector(): (pack: Pack) => readonly ChoiceTable[] {
  const known = new WeakMap<MachineState, readonly ChoiceTable[]>();
  return ({ machine }) =>
    [...allStates(machine)].flatMap((state) => {
      const kept = known.get(state) ?? tablesOf(state);
      known.set(state, kept);
      return kept;
    });
}

/** The key of the choice in which a way stands. */
export const choiceKey = ({ from, by, name }: Pick<Way, 'from' | 'by' | 'name'>): string =>
  `${from} ${by} ${name}`;

function tablesOf(state: MachineState): readonly ChoiceTable[] {
  const lists = [
    ...Object.entries(state.on ?? {}).map(([name, list]) => ({ by: 'on' as const, name, list })),
    ...Object.entries(state.after ?? {}).map(([name, list]) => ({ by: 'after' as const, name, list })),
    { by: 'always' as const, name: 'always', list: state.always ?? [] },
    { by: 'onDone' as const, name: 'onDone', list: state.onDone ?? [] },
  ];
  return lists
    .filter(({ list }) => list.length > 1 || list.some(({ guard }) => guard !== undefined))
    .map(({ by, name, list }) => {
      const rows = list.map(({ target, guard }, index): WayRow => {
        const way = { from: state.id, by, name, index };
        return { way, to: target?.slice(1), guard, asks: asked(readWay(guard)) };
      });
      const columns = [...new Set(list.flatMap(({ guard }) => leavesOf(readWay(guard)).map(columnOf)))];
      return { key: choiceKey({ from: state.id, by, name }), from: state.id, by, name, columns, rows };
    });
}

/** The column of what a way asks. */
export const columnOf = (leaf: WayLeaf): string =>
  'rule' in leaf ? `rule:${leaf.rule}` : `state:${leaf.state}`;

function asked(tree: SentenceTree<WayLeaf> | undefined): WayRow['asks'] {
  const asks: Record<string, Required> = {};
  const visit = (node: SentenceTree<WayLeaf>, sure: boolean, denied: boolean) => {
    if (node.kind === 'leaf') {
      const column = columnOf(node.leaf);
      const told: Required = sure ? (node.negated === denied ? 'yes' : 'no') : 'some';
      asks[column] = asks[column] === undefined || asks[column] === told ? told : 'some';
      return;
    }
    const isDenied = denied !== (node.mode === 'none' || node.mode === 'not_all');
    const isAll = node.mode === 'all' || node.mode === 'not_all';
    const isSure = sure && (node.of.length === 1 || isAll !== isDenied);
    for (const part of node.of) visit(part, isSure, isDenied);
  };
  if (tree) visit(tree, true, false);
  return asks;
}
