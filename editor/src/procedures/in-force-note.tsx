import { Alert, Stack, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import type { PackView } from '../client.ts';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { zoneName } from '../words/zone.tsx';

type InForce = NonNullable<PackView['inForce']>;

/** Since when a procedure counts, until when, and which version waits for its day. Silent where no day was ever named. */
export function InForceNote({ inForce }: { inForce: InForce }) {
  const { t } = useWords();
  const { zone, date } = useMoments();
  const { standing, from, until, next } = inForce;
  const days = { from: from === undefined ? '' : date(from), until: until === undefined ? '' : date(until) };
  const span = from === undefined ? 'until' : until === undefined ? 'since' : 'between';
  const isDated = from !== undefined || until !== undefined;
  const said =
    standing === 'in_effect'
      ? isDated
        ? t(`procedures.inForce.${span}`, days)
        : undefined
      : t(`procedures.inForce.${standing}`, days);
  const waits = next
    ? t('procedures.inForce.next', { version: next.version, from: date(next.from) })
    : undefined;
  if (said === undefined && waits === undefined) return null;
  if (standing === 'in_effect' && waits === undefined) return <Text>{said}</Text>;
  return (
    <Alert
      color={standing === 'in_effect' ? 'lagoon' : 'orange'}
      icon={<IconCalendarEvent aria-hidden />}
      role="note"
    >
      <Stack gap={4}>
        {said === undefined ? null : <Text size="sm">{said}</Text>}
        {waits === undefined ? null : <Text size="sm">{waits}</Text>}
        {standing === 'replaced' ? null : (
          <Text size="sm" c="dimmed">
            {t('procedures.inForce.zone', { zone: zoneName(zone) })}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
