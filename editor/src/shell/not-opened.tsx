import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';

type Props = { readonly onRetry?: () => void };

/** Stands where a part of the page could not be opened: what was written is kept, and how one goes on. */
export function NotOpened({ onRetry }: Props) {
  const { t } = useWords();
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      role="alert"
      title={t('app.notOpened')}
      m="md"
    >
      <Stack gap="sm" align="flex-start">
        <Text>{t('app.notOpenedHow')}</Text>
        <Group gap="sm">
          {onRetry ? (
            <Button className="wrap" onClick={onRetry}>
              {t('app.retry')}
            </Button>
          ) : null}
          <Button className="wrap" variant="default" onClick={() => window.location.reload()}>
            {t('app.reload')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
