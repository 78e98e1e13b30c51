import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconFolderOff, IconUsersPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { CaseSummary } from '../client.ts';
import { DueBadge } from '../pack/due-badge.tsx';
import { useHeadingTerms } from '../pack/use-terms.ts';
import { useNow } from '../words/clock.tsx';
import { urgencyOf } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { useZone } from '../words/zone.tsx';

const GROUPS = ['overdue', 'today', 'soon', 'later', 'none'] as const;

/** Cases by what presses most: overdue, today, soon. Words and icons say it, never colour alone. */
export function CaseListView({ cases }: { cases: readonly CaseSummary[] }) {
  const { t } = useWords();
  const now = useNow();
  const zone = useZone();
  if (cases.length === 0) {
    return (
      <Stack align="center" gap="xs" py="xl">
        <IconFolderOff size={40} stroke={1.4} aria-hidden />
        <Text fw={600}>{t('cases.empty')}</Text>
        <Text c="dimmed">{t('cases.emptyExplain')}</Text>
      </Stack>
    );
  }
  const groupOf = ({ nextDue, status }: CaseSummary) =>
    nextDue && status === 'open' ? urgencyOf(nextDue.due, now, zone) : 'none';
  const soonestFirst = [...cases].sort((a, b) =>
    (a.nextDue?.due ?? '9').localeCompare(b.nextDue?.due ?? '9'),
  );
  return (
    <Stack gap="xl">
      {GROUPS.map((group) => {
        const members = soonestFirst.filter((summary) => groupOf(summary) === group);
        if (members.length === 0) return null;
        return (
          <Stack key={group} gap="sm" component="section" aria-label={t(`cases.groups.${group}`)}>
            <Title order={2} size="h5" c="dimmed">
              {t(`cases.groups.${group}`)} ({members.length})
            </Title>
            {members.map((summary) => (
              <CaseRow key={summary.id} summary={summary} />
            ))}
          </Stack>
        );
      })}
    </Stack>
  );
}

function CaseRow({ summary }: { summary: CaseSummary }) {
  const { t, say } = useWords();
  const heading = useHeadingTerms();
  const reference = t('cases.reference', { case: heading('case'), reference: summary.reference });
  const steps = summary.steps.map((step) => say(step.title, step.step)).join(' · ');
  const closed = summary.status === 'closed';
  return (
    <Link href={`/cases/${summary.id}`} className="case-row" data-case={summary.id}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 260px" miw={0}>
          <Text fw={650}>{summary.child ?? reference}</Text>
          {closed ? null : <Text>{steps}</Text>}
          <Text size="sm" c="dimmed">
            {summary.child === undefined ? '' : `${reference} · `}
            {say(summary.pack.title, summary.pack.id)}
          </Text>
        </Stack>
        <Stack gap={4} align="flex-start">
          {summary.toConfirm > 0 ? (
            <Badge
              size="lg"
              color="indigo"
              className="chip"
              leftSection={<IconUsersPlus size={16} aria-hidden />}
            >
              {t('cases.toConfirm', { count: summary.toConfirm })}
            </Badge>
          ) : null}
          {closed ? (
            <Badge
              size="lg"
              color="gray"
              className="chip"
              leftSection={<IconCircleCheck size={16} aria-hidden />}
            >
              {steps || t('cases.closed')}
            </Badge>
          ) : null}
          {summary.nextDue && !closed ? (
            <>
              <DueBadge due={summary.nextDue.due} />
              <Text size="sm" c="dimmed">
                {say(summary.nextDue.label, summary.nextDue.deadline)}
              </Text>
            </>
          ) : null}
        </Stack>
      </Group>
    </Link>
  );
}
