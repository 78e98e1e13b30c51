import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useMemo, useState } from 'react';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ChoiceField, LineField, WordsField } from './fields.tsx';
import { type DetailProps, ListedElements } from './listed-elements.tsx';
import { useUses } from './use-uses.ts';
import { PlaceList } from './where-used.tsx';

/** The texts that a procedure rests on, and beside them everything that rests on none. */
export function SourcesSection() {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const [isPractice, setPractice] = useState(false);
  const practice = useMemo(() => onPractice(pack), [pack]);
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Button
          variant={isPractice ? 'default' : 'light'}
          aria-pressed={!isPractice}
          onClick={() => setPractice(false)}
        >
          {t('sections.nav.sources')}
        </Button>
        <Button
          variant={isPractice ? 'light' : 'default'}
          aria-pressed={isPractice}
          onClick={() => setPractice(true)}
        >
          {`${t('sections.sources.practice')} (${practice.length})`}
        </Button>
      </Group>
      {isPractice ? (
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('sections.sources.practice')}
          </Title>
          <Text>
            {t(practice.length === 0 ? 'sections.sources.noPractice' : 'sections.sources.practiceHelp')}
          </Text>
          <PlaceList paths={practice} label={t('sections.sources.practice')} />
        </Stack>
      ) : (
        <ListedElements section="sources" Detail={SourceDetail} />
      )}
    </Stack>
  );
}

const GROUNDED = [
  'steps',
  'events',
  'rules',
  'facts',
  'parameters',
  'deadlines',
  'effects',
  'safeguards',
] as const satisfies readonly (keyof Pack)[];

/** Every element that says it rests on practice. */
export function onPractice(pack: Pack): readonly string[] {
  return GROUNDED.flatMap((section) =>
    Object.entries(pack[section] as Readonly<Record<string, { basis?: string }>>)
      .filter(([, { basis }]) => basis === 'practice')
      .map(([id]) => `${section}/${id}`),
  );
}

const CONFIDENCE = ['read', 'secondary', 'memory', 'unknown'] as const;

function SourceDetail({ id }: DetailProps) {
  const { t } = useDrawingWords();
  const uses = useUses('sources', id);
  return (
    <>
      <WordsField path={['instrument']} label={t('sections.fields.instrument')} />
      <Group gap="sm" align="flex-end">
        <LineField path={['article']} label={t('sections.fields.article')} w={180} />
        <LineField path={['number']} label={t('sections.fields.number')} w={220} />
        <LineField path={['date']} label={t('sections.fields.date')} w={180} />
      </Group>
      <WordsField path={['says']} label={t('sections.fields.says')} long />
      <LineField path={['address']} label={t('sections.fields.address')} />
      <Group gap="sm" align="flex-end">
        <ChoiceField
          path={['confidence']}
          label={t('sections.fields.confidence')}
          options={CONFIDENCE.map((each) => ({ value: each, label: t(`sections.confidence.${each}`) }))}
        />
        <LineField path={['readOn']} label={t('sections.fields.readOn')} type="date" w={200} />
        <LineField path={['readAbout']} label={t('sections.fields.readAbout')} />
      </Group>
      <WordsField path={['note']} label={t('sections.fields.note')} long />
      <Stack gap={4}>
        <Text fw={600}>{t('sections.sources.restsOnIt')}</Text>
        {uses.length === 0 ? (
          <Text c="dimmed">{t('sections.unused')}</Text>
        ) : (
          <PlaceList paths={uses.map(({ path }) => path)} label={t('sections.sources.restsOnIt')} />
        )}
      </Stack>
    </>
  );
}
