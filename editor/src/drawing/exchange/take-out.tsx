import { Alert, Button, Card, Checkbox, Group, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { DocumentLanguage } from '@parcours/engine';
import {
  IconBrandJavascript,
  IconFileTypeDocx,
  IconFileTypeHtml,
  IconFileZip,
  IconPrinter,
  IconStack2,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { LANGUAGE_IDS, LANGUAGES } from '../../words/languages.ts';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type Taken, useTakeOut } from './out/use-take-out.ts';

const DOCUMENTS: readonly (readonly [Taken, TablerIcon])[] = [
  ['docx', IconFileTypeDocx],
  ['html', IconFileTypeHtml],
  ['print', IconPrinter],
];
const FILES: readonly (readonly [Taken, TablerIcon])[] = [
  ['zip', IconFileZip],
  ['overlay', IconStack2],
  ['xstate', IconBrandJavascript],
];

/** The draft as a Word document, a page, paper, an archive or a machine. */
export function TakeOut() {
  const { t, language } = useDrawingWords();
  const { busy, failed, done, take } = useTakeOut();
  const hasBase = useDrawingState(({ base }) => base !== undefined);
  const [spoken, setSpoken] = useState<DocumentLanguage>(language);
  const [withPictures, setWithPictures] = useState(true);
  const button = ([taken, Icon]: readonly [Taken, TablerIcon]) => (
    <Button
      key={taken}
      variant="default"
      h="auto"
      mih={52}
      py="xs"
      justify="flex-start"
      leftSection={<Icon size={24} aria-hidden />}
      loading={busy === taken}
      disabled={busy !== undefined && busy !== taken}
      onClick={() => void take(taken, spoken, withPictures)}
      styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
    >
      {t(`exchange.out.${taken}`)}
    </Button>
  );
  return (
    <Card withBorder component="section" aria-labelledby="take-out" p="lg">
      <Stack gap="md">
        <div>
          <Title order={2} id="take-out" size="h3">
            {t('exchange.out.title')}
          </Title>
          <Text c="dimmed">{t('exchange.out.about')}</Text>
        </div>
        <Group align="flex-end" gap="lg">
          <Select
            label={t('exchange.out.language')}
            data={LANGUAGE_IDS.map((id) => ({ value: id, label: LANGUAGES[id].name }))}
            value={spoken}
            onChange={(value) => setSpoken((value ?? language) as DocumentLanguage)}
            allowDeselect={false}
          />
          <Checkbox
            label={t('exchange.out.pictures')}
            checked={withPictures}
            onChange={(event) => setWithPictures(event.currentTarget.checked)}
            mb="xs"
          />
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {DOCUMENTS.map(button)}
          {FILES.filter(([taken]) => taken !== 'overlay' || hasBase).map(button)}
        </SimpleGrid>
        <div role="status">
          {done === undefined ? null : <Text>{t('exchange.out.done', { name: done })}</Text>}
        </div>
        {failed ? (
          <Alert color="red" role="alert">
            {t(`exchange.out.${failed}`)}
          </Alert>
        ) : null}
      </Stack>
    </Card>
  );
}
