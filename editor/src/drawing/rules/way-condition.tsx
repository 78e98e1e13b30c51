import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Way } from '../commands/way.ts';
import { setGuard } from '../commands/ways.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { usePicks } from '../sections/element-picks.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import {
  leavesOf,
  readWay,
  type SentenceTree,
  type WayCondition,
  type WayLeaf,
  writeWay,
} from './sentence-tree.ts';
import { TreeEditor, withoutEmpty } from './tree-editor.tsx';

type Props = { readonly way: Way; readonly guard: WayCondition | undefined };

/** The condition of one way: rules that hold or not, where the case stands, combined as people say it. */
export function WayConditionEditor({ way, guard }: Props) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const tree = readWay(guard);
  const [firstRule] = Object.keys(pack.rules);
  const set = (next: WayCondition | undefined) =>
    drawing.perform(setGuard, { way, ...(next === undefined ? {} : { guard: next }) });
  const newLeaf = (): WayLeaf | undefined => {
    const read = new Set(leavesOf(tree).map((leaf) => ('rule' in leaf ? leaf.rule : '')));
    const rule = Object.keys(pack.rules).find((id) => !read.has(id)) ?? firstRule;
    return rule === undefined ? undefined : { rule };
  };
  const change = (next: SentenceTree<WayLeaf>) => {
    const whole = withoutEmpty(next);
    if (whole) set(writeWay(whole));
  };
  if (!tree)
    return (
      <Stack gap="xs">
        <Text>{t('rules.tables.noCondition')}</Text>
        {isReadOnly || firstRule === undefined ? null : (
          <Button
            variant="light"
            w="fit-content"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => set(firstRule)}
          >
            {t('rules.tables.addCondition')}
          </Button>
        )}
      </Stack>
    );
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('rules.tables.condition')}</Text>
      <TreeEditor
        tree={tree}
        onChange={change}
        newLeaf={newLeaf}
        isReadOnly={isReadOnly}
        leaf={(leaf, onLeaf, place) => (
          <WayLeafRow leaf={leaf} onChange={onLeaf} place={place} isReadOnly={isReadOnly} />
        )}
      />
      {isReadOnly ? null : (
        <Button variant="subtle" color="red" size="sm" w="fit-content" onClick={() => set(undefined)}>
          {t('rules.tables.dropCondition')}
        </Button>
      )}
    </Stack>
  );
}

type LeafProps = {
  readonly leaf: WayLeaf;
  readonly onChange: (leaf: WayLeaf) => void;
  readonly place: string;
  readonly isReadOnly: boolean;
};

function WayLeafRow({ leaf, onChange, place, isReadOnly }: LeafProps) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const rules = usePicks('rules');
  const steps = usePicks('steps');
  const data = useMemo(
    () => [
      {
        group: t('rules.rules'),
        items: rules.map(({ value, label }) => ({ value: `rule:${value}`, label })),
      },
      {
        group: t('rules.tables.places'),
        items: steps.map(({ value, label }) => ({
          value: `state:${value}`,
          label: t('rules.tables.isAt', { step: label }),
        })),
      },
    ],
    [rules, steps, t],
  );
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        aria-label={`${t('rules.condition', { place })} : ${t('rules.tables.rule')}`}
        data={data}
        value={'rule' in leaf ? `rule:${leaf.rule}` : `state:${leaf.state}`}
        searchable
        limit={60}
        allowDeselect={false}
        disabled={isReadOnly}
        nothingFoundMessage={t('sections.none')}
        style={{ flex: 1 }}
        onChange={(next) => {
          if (next === null) return;
          const id = next.slice(next.indexOf(':') + 1);
          onChange(next.startsWith('rule:') ? { rule: id } : { state: id });
        }}
      />
      {'rule' in leaf ? (
        <ActionIcon
          size={44}
          aria-label={`${t('rules.open')} : ${say(pack.rules[leaf.rule]?.label, leaf.rule)}`}
          onClick={() => drawing.select(`rules/${leaf.rule}`, { reveal: true })}
        >
          <IconExternalLink size={18} aria-hidden className="flip-in-rtl" />
        </ActionIcon>
      ) : null}
    </Group>
  );
}
