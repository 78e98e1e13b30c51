import { Box, Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

/** Unmistakable: nobody here exists. */
export function DemoBanner() {
  const { t } = useWords();
  return (
    <Box bg="yellow.3" c="black" px="xs" h={34} lh="34px" role="note" data-demo>
      <Text fz={{ base: 12, sm: 14 }} fw={600} ta="center" lh="inherit" truncate>
        {t('app.demo')}
      </Text>
    </Box>
  );
}
