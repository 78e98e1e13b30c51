import { Alert, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Loaded } from '../shell/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { useJournal, useProposalPreview } from './use-cases.ts';
import { WithdrawnList } from './withdrawn-list.tsx';

type Props = { readonly caseId: string; readonly proposal: string };

/** Before a second person confirms a late report: what it would withdraw, and what had already left. */
export function ProposalFollows({ caseId, proposal }: Props) {
  const { t } = useWords();
  const journal = useJournal(caseId, true);
  const preview = useProposalPreview(caseId, proposal);
  return (
    <Alert color="indigo" icon={<IconArrowBackUp aria-hidden />} title={t('late.ifConfirmed')}>
      <Loaded query={preview}>
        {(told) =>
          'withdrawn' in told ? (
            <Loaded query={journal}>
              {({ entries }) => <WithdrawnList withdrawn={told.withdrawn} entries={entries} />}
            </Loaded>
          ) : (
            <Text size="sm">{t('late.noLonger')}</Text>
          )
        }
      </Loaded>
    </Alert>
  );
}
