import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { type KeyboardEvent, useState } from 'react';
import { addElement, idFor } from '../commands/elements.ts';
import { useDrawing, useDrawnPack } from '../drawing-context.tsx';
import { newBurst } from '../log/burst.ts';
import { newId } from '../log/new-id.ts';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** How most questions are answered; the other ways stand in the section of facts. */
const TYPES = ['boolean', 'enum', 'enums', 'integer', 'date', 'instant', 'string', 'text'] as const;
type FactType = (typeof TYPES)[number];

type Props = {
  /** What was searched for, when nothing was found. */
  readonly name?: string;
  /** In a dialog of its own the keyboard begins here. */
  readonly isAlone?: boolean;
  /** Called after it was added; what is done with it in the same `burst` is the same entry of the log. */
  readonly onAdd: (id: string, burst: string) => void;
};

/** A fact that was not thought of before: what is asked, and how it is answered. */
export function NewFact({ name: given = '', isAlone = false, onAdd }: Props) {
  const { t, language } = useDrawingWords();
  const drawing = useDrawing();
  const writes = textLanguage(useDrawnPack(), language);
  const [name, setName] = useState(given);
  const [type, setType] = useState<FactType>('boolean');
  const [answers, setAnswers] = useState('');
  const isChoice = type === 'enum' || type === 'enums';
  const lines = answers
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const isReady = name.trim() !== '' && (!isChoice || lines.length > 1);
  const add = () => {
    if (!isReady) return;
    const id = idFor(drawing.get().log.pack, 'facts', name);
    const burst = newBurst();
    const value = {
      label: { [writes]: name.trim() },
      type,
      tier: 2,
      basis: 'practice',
      ...(isChoice && { values: valuesOf(lines, writes) }),
    };
    if (drawing.perform(addElement, { section: 'facts', id, value }, burst)) onAdd(id, burst);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <Stack gap="xs">
      <TextInput
        size="sm"
        dir="auto"
        label={t('outline.pick.fact')}
        placeholder={t('outline.pick.factHint')}
        value={name}
        {...(isAlone && { 'data-autofocus': true })}
        onKeyDown={onKeyDown}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        size="sm"
        label={t('outline.pick.answer')}
        value={type}
        data={TYPES.map((value) => ({ value, label: t(`sections.types.${value}`) }))}
        onChange={(event) => setType(event.currentTarget.value as FactType)}
      />
      {isChoice ? (
        <Textarea
          size="sm"
          dir="auto"
          label={t('outline.pick.answers')}
          value={answers}
          autosize
          minRows={3}
          onChange={(event) => setAnswers(event.currentTarget.value)}
        />
      ) : null}
      <Button size="sm" mih={44} disabled={!isReady} onClick={add} style={{ alignSelf: 'flex-start' }}>
        {t('outline.pick.create')}
      </Button>
    </Stack>
  );
}

function valuesOf(lines: readonly string[], language: string): NonNullable<Pack['facts'][string]['values']> {
  const values: Record<string, { label: Record<string, string>; order: number }> = {};
  for (const [index, line] of lines.entries())
    values[newId(line, 'value', (each) => Object.hasOwn(values, each))] = {
      label: { [language]: line },
      order: index + 1,
    };
  return values;
}
