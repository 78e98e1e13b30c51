import { Checkbox, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { hasWords } from '../actions/palette-items.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';

export type PickOption = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
};

type Props = {
  readonly label: string;
  readonly options: readonly PickOption[];
  /** With it several can be ticked; without, one press chooses. */
  readonly chosen?: readonly string[];
  readonly onPick: (id: string) => void;
  /** What can be made when nothing fits; is given what was searched. */
  readonly children?: (query: string) => ReactNode;
  /** Enter on what is not there: makes it at once where the words say enough, else what can be made opens with them. */
  readonly onNew?: (query: string) => boolean;
};

/** More are found by their words. */
const SHOWN = 60;

/** A short list to choose from, narrowed by its words; arrows go up and down. */
export function PickList({ label, options, chosen, onPick, children, onNew }: Props) {
  const { t } = useDrawingWords();
  const [query, setQuery] = useState('');
  const stack = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const make = () => {
    if (onNew?.(query.trim())) setQuery('');
    else openNew(stack.current);
  };
  // What is picked may stand elsewhere in the list then: whoever is there by keys stays with it.
  const pick = ({ id, label: words }: PickOption) => {
    // Where one is chosen the list closes, and the focus goes back by itself.
    if (!chosen) return onPick(id);
    flushSync(() => onPick(id));
    if (stack.current?.contains(document.activeElement) ?? true) return;
    const moved = stack.current?.querySelector<HTMLElement>(`[data-words="${CSS.escape(words)}"]`);
    (moved ?? field.current)?.focus();
  };
  const found = options.filter((each) => hasWords(`${each.label} ${each.hint ?? ''}`, query)).slice(0, SHOWN);
  return (
    <Stack gap="xs" onKeyDown={walk} ref={stack}>
      <TextInput
        data-autofocus
        ref={field}
        size="sm"
        aria-label={`${label} : ${t('outline.pick.search')}`}
        placeholder={t('outline.pick.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || query.trim() === '') return;
          event.preventDefault();
          if (first) pick(first);
          else make();
        }}
      />
      <fieldset aria-label={label} className="outline-options">
        {found.map((option) =>
          chosen ? (
            <Checkbox
              key={option.id}
              size="sm"
              className="outline-option"
              checked={chosen.includes(option.id)}
              data-words={option.label}
              onChange={() => pick(option)}
              label={<OptionWords option={option} />}
            />
          ) : (
            <UnstyledButton key={option.id} className="outline-option" onClick={() => pick(option)}>
              <OptionWords option={option} />
            </UnstyledButton>
          ),
        )}
        {found.length === 0 ? (
          <Text size="sm" c="dimmed" py={6}>
            {t(children && query.trim() !== '' ? 'outline.pick.noneYet' : 'outline.pick.none')}
          </Text>
        ) : null}
      </fieldset>
      {children?.(query)}
    </Stack>
  );
}

function OptionWords({ option: { label, hint, icon } }: { option: PickOption }) {
  return (
    <span className="outline-option-words">
      {icon}
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </span>
  );
}

/** Enter in a field of what is made does it, as in any form; a button and a list have their own. */
export function onEnter(event: KeyboardEvent<HTMLElement>, act: () => void): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  act();
}

/** What can be made stands open, and the reader in its first field that is still empty. */
function openNew(stack: HTMLElement | null): void {
  const details = stack?.querySelector('details');
  if (!details) return;
  details.open = true;
  const fields = [...details.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
}

/** Arrows walk through the field and the options. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.target instanceof HTMLSelectElement) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const next = stops[stops.indexOf(event.target as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
