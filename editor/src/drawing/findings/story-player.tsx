import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Card,
  Group,
  List,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import type { Frame, Scenario } from '@parcours/engine';
import {
  IconAlertCircle,
  IconArrowLeft,
  IconArrowRight,
  IconBookmark,
  IconCheck,
  IconClock,
  IconSchool,
  IconX,
} from '@tabler/icons-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useValueWords } from '../../forms/value-words.ts';
import { LazyMap } from '../../map/lazy-map.tsx';
import { useLabels } from '../../pack/pack-context.tsx';
import { placesOf } from '../../pack/states.ts';
import { useMoments } from '../../words/use-moments.ts';
import { addElement, idFor } from '../commands/elements.ts';
import { playedNow } from '../commands/played-now.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DONE, inLanguagesOf } from './mends/mend.ts';

type Props = {
  readonly story: Scenario;
  /** The safeguard whose breaking the story shows, said as its title when it is kept; absent for one that is kept already. */
  readonly shows?: Scenario['title'];
  readonly title?: string;
  readonly onClose: () => void;
};

/** A story told act by act on the map, on its own clock, with what is known and what is running; it can be kept. */
export function StoryPlayer({ story, shows, title, onClose }: Props) {
  const { t } = useDrawingWords();
  const called = title ?? t('findings.story.title');
  const pack = useDrawnPack();
  const playback = useMemo(() => playedNow(pack, story), [pack, story]);
  const [act, setAct] = useState(0);
  const frame = playback?.frames[Math.min(act, playback.frames.length - 1)];
  const told = useRef<HTMLElement>(null);
  // The button that opened it may be gone: who pressed it by keys goes on in the story.
  useEffect(() => told.current?.focus({ preventScroll: true }), []);
  return (
    <Card
      ref={told as RefObject<HTMLDivElement | null>}
      withBorder
      p="md"
      component="section"
      className="to-do-card"
      tabIndex={-1}
      aria-label={called}
      data-story
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h4">
          {called}
        </Title>
        <ActionIcon size={44} variant="subtle" aria-label={t('findings.story.close')} onClick={onClose}>
          <IconX size={22} aria-hidden />
        </ActionIcon>
      </Group>
      {playback && frame ? (
        <Stack gap="md" mt="xs">
          <Progress
            value={((act + 1) / playback.frames.length) * 100}
            aria-label={t('findings.story.act', { n: act + 1, of: playback.frames.length })}
          />
          <Group justify="space-between" gap="xs">
            <Text fw={650} role="status">
              {t('findings.story.act', { n: act + 1, of: playback.frames.length })}
            </Text>
            <Group gap="xs">
              <Button
                variant="default"
                mih={44}
                disabled={act === 0}
                leftSection={<IconArrowLeft size={18} aria-hidden className="flip-in-rtl" />}
                onClick={() => setAct(act - 1)}
              >
                {t('findings.story.before')}
              </Button>
              <Button
                mih={44}
                disabled={act >= playback.frames.length - 1}
                rightSection={<IconArrowRight size={18} aria-hidden className="flip-in-rtl" />}
                onClick={() => setAct(act + 1)}
              >
                {t('findings.story.next')}
              </Button>
            </Group>
          </Group>
          <FrameTold frame={frame} story={story} />
          {shows && act >= playback.frames.length - 1 ? (
            <Alert color="red" icon={<IconAlertCircle aria-hidden />} py="xs">
              {t('findings.story.last')}
            </Alert>
          ) : null}
          <FrameMap frame={frame} />
          {shows ? <KeepButtons story={story} shows={shows} /> : null}
        </Stack>
      ) : (
        <Text c="dimmed">{t('findings.story.stale')}</Text>
      )}
    </Card>
  );
}

