import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { Guide } from '@parcours/engine';
import { IconRefreshAlert } from '@tabler/icons-react';
import { DueBadge } from '../pack/due-badge.tsx';
import { useLabels } from '../pack/pack-context.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { AttentionCard } from './attention-card.tsx';

type Item = Guide['reconsider'][number];

/** Past decisions whose grounds were corrected since: nothing is undone silently, somebody must look again. */
export function ReconsiderCard({
  items,
  onMaintain,
}: {
  items: readonly Item[];
  onMaintain?: (item: Item) => void;
}) {
  const { t, say } = useWords();
  const labels = useLabels();
  const moments = useMoments();
  if (items.length === 0) return null;
  return (
    <AttentionCard icon={IconRefreshAlert} title={t('reconsider.title')}>
      {items.map((item) => (
        <Stack key={item.seq} gap={6}>
          <Group gap="xs">
            <Text fw={600}>{say(item.label, item.event)}</Text>
            {item.due ? <DueBadge due={item.due} /> : null}
          </Group>
          <Text size="sm">{t('reconsider.explain', { when: moments.moment(item.raised) })}</Text>
          <List size="sm">
            {item.rules.map(({ rule, was, now }) => (
              <List.Item key={rule}>
                {t('reconsider.rule', {
                  rule: labels.rule(rule),
                  was: t(`answer.${was}`),
                  now: t(`answer.${now}`),
                })}
              </List.Item>
            ))}
          </List>
          {onMaintain ? (
            <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => onMaintain(item)}>
              {t('reconsider.maintain')}
            </Button>
          ) : null}
        </Stack>
      ))}
    </AttentionCard>
  );
}
