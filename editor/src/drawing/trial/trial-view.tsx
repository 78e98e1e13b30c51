import { Alert, Button, Card, Group, Select, Stack, Text } from '@mantine/core';
import type { Pathway } from '@parcours/engine';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMachine } from '@xstate/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { placedStates } from '../../pack/states.ts';
import { useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { askWorker } from '../findings/ask-worker.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { beginTrial, pathwayOf, type Trial } from './trial.ts';
import { trialMachine } from './trial-machine.ts';
import { TrialRun } from './trial-run.tsx';

/** The draft tried on an invented case, from any of its steps, on a clock that only the person moves. */
export function TrialView() {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const pathway = useMemo(() => pathwayOf(pack), [pack]);
  const [snapshot, send] = useMachine(trialMachine);
  const { trial, variation } = snapshot.context;
  if (!pathway) return <Alert color="orange">{t('trial.cannot')}</Alert>;
  if (snapshot.matches('choosing') || !trial)
    return <TrialStart pathway={pathway} onBegin={(begun) => send({ type: 'begin', trial: begun })} />;
  return (
    <TrialRun
      pathway={pathway}
      trial={trial}
      variation={variation}
      onGo={(next) => send({ type: 'go', trial: next })}
      onBack={() => send({ type: 'back' })}
      onLeave={() => send({ type: 'leave' })}
      onVary={(next) => send(next ? { type: 'vary', variation: next } : { type: 'same' })}
    />
  );
}

type StartProps = { readonly pathway: Pathway; readonly onBegin: (trial: Trial) => void };

/** Where to begin: the opening, or any step, reached by the shortest story that leads there. */
export function TrialStart({ pathway, onBegin }: StartProps) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const { pack } = pathway;
  const selected = useDrawingState((state) => state.selected);
  const steps = useMemo(
    () =>
      placedStates(pack.machine)
        .filter(({ id, leaf }) => leaf && ['work', 'wait', 'end'].includes(pack.steps[id]?.kind ?? ''))
        .map(({ id }) => id),
    [pack],
  );
  const looked = selected?.startsWith('steps/') ? selected.slice('steps/'.length) : undefined;
  const [step, setStep] = useState<string | null>(looked && steps.includes(looked) ? looked : null);
  const [seeking, setSeeking] = useState<'no' | 'yes' | 'none'>('no');
  const worker = useRef<{ readonly end: () => void }>(undefined);
  useEffect(() => () => worker.current?.end(), []);
  const begin = () => {
    if (step === null || beginsAt(pack, step)) return onBegin(beginTrial());
    setSeeking('yes');
    worker.current?.end();
    worker.current = askWorker({ kind: 'reach', version: 0, pack, step }, (answer) => {
      const story = answer.kind === 'reached' ? answer.story : undefined;
      setSeeking(story ? 'no' : 'none');
      if (story) onBegin(beginTrial(story));
    });
    return undefined;
  };
  return (
    <Card withBorder p="lg" maw={640} component="section">
      <Stack gap="md">
        <Text>{t('trial.explain')}</Text>
        <Select
          label={t('trial.from')}
          placeholder={t('trial.opening')}
          clearable
          searchable
          size="md"
          value={step}
          onChange={(next) => {
            setStep(next);
            setSeeking('no');
          }}
          data={steps.map((id) => ({ value: id, label: labels.state(id) }))}
        />
        {seeking === 'none' ? (
          <Alert color="orange" role="alert">
            {t('trial.noPath')}
          </Alert>
        ) : null}
        <Group>
          <Button
            size="md"
            loading={seeking === 'yes'}
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            onClick={begin}
          >
            {t('trial.begin')}
          </Button>
          {seeking === 'yes' ? <Text role="status">{t('trial.seeking')}</Text> : null}
        </Group>
      </Stack>
    </Card>
  );
}

/** True for the step in which every case begins. */
function beginsAt(pack: Pathway['pack'], step: string): boolean {
  let state = pack.machine.states['main'];
  while (state?.states && state.initial !== undefined) state = state.states[state.initial];
  return state?.id === step;
}
