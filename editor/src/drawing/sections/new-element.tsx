import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Props = {
  readonly label: string;
  readonly placeholder?: string;
  readonly onAdd: (words: string) => void;
  /** What else must be said of it, asked once it has a name. */
  readonly asks?: { readonly isSaid: boolean; readonly field: ReactNode };
};

/** A name and a button: the quickest way to a new element. Enter adds it. */
export function NewElement({ label, placeholder, onAdd, asks }: Props) {
  const { t } = useDrawingWords();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [typed, setTyped] = useState('');
  if (isReadOnly) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = typed.trim();
    if (words === '' || asks?.isSaid === false) return;
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
          disabled={typed.trim() === '' || asks?.isSaid === false}
        >
          <IconPlus size={20} aria-hidden />
        </Button>
      </Group>
      {asks && typed.trim() !== '' ? asks.field : null}
    </form>
  );
}
