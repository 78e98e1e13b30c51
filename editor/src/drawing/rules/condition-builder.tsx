import { Stack, Text } from '@mantine/core';
import type { Conditions } from '@parcours/engine';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ComparisonRow } from './comparison-row.tsx';
import { comparedBy, startingAtom } from './comparisons.ts';
import { leavesOf, type RuleLeaf, readRule, type SentenceTree, writeRule } from './sentence-tree.ts';
import { TreeEditor, withoutEmpty } from './tree-editor.tsx';
import { useSentences } from './use-sentences.ts';

type Props = {
  readonly conditions: Conditions;
  readonly onChange: (conditions: Conditions) => void;
  readonly isReadOnly?: boolean;
  readonly within?: string;
  readonly rows?: string;
};

/** Conditions built in plain words, and read back as one sentence. What is written is always whole: nothing half said is kept. */
export function ConditionBuilder({ conditions, onChange, isReadOnly = false, within, rows }: Props) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const sentences = useSentences();
  const tree = readRule(conditions);
  const change = (next: SentenceTree<RuleLeaf>) => {
    const whole = withoutEmpty(next);
    if (whole) onChange(writeRule(whole));
  };
  /** A new condition asks about a fact that the rule does not read yet. */
  const newLeaf = (): RuleLeaf | undefined => {
    const read = new Set(leavesOf(tree).map((leaf) => ('atom' in leaf ? leaf.atom.fact : '')));
    const known = [
      ...Object.keys((rows === undefined ? undefined : pack.facts[rows]?.fields) ?? {}),
      ...Object.keys(pack.facts),
    ];
    const fact = known.find((id) => !read.has(id)) ?? known[0];
    return fact === undefined || !comparedBy(pack, fact, rows)
      ? undefined
      : { atom: startingAtom(pack, fact, rows) };
  };
  return (
    <Stack gap="xs">
      <TreeEditor
        tree={tree}
        onChange={change}
        newLeaf={newLeaf}
        isReadOnly={isReadOnly}
        leaf={(leaf, set, place) => (
          <ComparisonRow
            leaf={leaf}
            onChange={set}
            place={place}
            isReadOnly={isReadOnly}
            within={within}
            rows={rows}
          />
        )}
      />
      <Text size="sm" c="dimmed">
        {t('rules.readAs', { sentence: sentences.rule(conditions, rows) })}
      </Text>
    </Stack>
  );
}
