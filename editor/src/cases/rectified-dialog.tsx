import { Modal, Text } from '@mantine/core';
import { Loaded } from '../shell/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { useJournal } from './use-cases.ts';
import { WithdrawnList } from './withdrawn-list.tsx';

type Props = { readonly caseId: string; readonly onClose: () => void };

/** Once a late report stands in its place: what no longer holds, and what had already left. */
export function RectifiedDialog({ caseId, onClose }: Props) {
  const { t } = useWords();
  const journal = useJournal(caseId, true);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('late.done')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Loaded query={journal}>
        {({ entries }) => {
          const line = entries.findLast(({ kind, withdrawn }) => kind === 'rectified' && withdrawn);
          if (!line?.withdrawn) return <Text size="sm">{t('late.nothing')}</Text>;
          return <WithdrawnList withdrawn={line.withdrawn} entries={entries} />;
        }}
      </Loaded>
    </Modal>
  );
}
