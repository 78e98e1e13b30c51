import {
  Alert,
  Button,
  Fieldset,
  Group,
  List,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Answers } from '../forms/fact-form.tsx';
import { useValueWords } from '../forms/value-words.ts';
import type { EventGuide } from '../guidance/types.ts';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';
import {
  BLANK_REPORT,
  missingParts,
  needsReason,
  type ReportDetails,
  type ReportMode,
  reportDetails,
} from './report-draft.ts';
import { type Trouble, TroubleAlert } from './trouble.tsx';
import { WhenField } from './when-field.tsx';

type Props = {
  readonly outcome: EventGuide;
  readonly mode: ReportMode;
  readonly answers: Answers;
  readonly onClose: () => void;
  readonly onSend: (details: ReportDetails, mode: ReportMode) => void;
  /** What followed since, shown when the report came too late and may be put in its place. */
  readonly followed?: ((since: number | undefined, details: ReportDetails) => ReactNode) | undefined;
  readonly sending?: boolean;
  readonly trouble?: Trouble | undefined;
};

/** The last look before an outcome is reported: when it happened, who decided, why, and what goes with it. */
export function ReportDialog({
  outcome,
  mode: asked,
  answers,
  onClose,
  onSend,
  followed,
  sending = false,
  trouble,
}: Props) {
  const { t, say } = useWords();
  const labels = useLabels();
  const pack = usePack();
  const words = useValueWords();
  const [draft, setDraft] = useState(BLANK_REPORT);
  const [tried, setTried] = useState(false);
  const [mode, setMode] = useState(asked);
  const [sentAs, setSentAs] = useState(asked);
  const [since, setSince] = useState<number>();
  const late = trouble?.kind === 'refused' && trouble.refusal.code === 'late' ? trouble.refusal : undefined;
  const mayPut = followed !== undefined && outcome.mine && late !== undefined && sentAs === 'report';
  const isPutting = mode === 'rectify';
  const asksSecond =
    outcome.secondPerson ||
    isPutting ||
    (mode === 'override' && outcome.overridable.some((rule) => rule.secondPerson));
  const body = useRef<HTMLDivElement>(null);
  const missing = missingParts(outcome, mode, draft);
  const errorOf = (field: (typeof missing)[number]) =>
    tried && missing.includes(field) ? t('report.required') : undefined;
  const write = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const send = () => {
    setTried(true);
    if (missing.length === 0) {
      setSentAs(mode);
      onSend(reportDetails(outcome, draft), mode);
    } else body.current?.querySelector<HTMLElement>(`[name="${missing[0]}"]`)?.focus();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(outcome.label, outcome.event)}
      size="lg"
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Stack gap="md" ref={body}>
        {isPutting
          ? followed?.(since, missing.includes('happened') ? {} : reportDetails(outcome, draft))
          : null}
        {mode === 'report' || isPutting ? null : (
          <Alert color="orange" icon={<IconInfoCircle aria-hidden />}>
            {t(mode === 'done' ? 'report.doneExplain' : 'report.overrideExplain', {
              rules: outcome.overridable.map(({ rule }) => labels.rule(rule)).join(', '),
            })}
          </Alert>
        )}
        {Object.keys(answers).length > 0 ? (
          <div>
            <Text fw={600} mb={4}>
              {t('report.answers')}
            </Text>
            <List size="sm" spacing={2}>
              {Object.entries(answers).map(([fact, value]) => (
                <List.Item key={fact}>
                  {labels.fact(fact)}
                  {t('app.colon')} <b>{words(pack.facts[fact], value)}</b>
                </List.Item>
              ))}
            </List>
          </div>
        ) : null}
        <WhenField
          earlier={draft.when === 'earlier'}
          happened={draft.happened}
          onEarlier={(earlier) => write({ when: earlier ? 'earlier' : 'now' })}
          onHappened={(happened) => write({ happened })}
          error={errorOf('happened')}
        />
        {outcome.decision ? (
          <Fieldset legend={t('decision.title')}>
            <Stack gap="sm">
              <Text size="sm" c="dimmed">
                {t('decision.explain')}
              </Text>
              {(['decidedBy', 'function', 'authority'] as const).map((field) => (
                <TextInput
                  key={field}
                  name={field}
                  label={t(`decision.${field}`)}
                  withAsterisk
                  value={draft[field]}
                  error={errorOf(field)}
                  onChange={(event) => write({ [field]: event.currentTarget.value })}
                />
              ))}
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <TextInput
                  name="number"
                  label={t('decision.number')}
                  value={draft.number}
                  onChange={(event) => write({ number: event.currentTarget.value })}
                />
                <TextInput
                  name="on"
                  type="date"
                  label={t('decision.on')}
                  withAsterisk
                  value={draft.on}
                  error={errorOf('on')}
                  onChange={(event) => write({ on: event.currentTarget.value })}
                />
              </SimpleGrid>
            </Stack>
          </Fieldset>
        ) : null}
        <Textarea
          name="reason"
          label={t(needsReason(outcome, mode) ? 'report.reason' : 'report.reasonOptional')}
          withAsterisk={needsReason(outcome, mode)}
          value={draft.reason}
          error={errorOf('reason')}
          onChange={(event) => write({ reason: event.currentTarget.value })}
        />
        {asksSecond ? (
          <Alert color="indigo" icon={<IconInfoCircle aria-hidden />}>
            {t('report.secondPerson')}
          </Alert>
        ) : null}
        {trouble && !(isPutting && mayPut) ? <TroubleAlert trouble={trouble} /> : null}
        {mayPut && !isPutting ? (
          <Button
            variant="light"
            className="wrap"
            onClick={() => {
              setSince(late.since);
              setMode('rectify');
            }}
          >
            {t('late.put')}
          </Button>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button onClick={send} loading={sending}>
            {t(asksSecond ? 'report.propose' : 'report.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
