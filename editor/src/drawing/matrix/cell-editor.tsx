import { Button, TagsInput, Textarea } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useDrawnPack } from '../drawing-context.tsx';
import { useChoices } from '../panel/use-choices.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Column } from './project-matrix.ts';
import { isTextColumn } from './read-cell.ts';

/** Where one goes when the cell has been left. */
export type Leaving = 'stay' | 'down' | 'on' | 'back';

type Props = {
  readonly column: Column;
  readonly words: string;
  /** How many steps are selected: with several, what is written can go to all. */
  readonly selected: number;
  /** `isForAll`: to every selected step; undefined words leave the cell as it was. */
  readonly onLeave: (words: string | undefined, leaving: Leaving, isForAll: boolean) => void;
};

const SECTION = { who: 'roles', with: 'roles', when: 'deadlines', article: 'sources' } as const;

/** A cell being written: a text, or names with those that exist proposed. */
export function CellEditor(props: Props) {
  return isTextColumn(props.column) ? <WordsEditor {...props} /> : <NamesEditor {...props} />;
}

function ForAll({ selected, onAll }: { readonly selected: number; readonly onAll: () => void }) {
  const { t } = useDrawingWords();
  if (selected < 2) return null;
  return (
    <Button
      size="xs"
      mih={44}
      className="wrap"
      // The field keeps the focus, so that leaving it does not count as being done.
      onMouseDown={(pressed) => pressed.preventDefault()}
      onClick={onAll}
    >
      {t('matrix.toAll', { rows: selected })}
    </Button>
  );
}

function useLeaving(onLeave: Props['onLeave']) {
  const isLeft = useRef(false);
  return (words: string | undefined, leaving: Leaving, isForAll = false) => {
    if (isLeft.current) return;
    isLeft.current = true;
    onLeave(words, leaving, isForAll);
  };
}

function WordsEditor({ column, words, selected, onLeave }: Props) {
  const { t } = useDrawingWords();
  const [typed, setTyped] = useState(words);
  const leave = useLeaving(onLeave);
  const onKeyDown = (pressed: KeyboardEvent) => {
    pressed.stopPropagation();
    if (pressed.key === 'Escape') leave(undefined, 'stay');
    else if (pressed.key === 'Tab') leave(typed, pressed.shiftKey ? 'back' : 'on');
    else if (pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey)) leave(typed, 'stay', true);
    else if (pressed.key === 'Enter' && !pressed.shiftKey && !pressed.altKey) leave(typed, 'down');
    else return;
    pressed.preventDefault();
  };
  return (
    <div className="cell-editor">
      <Textarea
        aria-label={t(`matrix.columns.${column}`)}
        value={typed}
        autosize
        minRows={1}
        maxRows={12}
        maxLength={20_000}
        dir="auto"
        autoFocus
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(typed.length, typed.length)}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => leave(typed, 'stay')}
        onKeyDown={onKeyDown}
      />
      <ForAll selected={selected} onAll={() => leave(typed, 'stay', true)} />
    </div>
  );
}

function NamesEditor({ column, words, selected, onLeave }: Props) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const choices = useChoices(SECTION[column as keyof typeof SECTION]);
  const [names, setNames] = useState(words === '' ? [] : words.split('; '));
  const [search, setSearch] = useState('');
  const leave = useLeaving(onLeave);
  const all = () => [...names, ...(search.trim() === '' ? [] : [search])].join('; ');
  const onKeyDown = (pressed: KeyboardEvent) => {
    if (pressed.key === 'Escape') leave(undefined, 'stay');
    else if (pressed.key === 'Tab') leave(all(), pressed.shiftKey ? 'back' : 'on');
    else if (pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey)) leave(all(), 'stay', true);
    else if (pressed.key === 'Enter' && search.trim() === '') {
      // Enter takes the name that is pointed at; with none it leaves the cell.
      const pointed = document.querySelector('[data-combobox-option][data-combobox-selected]');
      if (pointed) return;
      leave(all(), 'down');
    } else return;
    // Stopped only when it was ours: the field itself listens to the others.
    pressed.stopPropagation();
    pressed.preventDefault();
  };
  return (
    <div className="cell-editor" key={pack.pack.id}>
      <TagsInput
        aria-label={t(`matrix.columns.${column}`)}
        {...(names.length === 0 && { placeholder: t('matrix.names') })}
        data={[...new Set(choices.map(({ label }) => label))]}
        value={names}
        onChange={setNames}
        searchValue={search}
        onSearchChange={setSearch}
        splitChars={[';', '\n']}
        // The list itself scrolls, so that it is known as the list of this field.
        withScrollArea={false}
        styles={{ options: { maxHeight: 240, overflowY: 'auto' } }}
        autoFocus
        size="sm"
        onBlur={() => leave(all(), 'stay')}
        onKeyDown={onKeyDown}
      />
      <ForAll selected={selected} onAll={() => leave(all(), 'stay', true)} />
    </div>
  );
}
