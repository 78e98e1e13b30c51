import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { FactValue, Pack, Text } from '@parcours/engine';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DurationInput } from './duration-input.tsx';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';

export type ParameterType = Pack['parameters'][string]['type'];

/** The value with which a parameter begins to be known; undefined for a choice among none. */
export function startingValue(type: ParameterType, first: string | undefined): FactValue | undefined {
  switch (type) {
    case 'enum':
      return first;
    case 'enums':
      return first === undefined ? undefined : [first];
    case 'integer':
    case 'number':
      return 0;
    case 'duration':
      return 'P1D';
    case 'date':
      return '2026-01-01';
    case 'boolean':
      return true;
    case 'string':
      return '…';
  }
}

type Props = { readonly path: FieldPath; readonly type: ParameterType; readonly label: string };

/** A constant in the way of its type. */
export function ParameterValue({ path, type, label }: Props) {
  const { t, say } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  const values = (useFieldValue(['values']) ?? {}) as Readonly<Record<string, { label?: Text }>>;
  const choices = Object.entries(values).map(([id, choice]) => ({ value: id, label: say(choice.label, id) }));
  if (type === 'duration')
    return (
      <DurationInput
        label={label}
        value={String(value)}
        isReadOnly={isReadOnly}
        onChange={(next) => set(path, next)}
      />
    );
  if (type === 'boolean')
    return (
      <Select
        label={label}
        value={String(value)}
        disabled={isReadOnly}
        allowDeselect={false}
        maw={220}
        data={[
          { value: 'true', label: t('sections.yes') },
          { value: 'false', label: t('sections.no') },
        ]}
        onChange={(next) => set(path, next === 'true')}
      />
    );
  if (type === 'enum')
    return (
      <Select
        label={label}
        data={choices}
        value={String(value)}
        disabled={isReadOnly}
        allowDeselect={false}
        maw={420}
        onChange={(next) => next !== null && set(path, next)}
      />
    );
  if (type === 'enums')
    return (
      <MultiSelect
        size="md"
        label={label}
        data={choices}
        value={value as string[]}
        disabled={isReadOnly}
        maw={420}
        onChange={(next) => set(path, next)}
      />
    );
  if (type === 'integer' || type === 'number')
    return (
      <NumberInput
        label={label}
        value={Number(value)}
        readOnly={isReadOnly}
        hideControls
        allowDecimal={type === 'number'}
        maw={220}
        onChange={(next) => typeof next === 'number' && set(path, next)}
      />
    );
  return (
    <TextInput
      label={label}
      value={String(value)}
      readOnly={isReadOnly}
      {...(type === 'date' ? { type: 'date' } : {})}
      maw={420}
      onChange={(event) => event.currentTarget.value !== '' && set(path, event.currentTarget.value)}
    />
  );
}
