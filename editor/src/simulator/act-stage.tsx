import { Box, Card, Grid, Stack, Tabs, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { StepAnswers } from '../guidance/step-answers.tsx';
import { LazyMap } from '../map/lazy-map.tsx';
import { placesOf } from '../pack/states.ts';
import { useWords } from '../words/use-words.ts';
import { ActCard, type ActProps } from './act-card.tsx';
import { type Exercise, guideOf } from './exercise.ts';

/** An act being played: the card, the step's guidance and the map, side by side where there is room. */
export function ActStage({ exercise, onChoose, onNext }: ActProps) {
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
