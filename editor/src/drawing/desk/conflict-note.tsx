import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Props = {
  /** How often the others have saved since. */
  readonly theirs: number;
  /** False when the changes no longer fit what the others made. */
  readonly canLayAgain: boolean;
  readonly onTheirs: () => void;
  readonly onAgain: () => void;
};

/** Two windows wrote on one draft: nothing is overwritten before a person has chosen. */
export function ConflictNote({ theirs, canLayAgain, onTheirs, onAgain }: Props) {
  const { t } = useDrawingWords();
  return (
    <Alert color="orange" role="alert" icon={<IconGitMerge aria-hidden />} title={t('desk.conflict.title')}>
      <Stack gap="sm">
        <Text>{t('desk.conflict.told', { count: theirs })}</Text>
        {canLayAgain ? null : <Text>{t('desk.conflict.notAgain')}</Text>}
        <Group gap="sm">
          <Button onClick={onAgain} disabled={!canLayAgain}>
            {t('desk.conflict.again')}
          </Button>
          <Button variant="default" onClick={onTheirs}>
            {t('desk.conflict.theirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
