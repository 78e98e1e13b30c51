import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useWords } from '../words/use-words.ts';

/** Says in passing that something was done. */
export function useToast(): (message: string) => void {
  const { t } = useWords();
  return useCallback(
    (message) => {
      notifications.show({
        message,
        color: 'lagoon',
        // Good news waits until the reader's own sentence is read out.
        role: 'status',
        className: 'toast',
        closeButtonProps: { 'aria-label': t('act.close') },
      });
    },
    [t],
  );
}
