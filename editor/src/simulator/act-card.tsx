import { Alert, Badge, Button, Card, Group, List, Progress, Stack, Text, Title } from '@mantine/core';
import { IconBulb, IconClock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { TroubleAlert } from '../cases/trouble.tsx';
import { useValueWords } from '../forms/value-words.ts';
import { OutcomeList } from '../guidance/outcome-list.tsx';
import { useLabels } from '../pack/pack-context.tsx';
import { Prose } from '../pack/prose.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { actorOf, type Choice, type Exercise, guideOf, isLast, isTold } from './exercise.ts';

export type ActProps = {
  readonly exercise: Exercise;
  readonly onChoose: (choice: Choice) => void;
  readonly onNext: () => void;
};

/** What happens in an act, what is known of it, and what the player may do. */
export function ActCard({ exercise, onChoose, onNext }: ActProps) {
  const { t, say } = useWords();
  const labels = useLabels();
  const moments = useMoments();
  const words = useValueWords();
  const [hinted, setHinted] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  // Each act begins where the reader's eyes and keyboard are.
  useEffect(() => {
    if (exercise.act === 0) return;
    card.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [exercise.act]);
  const act = exercise.scenario.acts[exercise.act];
  if (!act) return null;
  const total = exercise.scenario.acts.length;
  const told = isTold(exercise);
  const facts = Object.entries({ ...act.facts, ...act.correct });
  const { pack } = exercise.pathway;
  return (
    <Card
      withBorder
      p={{ base: 'md', md: 'lg' }}
      component="section"
      ref={card}
      tabIndex={-1}
      aria-label={t('simulator.act', { n: exercise.act + 1, of: total })}
      data-act={exercise.act}
    >
      <Stack gap="md">
        <Progress
          value={((exercise.act + (told ? 1 : 0)) / total) * 100}
          aria-label={t('simulator.act', { n: exercise.act + 1, of: total })}
        />
        <Group justify="space-between" gap="xs">
          <Text fw={650}>{t('simulator.act', { n: exercise.act + 1, of: total })}</Text>
          <Badge size="lg" color="gray" className="chip" leftSection={<IconClock size={16} aria-hidden />}>
            {t('simulator.clock', { when: moments.moment(exercise.at) })}
          </Badge>
        </Group>
        {act.story ? <Prose>{say(act.story)}</Prose> : null}
        {facts.length > 0 ? (
          <div>
            <Text size="sm" fw={600}>
              {t('simulator.recorded')}
            </Text>
            <List size="sm">
              {facts.map(([fact, value]) => (
                <List.Item key={fact}>
                  {/* The story's values were checked when it was played. */}
                  {labels.fact(fact)}
                  {t('app.colon')} <b>{words(pack.facts[fact], value as Parameters<typeof words>[1])}</b>
                </List.Item>
              ))}
            </List>
          </div>
        ) : null}
        {act.hint ? (
          hinted ? (
            <Alert color="yellow" icon={<IconBulb aria-hidden />}>
              {say(act.hint)}
            </Alert>
          ) : (
            <Button
              variant="subtle"
              leftSection={<IconBulb size={18} aria-hidden />}
              style={{ alignSelf: 'flex-start' }}
              onClick={() => setHinted(true)}
            >
              {t('simulator.hint')}
            </Button>
          )
        ) : null}
        {exercise.refusal ? <TroubleAlert trouble={{ kind: 'refused', refusal: exercise.refusal }} /> : null}
        {exercise.invalid ? <TroubleAlert trouble={{ kind: 'invalid', invalid: exercise.invalid }} /> : null}
        {told ? (
          <Button size="lg" onClick={onNext}>
            {t(isLast(exercise) ? 'simulator.finish' : 'simulator.next')}
          </Button>
        ) : (
          <Choices exercise={exercise} onChoose={onChoose} asks={act.event !== undefined} />
        )}
      </Stack>
    </Card>
  );
}

function Choices({
  exercise,
  onChoose,
  asks,
}: {
  exercise: Exercise;
  onChoose: (choice: Choice) => void;
  asks: boolean;
}) {
  const { t } = useWords();
  const labels = useLabels();
  if (!asks) {
    return (
      <Button size="lg" onClick={() => onChoose({ kind: 'author' })}>
        {t('simulator.next')}
      </Button>
    );
  }
  const outcomes = guideOf(exercise).now.flatMap((step) => step.events);
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('simulator.yourChoice')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('simulator.roleNow', { role: labels.role(actorOf(exercise).role) })}
      </Text>
      <OutcomeList
        outcomes={outcomes}
        onChoose={(outcome) => onChoose({ kind: 'event', event: outcome.event })}
      />
      <Group gap="xs">
        <Button variant="default" onClick={() => onChoose({ kind: 'author' })}>
          {t('simulator.asExpected')}
        </Button>
        <Button variant="subtle" onClick={() => onChoose({ kind: 'nothing' })}>
          {t('simulator.nothing')}
        </Button>
      </Group>
    </Stack>
  );
}
