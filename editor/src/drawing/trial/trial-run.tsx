import { Alert, Badge, Button, Card, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { type FactValue, guide, type Pathway, type Playback } from '@parcours/engine';
import { IconArrowBackUp, IconClock, IconPencil, IconRestore } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { TroubleAlert } from '../../cases/trouble.tsx';
import { type Answers, FactForm } from '../../forms/fact-form.tsx';
import { OutcomeList } from '../../guidance/outcome-list.tsx';
import { LazyMap } from '../../map/lazy-map.tsx';
import { placesOf } from '../../pack/states.ts';
import { ClockProvider } from '../../words/clock.tsx';
import { useMoments } from '../../words/use-moments.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { KeepTrial } from './keep-trial.tsx';
import { lastTyped, nextDeadline, playTrial, record, report, type Trial, wait } from './trial.ts';
import { TrialCompare } from './trial-compare.tsx';

export type Variation = { readonly fact: string; readonly value: FactValue | undefined };

type Props = {
  readonly pathway: Pathway;
  readonly trial: Trial;
  readonly variation: Variation | undefined;
  readonly onGo: (trial: Trial) => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
  /** Without one the runs are no longer compared. */
  readonly onVary: (variation: Variation | undefined) => void;
};

/** A run: where it stands on the map, what can be reported, time let pass, and one answer changed. */
export function TrialRun(props: Props) {
  const { t } = useDrawingWords();
  const { pathway, trial, onLeave } = props;
  const playback = useMemo(() => playTrial(pathway, trial), [pathway, trial]);
  if (!playback) {
    return (
      <Stack align="flex-start">
        <Alert color="orange">{t('trial.gone')}</Alert>
        <Button onClick={onLeave}>{t('trial.leave')}</Button>
      </Stack>
    );
  }
  return <Running key={trial.acts.length} {...props} playback={playback} />;
}

function Running({
  pathway,
  trial,
  playback,
  variation,
  onGo,
  onBack,
  onLeave,
  onVary,
}: Props & { playback: Playback }) {
  const { t, say } = useDrawingWords();
  const moments = useMoments();
  const frame = playback.frames.at(-1);
  const at = frame?.at ?? trial.start;
  const { caseFile } = playback;
  // What was refused stands in its fields still.
  const isRefused = frame?.refusal !== undefined || frame?.invalid !== undefined;
  const [answers, setAnswers] = useState<Answers>(isRefused ? lastTyped(trial) : {});
  const clock = useCallback(() => Date.parse(at), [at]);
  const steps = useMemo(
    () => guide(pathway, caseFile, Object.keys(pathway.pack.roles)[0] ?? '', at).now,
    [pathway, caseFile, at],
  );
  const here = useMemo(() => placesOf(pathway.pack, caseFile.position.value), [pathway, caseFile]);
  const past = useMemo(() => Object.keys(caseFile.done), [caseFile]);
  const next = nextDeadline(playback);
  // What an act leads to begins where the reader's eyes and keyboard are.
  const now = useRef<HTMLDivElement>(null);
  useEffect(() => {
    now.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  const clockSaid = t('trial.clock', { when: moments.moment(at) });
  const answer = (fact: string, value: FactValue | undefined) =>
    setAnswers(({ [fact]: _, ...others }) => (value === undefined ? others : { ...others, [fact]: value }));
  const hasAnswers = Object.keys(answers).length > 0;
  const times = [
    ['hour', 'PT1H'],
    ['day', 'P1D'],
    ['week', 'P7D'],
  ] as const;
  return (
    <ClockProvider clock={clock}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="md" component="section" ref={now} tabIndex={-1} aria-label={clockSaid}>
            <Group justify="space-between" gap="xs">
              <Badge
                size="lg"
                color="gray"
                className="chip"
                leftSection={<IconClock size={16} aria-hidden />}
              >
                {clockSaid}
              </Badge>
              <Group gap="xs">
                <Button
                  variant="default"
                  mih={44}
                  disabled={trial.acts.length <= trial.given}
                  leftSection={<IconArrowBackUp size={18} aria-hidden className="flip-in-rtl" />}
                  onClick={onBack}
                >
                  {t('trial.back')}
                </Button>
                <Button
                  variant="default"
                  mih={44}
                  leftSection={<IconRestore size={18} aria-hidden />}
                  onClick={onLeave}
                >
                  {t('trial.leave')}
                </Button>
              </Group>
            </Group>
            {frame?.refusal ? <TroubleAlert trouble={{ kind: 'refused', refusal: frame.refusal }} /> : null}
            {frame?.invalid ? <TroubleAlert trouble={{ kind: 'invalid', invalid: frame.invalid }} /> : null}
            {caseFile.status === 'closed' ? <Alert color="green">{t('trial.closed')}</Alert> : null}
            <KeepTrial trial={trial} playback={playback} />
            {steps.map((step) => (
              <Card key={step.step} withBorder p="md" component="section" data-step={step.step}>
                <Stack gap="md">
                  <Title order={2} size="h3">
                    {say(step.title) || step.step}
                  </Title>
                  {step.form ? <FactForm form={step.form} answers={answers} onAnswer={answer} /> : null}
                  {step.events.length > 0 ? <Text fw={600}>{t('trial.now')}</Text> : null}
                  <OutcomeList
                    outcomes={step.events.map((event) => ({ ...event, mine: true, enabled: true }))}
                    onChoose={(outcome) => onGo(report(pathway, trial, playback, outcome, answers))}
                  />
                </Stack>
              </Card>
            ))}
            <Group gap="xs" role="group" aria-label={t('trial.time')}>
              <Text fw={600}>{t('trial.time')}</Text>
              {times.map(([key, span]) => (
                <Button
                  key={key}
                  variant="light"
                  mih={44}
                  onClick={() => onGo(wait(pathway, trial, playback, span))}
                >
                  {t(`trial.${key}`)}
                </Button>
              ))}
              {next === undefined ? null : (
                <Button variant="light" mih={44} onClick={() => onGo(wait(pathway, trial, playback, next))}>
                  {t('trial.deadline')}
                </Button>
              )}
              <Button
                variant="light"
                mih={44}
                disabled={!hasAnswers}
                leftSection={<IconPencil size={18} aria-hidden />}
                onClick={() => onGo(record(pathway, trial, playback, answers))}
              >
                {t('trial.record')}
              </Button>
            </Group>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="md">
            <div className="small-map">
              <LazyMap pack={pathway.pack} here={here} past={past} height="52vh" />
            </div>
            <TrialCompare
              pathway={pathway}
              trial={trial}
              playback={playback}
              variation={variation}
              onVary={onVary}
            />
          </Stack>
        </Grid.Col>
      </Grid>
    </ClockProvider>
  );
}
