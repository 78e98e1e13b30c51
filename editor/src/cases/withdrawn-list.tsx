import { List, Stack, Text } from '@mantine/core';
import { useLabels } from '../pack/pack-context.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import type { HistoryLine } from './history-line.ts';
import { useJournalSentence } from './journal-sentence.ts';

type Props = {
  readonly withdrawn: NonNullable<HistoryLine['withdrawn']>;
  /** The whole history, in which the lines that no longer hold stand. */
  readonly entries: readonly HistoryLine[];
};

/** What a rectified history no longer holds, and what had already left and is to be undone. */
export function WithdrawnList({ withdrawn, entries }: Props) {
  const { t } = useWords();
  const labels = useLabels();
  const moments = useMoments();
  const sentence = useJournalSentence();
  const gone = entries.filter(({ seq }) => withdrawn.entries.includes(seq));
  return (
    <Stack gap={4} data-withdrawn>
      {gone.length === 0 ? (
        <Text size="sm">{t('late.nothing')}</Text>
      ) : (
        <>
          <Text size="sm" fw={600}>
            {t('late.withdrawn')}
          </Text>
          <List size="sm">
            {gone.map((line) => (
              <List.Item key={line.seq}>
                {sentence(line)} · {moments.moment(line.happened)}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {withdrawn.effects.length === 0 ? (
        <Text size="sm">{t('late.noneSent')}</Text>
      ) : (
        <>
          <Text size="sm" fw={600}>
            {t('late.sent')}
          </Text>
          <List size="sm">
            {withdrawn.effects.map(({ key, kind, to }) => (
              <List.Item key={key}>
                {t('late.to', {
                  effect: t(`notices.kind.${kind}`),
                  roles: to.map(labels.role).join(', '),
                })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
