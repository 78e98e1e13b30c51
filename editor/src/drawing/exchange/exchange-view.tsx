import { Card, Stack, Title } from '@mantine/core';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { BringIn } from './bring-in.tsx';
import { TakeOut } from './take-out.tsx';

/** Bringing procedures in, taking this one out. */
export function ExchangeView() {
  const { t } = useDrawingWords();
  const { roles } = useDrawnPack();
  return (
    <Stack gap="lg" maw={1200}>
      <TakeOut />
      <Card withBorder component="section" aria-labelledby="bring-in" p="lg">
        <Stack gap="md">
          <Title order={2} id="bring-in" size="h3">
            {t('exchange.in.title')}
          </Title>
          <BringIn known={roles} />
        </Stack>
      </Card>
    </Stack>
  );
}