/** What happens at an act, what is known after it, and which deadlines run. */
export function FrameTold({ frame, story }: { frame: Frame; story: Scenario }) {
  const { t, app } = useDrawingWords();
  const labels = useLabels();
  const pack = useDrawnPack();
  const moments = useMoments();
  const words = useValueWords();
  const act = story.acts[frame.act];
  const { caseFile } = frame;
  const facts = Object.entries(caseFile.facts);
  const rows = Object.values(caseFile.deadlines).filter(({ state }) => state === 'running');
  const news = new Set(Object.keys(act?.facts ?? {}));
  return (
    <Stack gap="sm">
      <Group gap="sm" align="center">
        <Badge size="lg" color="gray" className="chip" leftSection={<IconClock size={16} aria-hidden />}>
          {moments.moment(frame.at)}
        </Badge>
        <Text fw={550}>
          {act?.event
            ? t('findings.story.reports', {
                role: labels.role(act.by?.role ?? frame.entries.at(-1)?.role ?? ''),
                event: labels.event(act.event),
              })
            : t(act?.wait ? 'findings.story.wait' : 'findings.story.record')}
        </Text>
        {frame.refusal ? (
          <Badge color="orange" className="chip">
            {t('findings.story.refused')}
          </Badge>
        ) : null}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <div>
          <Text size="sm" fw={600}>
            {t('findings.story.here')}
          </Text>
          <List size="sm" listStyleType="disc">
            {placesOf(pack, caseFile.position.value).map((id) => (
              <List.Item key={id}>{labels.state(id)}</List.Item>
            ))}
          </List>
        </div>
        <div>
          <Text size="sm" fw={600}>
            {t('findings.story.facts')}
          </Text>
          {facts.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('findings.story.noFacts')}
            </Text>
          ) : (
            <List size="sm" listStyleType="disc">
              {facts.map(([id, { value }]) => (
                <List.Item key={id} fw={news.has(id) ? 650 : 400}>
                  {labels.fact(id)}
                  {app('app.colon')} {words(pack.facts[id], value)}
                </List.Item>
              ))}
            </List>
          )}
        </div>
        <div>
          <Text size="sm" fw={600}>
            {t('findings.story.due')}
          </Text>
          {rows.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('findings.story.noDue')}
            </Text>
          ) : (
            <List size="sm" listStyleType="disc">
              {rows.map((row) => (
                <List.Item key={row.id}>
                  {labels.deadline(row.deadline)}
                  {app('app.colon')} {row.due === undefined ? app('due.needsLaw') : moments.moment(row.due)}
                </List.Item>
              ))}
            </List>
          )}
        </div>
      </SimpleGrid>
    </Stack>
  );
}

function FrameMap({ frame: { caseFile } }: { frame: Frame }) {
  const pack = useDrawnPack();
  const here = useMemo(() => placesOf(pack, caseFile.position.value), [pack, caseFile]);
  const past = useMemo(() => Object.keys(caseFile.done), [caseFile]);
  return <LazyMap pack={pack} here={here} past={past} height="52vh" />;
}

/** Keeps a story among those of the procedure: to be played after each change, or by trainees. */
function KeepButtons({ story, shows }: Required<Pick<Props, 'story' | 'shows'>>) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [isKept, setKept] = useState(false);
  if (isReadOnly) return null;
  const keep = (isExercise: boolean) => {
    const said = (key: 'keptStory' | 'mark') =>
      Object.fromEntries(
        Object.keys(inLanguagesOf(pack, DONE)).map((language) => [
          language,
          t(`findings.story.${key}`, { lng: language }),
        ]),
      );
    const title = Object.fromEntries(
      Object.entries(shows).map(([lng, name]) => [lng, t('findings.story.keptTitle', { lng, name })]),
    );
    const value: Scenario = {
      ...story,
      title,
      story: said('keptStory'),
      ...(isExercise && { marks: { seen: { label: said('mark'), points: 1 } } }),
    };
    const id = idFor(pack, 'scenarios', story.title['en'] ?? 'story');
    setKept(drawing.perform(addElement, { section: 'scenarios', id, value }));
  };
  return isKept ? (
    <Group gap="xs" role="status">
      <IconCheck size={20} aria-hidden />
      <Text>{t('findings.story.kept')}</Text>
    </Group>
  ) : (
    <Group gap="xs">
      <Button
        variant="light"
        mih={44}
        leftSection={<IconBookmark size={18} aria-hidden />}
        onClick={() => keep(false)}
      >
        {t('findings.story.keep')}
      </Button>
      <Button
        variant="light"
        mih={44}
        leftSection={<IconSchool size={18} aria-hidden />}
        onClick={() => keep(true)}
      >
        {t('findings.story.keepExercise')}
      </Button>
    </Group>
  );
}
