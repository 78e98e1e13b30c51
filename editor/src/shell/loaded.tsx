import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useErrorWords } from '../session/error-words.ts';
import { useWords } from '../words/use-words.ts';

/** Shows what was asked of the service, or that it is coming, or why it did not. Old data stays while new is fetched. */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (value: T) => ReactNode;
}) {
  const { t } = useWords();
  const words = useErrorWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) {
    return (
      <Center mih={240}>
        <Loader role="status" aria-label={t('app.loading')} />
      </Center>
    );
  }
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert" title={t('app.failed')}>
      <Stack gap="sm" align="flex-start">
        <Text>{words(query.error)}</Text>
        <Button variant="default" onClick={() => void query.refetch()}>
          {t('app.retry')}
        </Button>
      </Stack>
    </Alert>
  );
}
