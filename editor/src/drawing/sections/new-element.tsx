import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Props = {
  readonly label: string;
  readonly placeholder?: string;
  readonly onAdd: (words: string) => void;
};

/** A name and a button: the quickest way to a new element. Enter adds it. */
export function NewElement({ label, placeholder, onAdd }: Props) {
  const { t } = useDrawingWords();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [typed, setTyped] = useState('');
  if (isReadOnly) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = typed.trim();
    if (words === '') return;
    onAdd(words);
    setTyped('');
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={label}
          {...(placeholder === undefined ? {} : { placeholder })}
          value={typed}
          style={{ flex: 1, minWidth: 0 }}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="light"
          aria-label={`${t('sections.add')} : ${label}`}
          disabled={typed.trim() === ''}
        >
          <IconPlus size={20} aria-hidden />
        </Button>
      </Group>
    </form>
  );
}
