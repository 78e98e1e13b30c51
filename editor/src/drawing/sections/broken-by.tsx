import { Button, Fieldset, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useElement, useFieldValue } from './element-context.tsx';
import { usePicks } from './element-picks.ts';
import { WordsField } from './fields.tsx';
import { CitedSources } from './source-picker.tsx';

/** A safeguard that national law breaks is kept, and says which article; it is never removed instead. */
export function BrokenBy() {
  const { t, language } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const sources = usePicks('sources');
  const brokenBy = useFieldValue(['broken_by']);
  const [source, setSource] = useState<string | null>(null);
  if (brokenBy === undefined && (isReadOnly || sources.length === 0)) return null;
  return (
    <Fieldset legend={t('sections.safeguards.brokenBy')}>
      {brokenBy === undefined ? (
        <Group gap="sm" align="flex-end">
          <Select
            label={t('sections.safeguards.addBrokenBy')}
            data={sources}
            value={source}
            searchable
            limit={60}
            style={{ flex: '1 1 260px' }}
            onChange={setSource}
          />
          <Button
            variant="default"
            disabled={source === null}
            onClick={() => set(['broken_by'], { sources: [source], note: { [language]: '…' } })}
          >
            {t('sections.add')}
          </Button>
        </Group>
      ) : (
        <Stack gap="sm">
          <CitedSources path={['broken_by', 'sources']} least={1} />
          <WordsField path={['broken_by', 'note']} label={t('sections.safeguards.brokenByNote')} long />
          {isReadOnly ? null : (
            <Button
              variant="subtle"
              color="red"
              w="fit-content"
              onClick={() => set(['broken_by'], undefined)}
            >
              {t('sections.remove')}
            </Button>
          )}
        </Stack>
      )}
    </Fieldset>
  );
}
