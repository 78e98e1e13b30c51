import {
  Alert,
  Badge,
  Box,
  Button,
  Card,
  Grid,
  Group,
  List,
  Progress,
  Stack,
  Tabs,
  Text,
  Title,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Pathway, Scenario } from '@parcours/engine';
import { IconBulb, IconClock, IconMasksTheater, IconPlayerPlay } from '@tabler/icons-react';
import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { TroubleAlert } from '../cases/trouble.tsx';
import { useValueWords } from '../forms/value-words.ts';
import { OutcomeList } from '../guidance/outcome-list.tsx';
import { StepAnswers } from '../guidance/step-answers.tsx';
import { LazyMap } from '../map/lazy-map.tsx';
import { PackProvider, useLabels } from '../pack/pack-context.tsx';
import { Prose } from '../pack/prose.tsx';
import { ReviewBanner } from '../pack/review-banner.tsx';
import { placesOf } from '../pack/states.ts';
import { ClockProvider } from '../words/clock.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { ZoneProvider } from '../words/zone.tsx';
import { actorOf, type Choice, type Exercise, guideOf, isLast, isTold } from './exercise.ts';
import { ExerciseComparison } from './exercise-comparison.tsx';
import { exerciseMachine } from './exercise-machine.ts';

type Props = { readonly pathway: Pathway; readonly scenario: Scenario; readonly onOther?: () => void };

/** One exercise, from its story to the comparison of routes, on the story's own clock. */
export function ExerciseView(props: Props) {
  const { pack } = props.pathway.pack;
  return (
    <PackProvider pack={props.pathway.pack}>
      <ZoneProvider zone={pack.timeZone}>
        <Stack gap="md">
          <FictionBanner />
          <ReviewBanner state={pack.review.state} />
          <Playing {...props} />
        </Stack>
      </ZoneProvider>
    </PackProvider>
  );
}

/** Never missed: nobody in an exercise exists. */
export function FictionBanner() {
  const { t } = useWords();
  return (
    <Alert color="grape" icon={<IconMasksTheater aria-hidden />} role="note" className="banner" data-fiction>
      <Text size="sm" fw={600}>
        {t('simulator.banner')}
      </Text>
    </Alert>
  );
}

function Playing({ pathway, scenario, onOther }: Props) {
  const { t, say } = useWords();
  const [snapshot, send] = useMachine(exerciseMachine, { input: { pathway, scenario } });
  const { exercise } = snapshot.context;
  const clock = useCallback(() => Date.parse(exercise.at), [exercise.at]);
  if (snapshot.matches('reading')) {
    return (
      <Card withBorder p={{ base: 'md', md: 'xl' }} maw={820}>
        <Text size="sm" c="dimmed">
          {t('simulator.story')}
        </Text>
        <Title order={2} size="h3" mb="md">
          {say(scenario.title)}
        </Title>
        <Prose>{say(scenario.story)}</Prose>
        <Button
          mt="lg"
          size="lg"
          leftSection={<IconPlayerPlay size={20} aria-hidden />}
          onClick={() => send({ type: 'start' })}
        >
          {t('simulator.start')}
        </Button>
      </Card>
    );
  }
  if (snapshot.matches('compared')) {
    return (
      <ClockProvider clock={clock}>
        <ExerciseComparison
          exercise={exercise}
          onAgain={() => send({ type: 'again' })}
          {...(onOther ? { onOther } : {})}
        />
      </ClockProvider>
    );
  }
  return (
    <ClockProvider clock={clock}>
      <ActStage
        key={exercise.act}
        exercise={exercise}
        onChoose={(choice) => send({ type: 'choose', choice })}
        onNext={() => send({ type: 'next' })}
      />
    </ClockProvider>
  );
}

type ActProps = {
  readonly exercise: Exercise;
  readonly onChoose: (choice: Choice) => void;
  readonly onNext: () => void;
};

function ActStage({ exercise, onChoose, onNext }: ActProps) {
  const { t } = useWords();
  const wide = useMediaQuery('(min-width: 75em)');
  const map = <ExerciseMap exercise={exercise} />;
  const play = <ActCard exercise={exercise} onChoose={onChoose} onNext={onNext} />;
  const steps = guideOf(exercise).now;
  const guidance = (
    <Stack gap="lg">
      {steps.map((step) => (
        <Card
          key={step.step}
          withBorder
          p={{ base: 'md', md: 'lg' }}
          component="section"
          data-step={step.step}
        >
          <GuidedStep step={step} />
        </Card>
      ))}
    </Stack>
  );
  if (wide) {
    return (
      <Grid gap="lg">
        <Grid.Col span={5}>
          <Stack gap="lg">
            {play}
            {guidance}
          </Stack>
        </Grid.Col>
        <Grid.Col span={7}>
          <Box pos="sticky" top={110}>
            {map}
          </Box>
        </Grid.Col>
      </Grid>
    );
  }
  return (
    <Stack gap="lg">
      {play}
      <Tabs defaultValue="guide">
        <Tabs.List mb="md">
          <Tabs.Tab value="guide">{t('casePage.now')}</Tabs.Tab>
          <Tabs.Tab value="map">{t('casePage.map')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="guide">{guidance}</Tabs.Panel>
        <Tabs.Panel value="map">{map}</Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function GuidedStep({ step }: { step: ReturnType<typeof guideOf>['now'][number] }) {
  const { say } = useWords();
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" c="dimmed">
          {say(step.trackTitle)}
        </Text>
        <Title order={2} size="h4">
          {say(step.title, step.step)}
        </Title>
      </div>
      <StepAnswers step={step} />
    </Stack>
  );
}

function ExerciseMap({ exercise }: { exercise: Exercise }) {
  const { caseFile, pathway } = exercise;
  const here = useMemo(() => placesOf(pathway.pack, caseFile.position.value), [pathway, caseFile]);
  const past = useMemo(() => Object.keys(caseFile.done), [caseFile]);
  return <LazyMap pack={pathway.pack} here={here} past={past} height="68vh" />;
}

function ActCard({ exercise, onChoose, onNext }: ActProps) {
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
