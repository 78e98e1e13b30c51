import { Badge, Box, Button, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import {
  IconArrowRight,
  IconGavel,
  IconLock,
  IconQuestionMark,
  IconShieldHeart,
  IconUsersPlus,
} from '@tabler/icons-react';
import { GroundsLine } from '../pack/grounds-note.tsx';
import { useLabels } from '../pack/pack-context.tsx';
import { useTerms } from '../pack/use-terms.ts';
import { useWords } from '../words/use-words.ts';
import type { EventGuide } from './types.ts';

type Props = {
  readonly outcomes: readonly EventGuide[];
  /** Absent where the guide is only read. */
  readonly onChoose?: ((event: EventGuide) => void) | undefined;
  /** Takes the reader to the field that asks for this fact. */
  readonly onAsk?: ((fact: string) => void) | undefined;
  readonly onOverride?: ((event: EventGuide) => void) | undefined;
  /** Records as done a protective act whose door is closed. */
  readonly onDone?: ((event: EventGuide) => void) | undefined;
  /** What was proposed already and waits for a second person: in words, by event. */
  readonly proposed?: Readonly<Record<string, string>> | undefined;
};

/** The possible outcomes as clear choices; a closed one says why, on what it rests, and what to ask next. */
export function OutcomeList({ outcomes, onChoose, onAsk, onOverride, onDone, proposed = {} }: Props) {
  const mine = outcomes.filter((event) => event.mine && proposed[event.event] === undefined);
  const waiting = outcomes.filter((event) => event.mine && proposed[event.event] !== undefined);
  const open = mine.filter((event) => event.enabled);
  const closed = mine.filter((event) => !event.enabled);
  const others = outcomes.filter((event) => !event.mine);
  return (
    <Stack gap="sm">
      {waiting.map((event) => (
        <ProposedOutcome key={event.event} outcome={event} words={proposed[event.event] ?? ''} />
      ))}
      {open.map((event) => (
        <OpenOutcome key={event.event} outcome={event} onChoose={onChoose} />
      ))}
      {closed.map((event) => (
        <ClosedOutcome
          key={event.event}
          outcome={event}
          onAsk={onAsk}
          onOverride={onOverride}
          onDone={onDone}
        />
      ))}
      {others.length > 0 ? <OthersOutcomes outcomes={others} /> : null}
    </Stack>
  );
}

/** What somebody proposed and nobody has answered yet: not to be proposed twice. */
function ProposedOutcome({ outcome, words }: { outcome: EventGuide; words: string }) {
  const { say } = useWords();
  return (
    <Paper className="outcome-closed" p="md" withBorder data-event={outcome.event} data-proposed>
      <Group wrap="nowrap" gap="md" align="flex-start">
        <IconUsersPlus aria-hidden style={{ flexShrink: 0 }} />
        <Stack gap={4} flex={1} miw={0}>
          <Text fw={600}>{say(outcome.label, outcome.event)}</Text>
          <Text size="sm">{words}</Text>
        </Stack>
      </Group>
    </Paper>
  );
}

/** What only other functions may report, told without taking room. */
function OthersOutcomes({ outcomes }: { outcomes: readonly EventGuide[] }) {
  const { t, say } = useWords();
  const labels = useLabels();
  return (
    <details>
      <summary>{t('outcome.others', { count: outcomes.length })}</summary>
      <Stack gap="xs" pt="xs">
        {outcomes.map((outcome) => (
          <div key={outcome.event} className="reason" data-event={outcome.event} data-closed="role">
            <Text fw={550}>{say(outcome.label, outcome.event)}</Text>
            <Text size="sm" c="dimmed">
              {t('refusal.role', { roles: outcome.roles.map(labels.role).join(', ') })}
            </Text>
          </div>
        ))}
      </Stack>
    </details>
  );
}

function OutcomeMarks({ outcome }: { outcome: EventGuide }) {
  const { t } = useWords();
  const child = useTerms()('child');
  return (
    <>
      {outcome.protective ? (
        <Badge className="chip" color="green" leftSection={<IconShieldHeart size={14} aria-hidden />}>
          {child ? t('outcome.protectiveNamed', { child }) : t('outcome.protective')}
        </Badge>
      ) : null}
      {outcome.decision ? (
        <Badge className="chip" color="grape" leftSection={<IconGavel size={14} aria-hidden />}>
          {t('outcome.decision')}
        </Badge>
      ) : null}
      {outcome.secondPerson ? (
        <Badge className="chip" color="indigo" leftSection={<IconUsersPlus size={14} aria-hidden />}>
          {t('outcome.secondPerson')}
        </Badge>
      ) : null}
    </>
  );
}

function OpenOutcome({ outcome, onChoose }: { outcome: EventGuide; onChoose: Props['onChoose'] }) {
  const { t, say } = useWords();
  const labels = useLabels();
  return (
    <UnstyledButton
      className="outcome"
      data-event={outcome.event}
      disabled={!onChoose}
      onClick={() => onChoose?.(outcome)}
    >
      <Group wrap="nowrap" gap="md">
        <Box flex={1} miw={0}>
          <Text fw={650}>{say(outcome.label, outcome.event)}</Text>
          {outcome.leadsTo.length > 0 ? (
            <Text size="sm" className="outcome-leads">
              {t('outcome.leadsTo', { steps: outcome.leadsTo.map(labels.state).join(', ') })}
            </Text>
          ) : null}
          {outcome.protective || outcome.decision || outcome.secondPerson ? (
            <Group gap={6} mt={6}>
              <OutcomeMarks outcome={outcome} />
            </Group>
          ) : null}
        </Box>
        <IconArrowRight className="flip-in-rtl" aria-hidden />
      </Group>
    </UnstyledButton>
  );
}

function ClosedOutcome({
  outcome,
  onAsk,
  onOverride,
  onDone,
}: Omit<Props, 'outcomes' | 'onChoose'> & { outcome: EventGuide }) {
  const { t, say } = useWords();
  const labels = useLabels();
  const code = outcome.closedBy?.code ?? 'closed';
  const Icon = code === 'unknown' || code === 'needs' || code === 'settles' ? IconQuestionMark : IconLock;
  return (
    <Paper className="outcome-closed" p="md" withBorder data-event={outcome.event} data-closed={code}>
      <Group wrap="nowrap" gap="md" align="flex-start">
        <Icon aria-hidden style={{ flexShrink: 0 }} />
        <Stack gap="xs" flex={1} miw={0}>
          <Text fw={600}>{say(outcome.label, outcome.event)}</Text>
          <Text size="sm">
            {t(`refusal.${code}`, {
              roles: outcome.roles.map(labels.role).join(', '),
              tracks: outcome.closedBy?.tracks.map(labels.state).join(', ') ?? '',
            })}
          </Text>
          {(code === 'case_closed' ? [] : outcome.reasons).map((reason) => (
            <Box key={reason.rule} className="reason">
              <Text size="sm">
                {say(reason.label, reason.rule)}
                {t('app.colon')} <b>{t(`answer.${reason.outcome}`)}</b>
              </Text>
              {reason.reason && reason.outcome !== 'yes' ? <Text size="sm">{say(reason.reason)}</Text> : null}
              <GroundsLine grounds={reason.grounds} />
            </Box>
          ))}
          {outcome.missing.length > 0 && code !== 'case_closed' ? (
            <Stack gap={6}>
              <Text size="sm" fw={600}>
                {t('outcome.ask')}
              </Text>
              {onAsk ? (
                <Group gap="xs">
                  {outcome.missing.map((fact) => (
                    <Button key={fact} variant="light" size="sm" className="wrap" onClick={() => onAsk(fact)}>
                      {labels.fact(fact)}
                    </Button>
                  ))}
                </Group>
              ) : (
                <Text size="sm">{outcome.missing.map(labels.fact).join(', ')}</Text>
              )}
            </Stack>
          ) : null}
          {outcome.closedBy && outcome.closedBy.parameters.length > 0 ? (
            <Text size="sm">
              {t('outcome.needsLaw', { parameters: outcome.closedBy.parameters.map(labels.fact).join(', ') })}
            </Text>
          ) : null}
          <Group gap="xs">
            {onOverride && outcome.overridable.length > 0 ? (
              <Button variant="default" size="sm" onClick={() => onOverride(outcome)}>
                {t('outcome.override')}
              </Button>
            ) : null}
            {onDone && outcome.protective && outcome.mine ? (
              <Button variant="default" size="sm" onClick={() => onDone(outcome)}>
                {t('outcome.doneOutside')}
              </Button>
            ) : null}
          </Group>
        </Stack>
      </Group>
    </Paper>
  );
}
