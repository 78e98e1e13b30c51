import type { WayRow } from './project-choices.ts';
import { readWay, type SentenceTree, type WayCondition, type WayLeaf } from './sentence-tree.ts';

type Outcome = 'yes' | 'no' | 'unknown';

/** What a way answers on decided rules, three-valued; a place that is not said is not stood in. */
export function wayOutcome(
  guard: WayCondition | undefined,
  decided: Readonly<Record<string, Outcome>>,
  places: Readonly<Record<string, boolean>>,
): Outcome {
  const tree = readWay(guard);
  if (!tree) return 'yes';
  const visit = (node: SentenceTree<WayLeaf>): Outcome => {
    if (node.kind === 'leaf') {
      const said: Outcome =
        'rule' in node.leaf ? (decided[node.leaf.rule] ?? 'unknown') : places[node.leaf.state] ? 'yes' : 'no';
      return node.negated ? opposite(said) : said;
    }
    const of = node.of.map(visit);
    const isAll = node.mode === 'all' || node.mode === 'not_all';
    const together = isAll ? worst(of) : opposite(worst(of.map(opposite)));
    return node.mode === 'all' || node.mode === 'any' ? together : opposite(together);
  };
  return visit(tree);
}

const opposite = (outcome: Outcome): Outcome =>
  outcome === 'unknown' ? 'unknown' : outcome === 'yes' ? 'no' : 'yes';

const worst = (of: readonly Outcome[]): Outcome =>
  of.includes('no') ? 'no' : of.includes('unknown') ? 'unknown' : 'yes';

/**
 * The way that is taken (design section 3, "Reading candidates"): the first that is not *no*; unknown asks where somebody can be
 * asked, goes on in a protective door, and takes the last way without condition where nobody can be. Undefined: none.
 */
export function takenWay(
  outcomes: readonly Outcome[],
  rows: readonly Pick<WayRow, 'guard'>[],
  manner: 'asked' | 'protective' | 'unasked',
): number | undefined {
  const first = outcomes.findIndex((outcome) => outcome !== 'no');
  if (first < 0) return undefined;
  if (outcomes[first] === 'yes' || manner === 'protective') return first;
  const last = rows.length - 1;
  return manner === 'unasked' && rows[last]?.guard === undefined ? last : undefined;
}
