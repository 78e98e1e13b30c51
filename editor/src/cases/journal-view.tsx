import { Badge, Card, Group, List, Stack, Text, Timeline } from '@mantine/core';
import type { Entry } from '@parcours/engine';
import {
  IconAlertTriangle,
  IconBan,
  IconBroadcast,
  IconCheck,
  IconClockExclamation,
  IconFolderOpen,
  IconPencil,
  IconRefresh,
  IconRepeat,
  IconShieldHeart,
  IconUserCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useValueWords } from '../forms/value-words.ts';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { stepDefinition } from '../pack/step-of-pack.ts';
import { useHeadingTerms } from '../pack/use-terms.ts';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import type { HistoryLine } from './history-line.ts';
import { useJournalSentence } from './journal-sentence.ts';
import { WithdrawnList } from './withdrawn-list.tsx';

const ICONS: Readonly<Record<Entry['kind'], TablerIcon>> = {
  opened: IconFolderOpen,
  reported: IconCheck,
  overridden: IconAlertTriangle,
  done_outside: IconShieldHeart,
  refused: IconBan,
  recorded: IconPencil,
  corrected: IconRefresh,
  signalled: IconBroadcast,
  refreshed: IconRepeat,
  escalated: IconClockExclamation,
  deadline_missed: IconClockExclamation,
  deadline_passed: IconClockExclamation,
  rescheduled: IconRefresh,
  assigned: IconUserCheck,
  disagreed: IconAlertTriangle,
  rectified: IconRefresh,
  migrated: IconRefresh,
};

/** History, newest first: what was done, by whom, when it happened and when it was recorded, and what it stood on. */
export function JournalView({
  entries,
  nameOf,
  newest,
}: {
  entries: readonly HistoryLine[];
  nameOf?: (person: string) => string;
  /** What may be done about the newest line, under it. */
  newest?: (line: HistoryLine) => ReactNode;
}) {
  const { t } = useWords();
  if (entries.length === 0) return <Text c="dimmed">{t('journal.empty')}</Text>;
  const newestFirst = [...entries].sort((a, b) => b.seq - a.seq);
  return (
    <Timeline bulletSize={32} lineWidth={2} className="journal">
      {newestFirst.map((entry) => {
        const Icon = ICONS[entry.kind];
        return (
          <Timeline.Item key={entry.seq} bullet={<Icon size={18} aria-hidden />} data-kind={entry.kind}>
            <JournalEntry entry={entry} entries={entries} nameOf={nameOf ?? ((person) => person)} />
            {entry.seq === newestFirst[0]?.seq ? newest?.(entry) : null}
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}

type EntryProps = {
  readonly entry: HistoryLine;
  readonly entries: readonly HistoryLine[];
  readonly nameOf: (person: string) => string;
};

function JournalEntry({ entry, entries, nameOf }: EntryProps) {
  const { t } = useWords();
  const labels = useLabels();
  const pack = usePack();
  const moments = useMoments();
  const sentence = useJournalSentence();
  const words = useValueWords();
  const heading = useHeadingTerms();
  const { reason, second, decision } = entry;
  const facts = Object.entries(entry.facts);
  const entered = (entry.entered ?? []).filter((id) => stepDefinition(pack, id) !== undefined);
  return (
    <Stack gap={4}>
      <Text fw={600}>{sentence(entry)}</Text>
      <Text size="sm" c="dimmed">
        {moments.moment(entry.happened)} · {entry.by === 'engine' ? t('journal.engine') : nameOf(entry.by)}
        {entry.recorded === entry.happened
          ? ''
          : ` · ${t('journal.recordedAt', { when: moments.moment(entry.recorded) })}`}
      </Text>
      {entry.refusal ? (
        <Text size="sm">{t(`refusal.${entry.refusal.code}`, { roles: '', tracks: '' })}</Text>
      ) : null}
      {decision ? (
        <Text size="sm">
          {t('journal.decision', {
            who: decision.decidedBy,
            function: decision.function,
            authority: decision.authority,
            on: moments.date(decision.on),
          })}
          {decision.number ? ` · ${t('journal.number', { number: decision.number })}` : ''}
        </Text>
      ) : null}
      {second ? <Text size="sm">{t('journal.second', { who: nameOf(second) })}</Text> : null}
      {reason ? <Text size="sm">{t('journal.reason', { reason })}</Text> : null}
      {entry.withdrawn ? <WithdrawnList withdrawn={entry.withdrawn} entries={entries} /> : null}
      {facts.length > 0 ? (
        <List size="sm">
          {facts.map(([fact, value]) => (
            <List.Item key={fact}>
              {labels.fact(fact)}
              {t('app.colon')} <b>{words(pack.facts[fact], value)}</b>
            </List.Item>
          ))}
        </List>
      ) : null}
      {entered.length > 0 ? (
        <Group gap={6}>
          {entered.map((step) => (
            <Badge key={step} className="chip" color="lagoon" size="lg">
              {t('journal.entered', { term: heading('step'), step: labels.state(step) })}
            </Badge>
          ))}
        </Group>
      ) : null}
      {entry.decisions.length > 0 ? (
        <details>
          <summary>{t('journal.stoodOn')}</summary>
          <Card p="xs">
            <List size="sm">
              {entry.decisions.map(({ rule, outcome, overridden }) => (
                <List.Item key={rule}>
                  {labels.rule(rule)}
                  {t('app.colon')} <b>{t(`answer.${answerOf(outcome)}`)}</b>
                  {overridden ? ` (${t('journal.wasOverridden')})` : ''}
                </List.Item>
              ))}
            </List>
          </Card>
        </details>
      ) : null}
    </Stack>
  );
}

function answerOf(outcome: string): 'yes' | 'no' | 'unknown' {
  return outcome === 'yes' || outcome === 'no' ? outcome : 'unknown';
}
