import { MultiSelect, Select } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useStable } from './step-field.ts';

type Choice = { readonly value: string; readonly label: string };
type Props = { readonly label: string; readonly choices: readonly Choice[] };

/**
 * Choices are made out only for a list that is open: a step has a dozen lists, a procedure hundreds of steps, and all
 * would be made out again at each key that is typed.
 */
function useOpenChoices(choices: readonly Choice[], picked: readonly string[]) {
  const [isOpen, setOpen] = useState(false);
  const data = useMemo(
    () => withUnknown(isOpen ? choices : choices.filter(({ value }) => picked.includes(value)), picked),
    [isOpen, choices, picked],
  );
  return { data, onDropdownOpen: () => setOpen(true), onDropdownClose: () => setOpen(false) };
}

/** What is named but not there stays shown under its id, for a person to mend. */
function withUnknown(choices: readonly Choice[], picked: readonly string[]): Choice[] {
  const known = new Set(choices.map(({ value }) => value));
  return [...choices, ...picked.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id }))];
}

type Many = Props & {
  readonly picked?: readonly string[] | undefined;
  readonly onPick: (ids: string[]) => void;
};

/** Several elements of the procedure, picked by their names. */
export function PickMany({ onPick, ...props }: Many) {
  return <ManyList {...props} onPick={useStable(onPick)} />;
}

const ManyList = memo(function ManyList({ label, choices, picked = NONE, onPick }: Many) {
  const { t } = useDrawingWords();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const list = useOpenChoices(choices, picked);
  return (
    <MultiSelect
      size="md"
      label={label}
      {...list}
      value={[...picked]}
      onChange={onPick}
      readOnly={isReadOnly}
      searchable
      hidePickedOptions
      {...(picked.length === 0 ? { placeholder: t('panel.search') } : {})}
      nothingFoundMessage={t('panel.nothing')}
      maxDropdownHeight={260}
      comboboxProps={{ withinPortal: true }}
    />
  );
});

type One = Props & {
  readonly picked: string | undefined;
  readonly onPick: (id: string | undefined) => void;
  readonly isRequired?: boolean;
  readonly placeholder?: string;
  /** The reader begins here, where a dialog opens. */
  readonly isFirst?: boolean;
};

/** One element of the procedure, or none. */
export function PickOne({ onPick, ...props }: One) {
  return <OneList {...props} onPick={useStable(onPick)} />;
}

const OneList = memo(function OneList({
  label,
  choices,
  picked,
  onPick,
  isRequired = false,
  placeholder,
  isFirst = false,
}: One) {
  const { t } = useDrawingWords();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const chosen = useMemo(() => (picked === undefined ? NONE : [picked]), [picked]);
  const list = useOpenChoices(choices, chosen);
  return (
    <Select
      label={label}
      {...list}
      value={picked ?? null}
      onChange={(id) => onPick(id ?? undefined)}
      readOnly={isReadOnly}
      searchable={choices.length > 6}
      clearable={!isRequired && !isReadOnly}
      allowDeselect={!isRequired}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(isFirst ? { 'data-autofocus': true, openOnFocus: false } : {})}
      withAsterisk={isRequired && picked === undefined}
      nothingFoundMessage={t('panel.nothing')}
      maxDropdownHeight={260}
    />
  );
});

const NONE: readonly string[] = [];
