import { Alert, List, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Loaded } from '../shell/loaded.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { useJournalSentence } from './journal-sentence.ts';
import { type LateReport, useJournal, useRectificationPreview } from './use-cases.ts';
import { WithdrawnList } from './withdrawn-list.tsx';

type Props = {
  readonly caseId: string;
  /** The entry by which a deadline moved the case before the report came. */
  readonly since: number | undefined;
  readonly report: LateReport;
};

const CHANGES_NOTHING: ReadonlySet<string> = new Set(['refused', 'disagreed', 'rectified']);

/** Before a late report is put in its place: what it would withdraw, or, as long as it cannot be told, what has happened since. */
export function WhatFollowed({ caseId, since, report }: Props) {
  const { t } = useWords();
  const moments = useMoments();
  const sentence = useJournalSentence();
  const journal = useJournal(caseId, true);
  const preview = useRectificationPreview(caseId, report).data;
  const withdrawn = preview && 'withdrawn' in preview ? preview.withdrawn : undefined;
  return (
    <Alert color="indigo" icon={<IconArrowBackUp aria-hidden />} title={t('late.put')}>
      <Stack gap="xs">
        <Text size="sm">{t('late.explain')}</Text>
        <Loaded query={journal}>
          {({ entries }) => {
            if (withdrawn) return <WithdrawnList withdrawn={withdrawn} entries={entries} />;
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
        {withdrawn ? null : <Text size="sm">{t('late.sentAfter')}</Text>}
      </Stack>
    </Alert>
  );
}
