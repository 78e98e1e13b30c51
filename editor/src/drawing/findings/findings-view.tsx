import { Alert, Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import { PackProvider } from '../../pack/pack-context.tsx';
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
  // Lists of a thousand points follow the keys when there is time: what is asked of the checks goes before.
  const shown = useDeferredValue(findings);
  const { all, verdicts, byPlace, fresh, isProved, coverage } = shown;
  const listed = useDeferredValue(pack);
  const toDos = useMemo(() => toDosOf(all).length, [all]);
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false;
  const broken = [...verdicts.values()].filter(({ verdict }) => verdict === 'broken').length;
  // Who may see what is not walked, and counts nowhere.
  const safeguards = Object.values(pack.safeguards).filter(({ property }) => !('access' in property)).length;
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
        <CheckState findings={findings} isShown={shown === findings} />
      </Group>
      {findings.failed ? <Alert color="orange">{t('findings.failed')}</Alert> : null}
      <PackProvider pack={listed}>
        {part === 'todo' ? (
          <ToDoList all={all} verdicts={verdicts} isNothing={shown.isChecked && all.length === 0} />
        ) : null}
        {part === 'safeguards' ? (
          <SafeguardCards verdicts={verdicts} byPlace={byPlace} fresh={fresh} isProved={isProved} />
        ) : null}
      </PackProvider>
      {part === 'stories' ? (
        <StoryList>{coverage ? <CoverageView coverage={coverage} /> : null}</StoryList>
      ) : null}
    </Stack>
  );
}

type CheckProps = { readonly findings: DrawingFindings; readonly isShown: boolean };

function CheckState({ findings: { isChecked, isProved, fresh }, isShown }: CheckProps) {
  const { t } = useDrawingWords();
  const of = Object.keys(useDrawnPack().safeguards).length;
  return (
    <Group gap={8} wrap="nowrap" role="status" data-checked={isChecked && isProved && isShown}>
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
