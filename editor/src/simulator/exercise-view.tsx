import { Alert, Button, Card, Stack, Text, Title } from '@mantine/core';
import type { Pathway, Scenario } from '@parcours/engine';
import { IconMasksTheater, IconPlayerPlay } from '@tabler/icons-react';
import { useMachine } from '@xstate/react';
import { useCallback } from 'react';
import { PackProvider } from '../pack/pack-context.tsx';
import { Prose } from '../pack/prose.tsx';
import { ReviewBanner } from '../pack/review-banner.tsx';
import { ClockProvider } from '../words/clock.tsx';
import { useWords } from '../words/use-words.ts';
import { ZoneProvider } from '../words/zone.tsx';
import { ActStage } from './act-stage.tsx';
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
