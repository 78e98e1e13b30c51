import { Alert, Button, Card, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { Scenario } from '@parcours/engine';
import { IconCheck, IconTool } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { setField } from '../commands/elements.ts';
import { expectNow } from '../commands/expect-now.ts';
import { playedNow } from '../commands/played-now.ts';
import { useDrawing, useDrawnPack } from '../drawing-context.tsx';
import { ElementProvider } from '../sections/element-context.tsx';
import { WordsField } from '../sections/fields.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { FindingsHere } from './findings-here.tsx';
import { StoryAct } from './story-act.tsx';
import { addedAfter, moved } from './story-edit.ts';

type Props = { readonly id: string; readonly onClose: () => void };

/** A story corrected in place: its name, what it tells, its acts, and what is expected to happen; each change is one undo. */
export function StoryEditor({ id, onClose }: Props) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const story = useDrawnPack().scenarios[id];
  const list = useRef<HTMLOListElement>(null);
  if (!story) return null;
  const setActs = (acts: readonly Scenario['acts'][number][], burst?: string) =>
    drawing.perform(setField, { section: 'scenarios', id, path: ['acts'], value: acts }, burst);
  // What was moved or taken away leaves the focus on the act that stands there now.
  const focusAct = (index: number) =>
    requestAnimationFrame(() => {
      const acts = list.current?.querySelectorAll<HTMLElement>('[data-act] > .story-act-line') ?? [];
      acts[Math.min(index, acts.length - 1)]?.focus();
    });
  const name = say(story.title) || id;
  return (
    <Card
      withBorder
      p="md"
      component="section"
      aria-label={t('stories.editor', { name })}
      data-story-editor={id}
    >
      <ElementProvider section="scenarios" id={id}>
        <Stack gap="lg">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Title order={2} size="h4">
              {t('stories.editor', { name })}
            </Title>
            <Button mih={44} leftSection={<IconCheck size={18} aria-hidden />} onClick={onClose}>
              {t('stories.close')}
            </Button>
          </Group>
          <FindingsHere place={`scenarios/${id}`} />
          <WordsField path={['title']} label={t('stories.title')} />
          <WordsField path={['story']} label={t('stories.story')} long />
          <div>
            <Title order={3} size="h5" mb="xs">
              {t('stories.acts')}
            </Title>
            <ol className="story-acts" ref={list}>
              {story.acts.map((act, index) => (
                <StoryAct
                  key={index}
                  story={story}
                  index={index}
                  act={act}
                  onChange={(next, burst) =>
                    setActs(
                      story.acts.map((each, at) => (at === index ? next : each)),
                      burst && `scenarios/${id}/acts/${index} ${burst}`,
                    )
                  }
                  onAdd={() => {
                    if (setActs(addedAfter(story.acts, index))) focusAct(index + 1);
                  }}
                  onMove={(to) => {
                    if (setActs(moved(story.acts, index, to))) focusAct(to ?? index);
                  }}
                />
              ))}
            </ol>
          </div>
          <Expected id={id} story={story} />
        </Stack>
      </ElementProvider>
    </Card>
  );
}

/** What must happen, beside what does happen now. */
function Expected({ id, story }: { readonly id: string; readonly story: Scenario }) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const labels = useLabels();
  const settled = useDeferredValue(pack);
  const playback = useMemo(() => playedNow(settled, story), [settled, story]);
  const ends = Object.entries(pack.steps).flatMap(([step, { kind, title }]) =>
    kind === 'end' ? [{ value: step, label: say(title) || step }] : [],
  );
  const at = { section: 'scenarios', id } as const;
  const differences = playback?.mismatches.length ?? 0;
  return (
    <section aria-label={t('stories.expects')}>
      <Title order={3} size="h5" mb="xs">
        {t('stories.expects')}
      </Title>
      <Stack gap="sm">
        <div>
          <Text size="sm" fw={600}>
            {t('stories.route')}
          </Text>
          {story.expect.route === undefined ? (
            <Text c="dimmed">{t('stories.noRoute')}</Text>
          ) : (
            <List type="ordered" data-route>
              {story.expect.route.map((step, index) => (
                <List.Item key={index}>{labels.state(step)}</List.Item>
              ))}
            </List>
          )}
        </div>
        <NativeSelect
          label={t('stories.outcome')}
          maw={520}
          value={story.expect.outcome ?? ''}
          data={[{ value: '', label: t('stories.noOutcome') }, ...ends]}
          onChange={({ currentTarget: { value } }) =>
            drawing.perform(setField, { ...at, path: ['expect', 'outcome'], ...(value !== '' && { value }) })
          }
        />
        <div role="status">
          {!playback ? (
            <Alert color="orange">{t('stories.stale')}</Alert>
          ) : differences === 0 ? (
            <Group gap="xs">
              <IconCheck size={20} aria-hidden />
              <Text>{t('stories.fits')}</Text>
            </Group>
          ) : (
            <Alert color="orange" title={t('stories.differs', { count: differences })}>
              {t('stories.goesNow', {
                steps: playback.route.map(labels.state).join(` ${t('outline.way.onward')} `),
              })}
            </Alert>
          )}
        </div>
        {playback && (differences > 0 || story.expect.route === undefined) ? (
          <Button
            variant="light"
            mih={44}
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconTool size={18} aria-hidden />}
            onClick={() => drawing.perform(expectNow, { id, withRoute: true })}
          >
            {t('stories.expectNow')}
          </Button>
        ) : null}
      </Stack>
    </section>
  );
}
