import { Autocomplete, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { Text } from '@parcours/engine';
import { type ReactNode, useRef, useState } from 'react';
import { useUnitName } from '../../words/use-quantity.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DURATION_UNITS } from './duration-parts.ts';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';

type Field = { readonly path: FieldPath; readonly label: string; readonly help?: ReactNode };

/** Typing is one entry of the log from the moment a field has the keyboard until it loses it. */
export function useBurst(path: FieldPath) {
  const { place } = useElement();
  const visits = useRef(0);
  return {
    onFocus: () => {
      visits.current += 1;
    },
    burst: () => `${place}/${path.join('/')} ${visits.current}`,
  };
}

/** A text in the reader's language; what other languages say shows as a hint while this one says nothing. */
export function WordsField({
  path,
  label,
  help,
  hint = '',
  long = false,
  isInherited = false,
}: Field & {
  readonly long?: boolean;
  readonly hint?: string;
  /** Grey: said by the base of an adaptation. */
  readonly isInherited?: boolean;
}) {
  const { say, language: read } = useDrawingWords();
  const language = textLanguage(useDrawnPack(), read);
  const { set, isReadOnly } = useElement();
  const text = useFieldValue(path) as Text | undefined;
  const { onFocus, burst } = useBurst(path);
  const shared = {
    label,
    description: help,
    value: text?.[language] ?? '',
    placeholder: say(text, hint),
    readOnly: isReadOnly,
    ...(isInherited && { styles: { input: { color: 'var(--mantine-color-dimmed)' } } }),
    onFocus,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      set([...path, language], value === '' ? undefined : value, burst());
    },
  };
  return long ? <Textarea {...shared} minRows={2} /> : <TextInput {...shared} />;
}

/** A line that is not translated. With `whole`, it is taken when the field is left: half of it would be no value. */
export function LineField(
  props: Field & { readonly type?: 'date' | 'time'; readonly whole?: boolean; readonly w?: number },
) {
  const { path, label, help, type, whole = false, w } = props;
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  const { onFocus, burst } = useBurst(path);
  const [typed, setTyped] = useState<string>();
  const given = typeof value === 'string' ? value : '';
  const take = (next: string) => set(path, next === '' ? undefined : next, burst());
  return (
    <TextInput
      label={label}
      description={help}
      classNames={{ input: 'untranslated' }}
      {...(type === undefined ? { dir: 'auto' } : { type })}
      {...(w === undefined ? {} : { maw: w })}
      value={typed ?? given}
      readOnly={isReadOnly}
      onFocus={onFocus}
      onChange={(event) => {
        const { value: next } = event.currentTarget;
        if (whole) setTyped(next);
        else take(next);
      }}
      onBlur={() => {
        if (typed !== undefined && typed !== given) take(typed.trim());
        setTyped(undefined);
      }}
    />
  );
}

/** What a number counts: the usual spans in the reader's language, anything else as it is written. */
export function UnitField({ path, label, w }: Field & { readonly w: number }) {
  const unitName = useUnitName();
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  const { onFocus, burst } = useBurst(path);
  const given = typeof value === 'string' ? value : '';
  return (
    <Autocomplete
      label={label}
      size="md"
      maw={w}
      data={DURATION_UNITS.map(unitName)}
      filter={({ options }) => options}
      value={unitName(given)}
      readOnly={isReadOnly}
      onFocus={onFocus}
      onChange={(next) => {
        const unit = DURATION_UNITS.find((each) => unitName(each) === next) ?? next;
        set(path, unit === '' ? undefined : unit, burst());
      }}
    />
  );
}

/** A number, or none. */
export function NumberField(
  props: Field & { readonly suffix?: string; readonly min?: number; readonly whole?: boolean },
) {
  const { path, label, help, suffix, min, whole = false } = props;
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  const { onFocus, burst } = useBurst(path);
  return (
    <NumberInput
      label={label}
      description={help}
      value={typeof value === 'number' ? value : ''}
      readOnly={isReadOnly}
      allowDecimal={!whole}
      hideControls
      maw={220}
      {...(suffix === undefined ? {} : { suffix: ` ${suffix}` })}
      {...(min === undefined ? {} : { min })}
      onFocus={onFocus}
      onChange={(next) => set(path, typeof next === 'number' ? next : undefined, burst())}
    />
  );
}

/** One of a few; without `none`, always one of them. */
export function ChoiceField(
  props: Field & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly none?: string;
    /** What the choice means in the pack, when it is more than the word itself. */
    readonly toValue?: (chosen: string) => unknown;
    readonly fromValue?: (value: unknown) => string;
    readonly w?: number;
  },
) {
  const { path, label, help, options, none, toValue = (chosen) => chosen, fromValue = String, w } = props;
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  return (
    <NativeSelect
      label={label}
      description={help}
      disabled={isReadOnly}
      {...(w === undefined ? {} : { maw: w })}
      value={value === undefined ? '' : fromValue(value)}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        set(path, chosen === '' ? undefined : toValue(chosen));
      }}
    >
      {none === undefined ? null : <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}

/** Yes, or left out. */
export function TickField({ path, label, help }: Field) {
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  return (
    <Checkbox
      className="tick"
      label={label}
      description={help}
      disabled={isReadOnly}
      checked={value === true}
      onChange={(event) => set(path, event.currentTarget.checked ? true : undefined)}
    />
  );
}
