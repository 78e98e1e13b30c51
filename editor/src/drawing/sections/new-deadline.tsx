import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DurationInput } from './duration-input.tsx';
import { NewElement } from './new-element.tsx';

type Props = {
  readonly label: string;
  /** `within` is an ISO 8601 duration. */
  readonly onAdd: (words: string, within: string) => void;
};

/** What is asked below the name may stand below the edge of the window. */
const showWhole = (field: HTMLElement | null) => field?.scrollIntoView({ block: 'nearest' });

/** A deadline by its name and its length: nobody is held to a span that nobody said. */
export function NewDeadline({ label, onAdd }: Props) {
  const { t } = useDrawingWords();
  const [within, setWithin] = useState('');
  const add = (words: string) => {
    onAdd(words, within);
    setWithin('');
  };
  const field = (
    <Stack gap={4} mt="xs" ref={showWhole}>
      <DurationInput label={t('sections.fields.within')} value={within} onChange={setWithin} />
      {within === '' ? (
        <Text size="sm" c="dimmed">
          {t('sections.deadlines.saySpan')}
        </Text>
      ) : null}
    </Stack>
  );
  return <NewElement label={label} onAdd={add} asks={{ isSaid: within !== '', field }} />;
}
