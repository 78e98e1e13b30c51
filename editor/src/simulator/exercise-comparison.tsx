import {
  Alert,
  Badge,
  Button,
  Card,
  Checkbox,
  Group,
  List,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import type { Entry } from '@parcours/engine';
import { IconArrowsSplit2, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { GroundsLine, GroundsNote } from '../pack/grounds-note.tsx';
import { useLabels } from '../pack/pack-context.tsx';
import { shownGrounds } from '../pack/step-of-pack.ts';
import { useWords } from '../words/use-words.ts';
import { compareRoutes } from './compare-routes.ts';
import { type Exercise, routeOf, type Turn } from './exercise.ts';

type Props = { readonly exercise: Exercise; readonly onAgain: () => void; readonly onOther?: () => void };

/** The end of an exercise: both routes, where they part, why, and on which articles. */
export function ExerciseComparison({ exercise, onAgain, onOther }: Props) {
  const { t } = useWords();
  const labels = useLabels();
  const steps = compareRoutes(routeOf(exercise), exercise.author.route);
  const same = steps.every((step) => step.side === 'both');
  return (
    <Stack gap="lg" maw={960} data-comparison={same ? 'same' : 'differs'}>
      <Title order={2} size="h3">
        {t('simulator.finished')}
      </Title>
      <Alert
        color={same ? 'green' : 'orange'}
        icon={same ? <IconCircleCheck aria-hidden /> : <IconArrowsSplit2 aria-hidden />}
        title={t(same ? 'simulator.same' : 'simulator.differs')}
      >
        {exercise.author.outcome
          ? t('simulator.outcome', { outcome: labels.state(exercise.author.outcome) })
          : null}
      </Alert>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(['yours', 'expected'] as const).map((side) => (
          <Card key={side} withBorder p="md" component="section">
            <Title order={3} size="h5" mb="sm">
              {t(side === 'yours' ? 'simulator.routeYours' : 'simulator.routeExpected')}
            </Title>
            <List type="ordered" spacing={6}>
              {steps
                .filter((step) => step.side === 'both' || step.side === side)
                .map((step, index) => (
                  <List.Item key={`${step.step}${index}`}>
                    {labels.state(step.step)}{' '}
                    {step.side === 'both' ? null : (
                      <Badge color="orange" className="chip">
                        {t('simulator.here')}
                      </Badge>
                    )}
                  </List.Item>
                ))}
            </List>
          </Card>
        ))}
      </SimpleGrid>
      <Stack gap="sm">
        {exercise.turns
          .filter((turn) => turn.expected !== undefined)
          .map((turn) => (
            <TurnCard key={turn.act} turn={turn} exercise={exercise} />
          ))}
      </Stack>
      <Marks exercise={exercise} />
      <Group>
        <Button onClick={onAgain}>{t('simulator.again')}</Button>
        {onOther ? (
          <Button variant="default" onClick={onOther}>
            {t('simulator.other')}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}

function TurnCard({ turn, exercise }: { turn: Turn; exercise: Exercise }) {
  const { t } = useWords();
  const labels = useLabels();
  const { pack } = exercise.pathway;
  const expected = turn.expected ?? '';
  const definition = pack.events[expected];
  const frame = exercise.author.frames[turn.act];
  const entry = frame?.entries.find((line: Entry) => line.event === expected && line.cause === undefined);
  const rules = entry?.decisions.filter(({ rule }) => pack.rules[rule] !== undefined) ?? [];
  const asExpected = turn.chosen === turn.expected;
  return (
    <Card withBorder p="md" component="section" data-turn={turn.act}>
      <Stack gap="xs">
        <Text fw={600}>
          {asExpected
            ? `${t('simulator.act', { n: turn.act + 1, of: exercise.scenario.acts.length })} · ${labels.event(expected)} · ${t('simulator.matches')}`
            : t('simulator.differsAt', {
                n: turn.act + 1,
                expected: labels.event(expected),
                chosen: turn.chosen === undefined ? t('simulator.nothing') : labels.event(turn.chosen),
              })}
        </Text>
        <details open={!asExpected}>
          <summary>{t('simulator.why')}</summary>
          <Stack gap="sm" pt="xs">
            {definition ? <GroundsNote grounds={shownGrounds(pack, definition)} /> : null}
            {rules.map(({ rule, outcome }) => {
              const said = pack.rules[rule];
              return (
                <div key={rule} className="reason">
                  <Text size="sm">
                    {labels.rule(rule)}
                    {t('app.colon')} <b>{t(`answer.${outcome}`)}</b>
                  </Text>
                  {said ? <GroundsLine grounds={shownGrounds(pack, said)} /> : null}
                </div>
              );
            })}
          </Stack>
        </details>
      </Stack>
    </Card>
  );
}

function Marks({ exercise }: { exercise: Exercise }) {
  const { t, say } = useWords();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const marks = Object.entries(exercise.scenario.marks ?? {});
  if (marks.length === 0) return null;
  const total = marks.reduce((sum, [, mark]) => sum + mark.points, 0);
  const points = marks.reduce((sum, [id, mark]) => sum + (ticked.includes(id) ? mark.points : 0), 0);
  return (
    <Card withBorder p="md" component="section">
      <Checkbox.Group
        label={`${t('simulator.marks')}${t('app.colon')} ${t('simulator.score', { points, of: total })}`}
        description={t('simulator.marksExplain')}
        value={[...ticked]}
        onChange={setTicked}
      >
        <Stack gap="xs" mt="sm">
          {marks.map(([id, mark]) => (
            <Checkbox
              key={id}
              value={id}
              className="tick"
              label={`${say(mark.label, id)} (${mark.points})`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </Card>
  );
}
