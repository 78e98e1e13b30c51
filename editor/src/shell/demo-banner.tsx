import { Box, Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

/** Unmistakable: nobody here exists. */
export function DemoBanner() {
  const { t } = useWords();
  return (
    <Box bg="yellow.3" c="black" px="md" py={6} role="note" data-demo>
      <Text size="sm" fw={600} ta="center">
        {t('app.demo')}
      </Text>
    </Box>
  );
}
