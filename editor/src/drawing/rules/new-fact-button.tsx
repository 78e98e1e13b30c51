import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { NewFact } from '../sections/new-fact.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Props = {
  /** Tells apart the buttons of several conditions. */
  readonly of: string;
  readonly onAdd: (fact: string) => void;
};

/** A condition about something that nobody has asked yet: the fact is made here, and the condition reads it. */
export function NewFactButton({ of, onAdd }: Props) {
  const { t, app } = useDrawingWords();
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Tooltip label={t('outline.pick.newFact')} withinPortal={false}>
        <ActionIcon
          size={44}
          variant="default"
          aria-label={`${of} : ${t('outline.pick.newFact')}`}
          onClick={dialog.open}
        >
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('outline.pick.newFact')}
        closeButtonProps={{ 'aria-label': app('act.close') }}
      >
        <NewFact
          onAdd={(fact) => {
            dialog.close();
            onAdd(fact);
          }}
        />
      </Modal>
    </>
  );
}
