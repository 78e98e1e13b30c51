import { Group, Stack, Text } from '@mantine/core';
import { DueBadge } from '../pack/due-badge.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import type { DeadlineGuide } from './types.ts';

/** By when: each running deadline with its countdown, the instant itself, and whom it reaches when it passes. */
export function DeadlineList({ deadlines }: { deadlines: readonly DeadlineGuide[] }) {
  const { t, say } = useWords();
  const moments = useMoments();
  const soonestFirst = [...deadlines].sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
  return (
    <Stack gap="sm">
      {soonestFirst.map((deadline, index) => (
        <Stack key={deadline.id} gap={4}>
          <Group gap="sm" wrap="wrap">
            {deadline.due ? (
              <DueBadge due={deadline.due} size={index === 0 ? 'xl' : 'md'} />
            ) : (
              <Text fw={600}>{t('due.needsLaw')}</Text>
            )}
            {deadline.state === 'paused' ? <Text size="sm">{t('due.paused')}</Text> : null}
          </Group>
          <Text size="sm">
            {say(deadline.label, deadline.deadline)}
            {deadline.due ? ` · ${moments.moment(deadline.due)}` : ''}
          </Text>
          {index === 0 && deadline.escalatesTo.length > 0 ? (
            <Text size="sm" c="dimmed">
              {t('due.escalates', {
                roles: deadline.escalatesTo.map((role) => say(role.label, role.id)).join(', '),
              })}
            </Text>
          ) : null}
        </Stack>
      ))}
    </Stack>
  );
}
