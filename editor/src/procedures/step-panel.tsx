import { Drawer, List, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Pack } from '@parcours/engine';
import { IconClockHour4, IconForms, IconRoute } from '@tabler/icons-react';
import { Answer } from '../guidance/answer.tsx';
import { StepAnswers } from '../guidance/step-answers.tsx';
import { mapGraph } from '../map/map-graph.ts';
import { useArrowWords, useSpanWords } from '../map/map-words.ts';
import { GroundsNote } from '../pack/grounds-note.tsx';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { placedStates } from '../pack/states.ts';
import { shownGrounds, stepOfPack } from '../pack/step-of-pack.ts';
import { useWords } from '../words/use-words.ts';
import { useAnchorWords } from './anchor-words.ts';

/** Everything the procedure says of one step, beside the map or over it on a phone. */
export function StepPanel({ step: id, onClose }: { step: string | undefined; onClose: () => void }) {
  const { t, dir } = useWords();
  const labels = useLabels();
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position={dir === 'rtl' ? 'left' : 'right'}
      size={phone ? '100%' : 560}
      title={id === undefined ? '' : labels.state(id)}
      closeButtonProps={{ 'aria-label': t('act.close') }}
      styles={{ title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      {id === undefined ? null : <StepSheet id={id} />}
    </Drawer>
  );
}

/** The content of the panel. */
export function StepSheet({ id }: { id: string }) {
  const pack = usePack();
  const { t, say } = useWords();
  const labels = useLabels();
  const arrowWords = useArrowWords();
  const placed = placedStates(pack.machine).find((state) => state.id === id);
  const step = placed ? stepOfPack(pack, placed) : undefined;
  if (!placed || !step) return null;
  const arrows = mapGraph(pack).arrows.filter((arrow) => arrow.source === id);
  return (
    <Stack gap="lg" pb="xl">
      <Text c="dimmed" size="sm">
        {[say(step.trackTitle), step.stage ? say(step.stageTitle) : ''].filter(Boolean).join(' · ')}
      </Text>
      <Deadlines pack={pack} id={id} />
      <StepAnswers step={step} standing={false} />
      {step.form ? (
        <Answer icon={IconForms} title={t('procedures.form')}>
          <Text fw={550}>{say(step.form.label)}</Text>
          {step.form.sections.map((section) => (
            <div key={section.id}>
              <Text size="sm" c="dimmed" mt={6}>
                {say(section.label)}
              </Text>
              <List size="sm">
                {section.fields.map((field) => (
                  <List.Item key={field.fact}>{labels.fact(field.fact)}</List.Item>
                ))}
              </List>
            </div>
          ))}
        </Answer>
      ) : null}
      {arrows.length > 0 ? (
        <Answer icon={IconRoute} title={t('procedures.outcomes')}>
          <Stack gap="xs">
            {arrows.map((arrow) => (
              <div key={arrow.id}>
                {arrow.causes.map((cause) => (
                  <Text key={cause.id} fw={550} size="sm">
                    {arrowWords(cause)}
                  </Text>
                ))}
                <Text size="sm" c="dimmed">
                  {t('outcome.leadsTo', { steps: labels.state(arrow.target) })}
                </Text>
              </div>
            ))}
          </Stack>
        </Answer>
      ) : null}
    </Stack>
  );
}

function Deadlines({ pack, id }: { pack: Pack; id: string }) {
  const { t } = useWords();
  const labels = useLabels();
  const spans = useSpanWords();
  const anchors = useAnchorWords();
  const step = pack.steps[id];
  const deadlines = step && 'deadlines' in step ? (step.deadlines ?? []) : [];
  if (deadlines.length === 0) return null;
  return (
    <Answer icon={IconClockHour4} title={t('guide.byWhen')}>
      <Stack gap="sm">
        {deadlines.map((deadline) => {
          const definition = pack.deadlines[deadline];
          if (!definition) return null;
          return (
            <Stack key={deadline} gap={4}>
              <Title order={4} size="h5">
                {spans(deadline)}
              </Title>
              <Text size="sm">{labels.deadline(deadline)}</Text>
              <Text size="sm" c="dimmed">
                {t('due.from', { from: anchors(definition.from) })}
              </Text>
              {definition.escalation && definition.escalation.length > 0 ? (
                <Text size="sm" c="dimmed">
                  {t('due.escalates', {
                    roles: definition.escalation.map((rung) => labels.role(rung.to)).join(', '),
                  })}
                </Text>
              ) : null}
              <GroundsNote grounds={shownGrounds(pack, definition)} />
            </Stack>
          );
        })}
      </Stack>
    </Answer>
  );
}
