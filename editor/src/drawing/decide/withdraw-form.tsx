import { Button, Group, Stack, Textarea } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Props = {
  readonly isBusy: boolean;
  readonly onWithdraw: (reason: string) => void;
};

/** Takes back the approval of one's own sector; asks for the reason, which stands in the minutes. */
export function WithdrawForm({ isBusy, onWithdraw }: Props) {
  const { t } = useDrawingWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!isOpen)
    return (
      <Button
        variant="subtle"
        color="gray"
        mih={44}
        mt="xs"
        leftSection={<IconArrowBackUp size={18} aria-hidden className="flip-in-rtl" />}
        onClick={() => setOpen(true)}
      >
        {t('decide.approvals.withdraw')}
      </Button>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onWithdraw(reason.trim());
      }}
    >
      <Stack gap="xs" mt="xs">
        <Textarea
          required
          autosize
          minRows={2}
          maxLength={2000}
          label={t('decide.approvals.reason')}
          description={t('decide.approvals.reasonHelp')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" mih={44} loading={isBusy} disabled={reason.trim() === ''}>
            {t('decide.approvals.withdraw')}
          </Button>
          <Button variant="default" mih={44} onClick={() => setOpen(false)}>
            {t('decide.approvals.keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
