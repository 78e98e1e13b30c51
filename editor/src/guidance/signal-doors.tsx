import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconBellRinging, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import type { SignalGuide } from './types.ts';

/** What may be told at any moment, from any step: danger seen, a crime suspected. Protective ones come first. */
export function SignalDoors({
  signals,
  onTell,
  others,
}: {
  signals: readonly SignalGuide[];
  onTell: (signal: SignalGuide) => void;
  /** What else may be reported wherever the case stands. */
  others?: ReactNode;
}) {
  const { t, say } = useWords();
  if (signals.length === 0 && !others) return null;
  const ordered = [...signals].sort((a, b) => Number(b.protective) - Number(a.protective));
  return (
    <Card withBorder component="section" aria-label={t('signal.title')} className="signals">
      <Group gap="xs" mb={4}>
        <IconBellRinging size={20} aria-hidden />
        <Title order={3} size="h5">
          {t('signal.title')}
        </Title>
      </Group>
      <Text size="sm" mb="sm" c="dimmed">
        {t('signal.explain')}
      </Text>
      <Stack gap="xs">
        {ordered.map((signal) =>
          signal.outcome === 'yes' ? (
            <Group key={signal.event} gap="xs" wrap="nowrap">
              <IconCheck size={18} aria-hidden style={{ flexShrink: 0 }} />
              <Text size="sm">{t('signal.told', { signal: say(signal.label, signal.event) })}</Text>
            </Group>
          ) : (
            <Button
              key={signal.event}
              data-signal={signal.event}
              variant={signal.protective ? 'light' : 'default'}
              color={signal.protective ? 'red' : 'gray'}
              className="wrap"
              justify="flex-start"
              fullWidth
              onClick={() => onTell(signal)}
            >
              {say(signal.label, signal.event)}
            </Button>
          ),
        )}
      </Stack>
      {others ? (
        <Stack gap="xs" mt="lg">
          <Title order={4} size="h6">
            {t('signal.others')}
          </Title>
          {others}
        </Stack>
      ) : null}
    </Card>
  );
}
