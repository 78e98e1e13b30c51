import { Group, List, Progress, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { LazyMap } from '../../map/lazy-map.tsx';
import { useLabels } from '../../pack/pack-context.tsx';
import { useDrawing, useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Coverage } from './coverage.ts';
import { takenArrows } from './taken-arrows.ts';
import { useWayWords } from './use-told.ts';

/** What the stories of the procedure pass through, painted on the map, and what none of them does. */
export function CoverageView({ coverage }: { coverage: Coverage }) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const labels = useLabels();
  const drawing = useDrawing();
  const wayWords = useWayWords();
  const { steps, missingSteps, ways, missingWays } = coverage;
  const taken = useMemo(() => takenArrows(coverage), [coverage]);
  const all = { steps: steps.length + missingSteps.length, ways: ways.length + missingWays.length };
  if (Object.keys(pack.scenarios).length === 0) return <Text c="dimmed">{t('findings.coverage.none')}</Text>;
  return (
    <Stack gap="md">
      <div>
        <Text>
          {t('findings.coverage.steps', { done: steps.length, of: all.steps })} ·{' '}
          {t('findings.coverage.ways', { done: ways.length, of: all.ways })}
        </Text>
        <Progress
          value={(100 * (steps.length + ways.length)) / Math.max(1, all.steps + all.ways)}
          aria-label={t('findings.coverage.title')}
        />
      </div>
      <LazyMap
        pack={pack}
        past={steps}
        taken={taken}
        onOpen={(id) => drawing.select(`steps/${id}`)}
        height="56vh"
      />
      <Group gap={6}>
        <IconCheck size={16} aria-hidden />
        <Text size="sm">{t('findings.coverage.visited')}</Text>
        <Text size="sm">{t('findings.coverage.painted')}</Text>
      </Group>
      {missingSteps.length + missingWays.length === 0 ? <Text>{t('findings.coverage.all')}</Text> : null}
      {missingSteps.length > 0 ? (
        <section>
          <Title order={2} size="h5">
            {t('findings.coverage.missingSteps')}
          </Title>
          <List listStyleType="disc">
            {missingSteps.map((id) => (
              <List.Item key={id}>{labels.state(id)}</List.Item>
            ))}
          </List>
        </section>
      ) : null}
      {missingWays.length > 0 ? (
        <section>
          <Title order={2} size="h5">
            {t('findings.coverage.missingWays')}
          </Title>
          <List listStyleType="disc">
            {missingWays.map((way) => (
              <List.Item key={`${way.from} ${way.by} ${way.name} ${way.to}`}>{wayWords(way)}</List.Item>
            ))}
          </List>
        </section>
      ) : null}
    </Stack>
  );
}
