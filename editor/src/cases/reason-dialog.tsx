import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { type Trouble, TroubleAlert } from './trouble.tsx';

type Props = {
  readonly title: string;
  readonly action: string;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
  readonly sending?: boolean;
  readonly trouble?: Trouble | undefined;
};

/** Asks for the written reason of an act that needs nothing else. */
export function ReasonDialog({ title, action, onClose, onSend, sending = false, trouble }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <Stack>
        <Textarea
          label={t('report.reason')}
          withAsterisk
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {trouble ? <TroubleAlert trouble={trouble} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button disabled={reason.trim() === ''} loading={sending} onClick={() => onSend(reason.trim())}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
