import { Alert, Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { CoverageView } from './coverage-view.tsx';
import type { DrawingFindings } from './drawing-findings.ts';
import { SafeguardCards } from './safeguard-cards.tsx';
import { StoryList } from './story-list.tsx';
import { toDosOf } from './to-do.ts';
import { ToDoList } from './to-do-list.tsx';
import { useFindings } from './use-findings.ts';

const PARTS = ['todo', 'safeguards', 'stories'] as const;
type Part = (typeof PARTS)[number];

/** What is left to do in the draft, what its safeguards are worth, what its stories pass through; as it becomes known. */
export function FindingsView() {
  return <FindingsParts findings={useFindings()} />;
}

export function FindingsParts({ findings, first = 'todo' }: { findings: DrawingFindings; first?: Part }) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const [part, setPart] = useState<Part>(first);
  const toDos = useMemo(() => toDosOf(findings.all).length, [findings.all]);
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false;
  const broken = [...findings.verdicts.values()].filter(({ verdict }) => verdict === 'broken').length;
  const safeguards = Object.keys(pack.safeguards).length;
  const counts = {
    todo: t('todos.points', { count: toDos }),
    safeguards: broken > 0 ? t('todos.broken', { count: broken, of: safeguards }) : safeguards,
    stories: Object.keys(pack.scenarios).length,
  };
  return (
    <Stack gap="lg" maw={1100}>
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          size="md"
          value={part}
          onChange={(next) => setPart(next as Part)}
          aria-label={t('findings.show')}
          orientation={isNarrow ? 'vertical' : 'horizontal'}
          data={PARTS.map((id) => ({
            value: id,
            label: t('todos.counted', { name: t(`findings.parts.${id}`), points: counts[id] }),
          }))}
        />
        <CheckState findings={findings} />
      </Group>
      {findings.failed ? <Alert color="orange">{t('findings.failed')}</Alert> : null}
      {part === 'todo' ? <ToDoList {...findings} /> : null}
      {part === 'safeguards' ? <SafeguardCards {...findings} /> : null}
      {part === 'stories' ? (
        <StoryList>{findings.coverage ? <CoverageView coverage={findings.coverage} /> : null}</StoryList>
      ) : null}
    </Stack>
  );
}

function CheckState({ findings: { isChecked, isProved, fresh } }: { findings: DrawingFindings }) {
  const { t } = useDrawingWords();
  const of = Object.keys(useDrawnPack().safeguards).length;
  return (
    <Group gap={8} wrap="nowrap" role="status" data-checked={isChecked && isProved}>
      {isProved ? null : <Loader size={16} aria-hidden />}
      <Text size="sm" c="dimmed">
        {!isChecked
          ? t('findings.checking')
          : isProved
            ? t('findings.checked')
            : t('findings.proving', { done: fresh.size, of })}
      </Text>
    </Group>
  );
}
