import { Button, Group, Stack, TextInput } from '@mantine/core';
import { memo, useId, useRef, useState } from 'react';
import { useMoments } from '../../words/use-moments.ts';
import { setField } from '../commands/elements.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { readSpan } from '../spans/read-span.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { spanDeadline } from './add-span.ts';
import { PickMany } from './pick-field.tsx';
import { useSetField } from './step-field.ts';
import { useChoices } from './use-choices.ts';

type Props = { readonly step: string; readonly deadlines: readonly string[] | undefined };

/** The deadlines of a step: picked by name, or written in words, which makes one. */
export const DeadlinesField = memo(function DeadlinesField({ step, deadlines }: Props) {
  const { t, language } = useDrawingWords();
  const drawing = useDrawing();
  const moments = useMoments();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const set = useSetField('steps', step);
  const choices = useChoices('deadlines');
  const [words, setWords] = useState('');
  const [isUnread, setUnread] = useState(false);
  const burst = useId();
  const turn = useRef(0);
  const add = () => {
    if (words.trim() === '') return;
    const span = readSpan(words);
    setUnread(!span);
    if (!span) return;
    turn.current += 1;
    const mark = `${burst}:${turn.current}`;
    const told = moments.duration(span.within, span.calendar === 'working');
    const label = { [language]: t('panel.within', { span: told }) };
    const id = spanDeadline(drawing, span, label, mark);
    if (id === undefined) return;
    const value = [...new Set([...(deadlines ?? []), id])];
    drawing.perform(setField, { section: 'steps', id: step, path: ['deadlines'], value }, mark);
    setWords('');
  };
  return (
    <Stack gap="xs">
      <PickMany
        label={t('panel.deadlines')}
        choices={choices}
        picked={deadlines}
        onPick={(ids) => set(['deadlines'], ids)}
      />
      {isReadOnly ? null : (
        <Group align="flex-end" gap="xs" className="panel-row">
          <TextInput
            miw={170}
            label={t('panel.newDeadline')}
            placeholder={t('panel.newDeadlineHint')}
            value={words}
            dir="auto"
            error={isUnread ? t('panel.notASpan') : undefined}
            onChange={({ currentTarget }) => {
              setWords(currentTarget.value);
              setUnread(false);
            }}
            onKeyDown={(pressed) => {
              if (pressed.key !== 'Enter') return;
              pressed.preventDefault();
              add();
            }}
          />
          <Button variant="light" onClick={add} style={{ flexShrink: 0 }}>
            {t('panel.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
});
