import { Alert, List, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Loaded } from '../shell/loaded.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { useJournalSentence } from './journal-sentence.ts';
import { useJournal } from './use-cases.ts';

type Props = {
  readonly caseId: string;
  /** The entry by which a deadline moved the case before the report came. */
  readonly since: number | undefined;
};

const CHANGES_NOTHING: ReadonlySet<string> = new Set(['refused', 'disagreed', 'rectified']);

/** Before a late report is put in its place: what has happened since, which is read again with it. */
export function WhatFollowed({ caseId, since }: Props) {
  const { t } = useWords();
  const moments = useMoments();
  const sentence = useJournalSentence();
  const journal = useJournal(caseId, true);
  return (
    <Alert color="indigo" icon={<IconArrowBackUp aria-hidden />} title={t('late.put')}>
      <Stack gap="xs">
        <Text size="sm">{t('late.explain')}</Text>
        <Loaded query={journal}>
          {({ entries }) => {
            const moved = entries.find(({ seq }) => seq === since);
            const first = moved?.cause ?? since ?? Number.POSITIVE_INFINITY;
            const gone = new Set(entries.flatMap(({ withdrawn }) => withdrawn?.entries ?? []));
            const followed = entries.filter(
              ({ seq, kind }) => seq >= first && !gone.has(seq) && !CHANGES_NOTHING.has(kind),
            );
            return (
              <>
                <Text size="sm">{t('late.since')}</Text>
                <List size="sm">
                  {followed.map((line) => (
                    <List.Item key={line.seq}>
                      {sentence(line)} · {moments.moment(line.happened)}
                    </List.Item>
                  ))}
                </List>
              </>
            );
          }}
        </Loaded>
        <Text size="sm">{t('late.sentAfter')}</Text>
      </Stack>
    </Alert>
  );
}
