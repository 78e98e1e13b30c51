import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FactValue } from '@parcours/engine';
import { IconDeviceFloppy, IconHourglass, IconUserCheck } from '@tabler/icons-react';
import { type Answers, FactForm } from '../forms/fact-form.tsx';
import { reveal } from '../forms/fact-input.ts';
import { OutcomeList } from '../guidance/outcome-list.tsx';
import { StepDetails, StepEssentials } from '../guidance/step-answers.tsx';
import type { EventGuide, StepGuide } from '../guidance/types.ts';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import type { ReportMode } from './report-draft.ts';

type Props = {
  readonly step: StepGuide;
  readonly answers: Answers;
  readonly onAnswer: (fact: string, value: FactValue | undefined) => void;
  readonly onReport: (outcome: EventGuide, mode: ReportMode) => void;
  /** Asks for a fact that the form of this step does not hold. */
  readonly onAsk: (fact: string) => void;
  readonly onRecord?: (() => void) | undefined;
  /** Outcomes that wait for a second person, in words. */
  readonly proposed?: Readonly<Record<string, string>>;
  readonly recording?: boolean;
  readonly errors?: Readonly<Record<string, string>>;
};

/** One open step of a case: what to do, what to write down, and what may be reported now. */
export function StepWork({
  step,
  answers,
  onAnswer,
  onReport,
  onAsk,
  onRecord,
  proposed,
  recording = false,
  errors = {},
}: Props) {
  const { t, say } = useWords();
  const moments = useMoments();
  const phone = useMediaQuery('(max-width: 62em)');
  const mayAct = step.mine || step.events.some((event) => event.mine);
  const roles = step.who.map((role) => say(role.label, role.id)).join(', ');
  const typed = Object.keys(answers).length;
  return (
    <Card
      withBorder
      p={{ base: 'md', md: 'xl' }}
      component="section"
      aria-label={say(step.title, step.step)}
      data-step={step.step}
    >
      <Stack gap="xl">
        <div>
          <Text size="sm" c="dimmed">
            {[say(step.trackTitle), step.stage ? say(step.stageTitle) : ''].filter(Boolean).join(' · ')}
          </Text>
          <Title order={2} size="h3">
            {say(step.title, step.step)}
          </Title>
          <Group gap="xs" mt={6}>
            {step.kind === 'end' ? null : step.mine ? (
              <Badge size="lg" className="chip" leftSection={<IconUserCheck size={16} aria-hidden />}>
                {t('guide.yours')}
              </Badge>
            ) : (
              <Badge
                size="lg"
                color="gray"
                className="chip"
                leftSection={<IconHourglass size={16} aria-hidden />}
              >
                {t(step.kind === 'wait' ? 'guide.waiting' : 'guide.notYours', { roles })}
              </Badge>
            )}
            <Text size="sm" c="dimmed">
              {t('guide.since', { when: moments.moment(step.since) })}
            </Text>
          </Group>
        </div>
        <Stack gap="lg">
          <StepEssentials step={step} />
          <details open={!phone}>
            <summary>{t('guide.more')}</summary>
            <Stack gap="lg" pt="sm">
              <StepDetails step={step} />
            </Stack>
          </details>
        </Stack>
        {step.form && mayAct ? (
          <Stack gap="md">
            <FactForm form={step.form} answers={answers} onAnswer={onAnswer} errors={errors} />
            {onRecord && typed > 0 ? (
              <Group gap="sm">
                <Button
                  variant="default"
                  className="wrap"
                  leftSection={<IconDeviceFloppy size={20} aria-hidden />}
                  onClick={onRecord}
                  loading={recording}
                >
                  {t('form.recordOnly')}
                </Button>
                <Text size="sm" c="dimmed" role="status">
                  {t('form.saved')}
                </Text>
              </Group>
            ) : null}
          </Stack>
        ) : null}
        <Stack gap="sm">
          <Title order={3} size="h4">
            {t('guide.outcomes')}
          </Title>
          {step.events.length === 0 ? <Text c="dimmed">{t('guide.noOutcome')}</Text> : null}
          <OutcomeList
            outcomes={step.events}
            proposed={proposed}
            onChoose={(outcome) => onReport(outcome, 'report')}
            onOverride={(outcome) => onReport(outcome, 'override')}
            onDone={(outcome) => onReport(outcome, 'done')}
            onAsk={(fact) => {
              if (!reveal(fact)) onAsk(fact);
            }}
          />
        </Stack>
      </Stack>
    </Card>
  );
}
