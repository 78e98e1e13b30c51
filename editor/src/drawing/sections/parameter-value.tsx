import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { FactValue, Pack, Text } from '@parcours/engine';
import { newBurst } from '../log/burst.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DurationInput } from './duration-input.tsx';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';

export type ParameterType = Pack['parameters'][string]['type'];

type Props = {
  readonly path: FieldPath;
  readonly type: ParameterType;
  readonly label: string;
  /** When a value is written where none was, within the same entry of the history. */
  readonly onFirst?: (burst: string) => void;
};

/** A constant in the way of its type; an empty field while it has no value. */
export function ParameterValue({ path, type, label, onFirst }: Props) {
  const { t, say } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path);
  const write = (next: FactValue) => {
    const burst = value === undefined ? newBurst() : undefined;
    set(path, next, burst);
    if (burst !== undefined) onFirst?.(burst);
  };
  const values = (useFieldValue(['values']) ?? {}) as Readonly<Record<string, { label?: Text }>>;
  const choices = Object.entries(values).map(([id, choice]) => ({ value: id, label: say(choice.label, id) }));
  if (type === 'duration')
    return (
      <DurationInput label={label} value={String(value ?? '')} isReadOnly={isReadOnly} onChange={write} />
    );
  if (type === 'boolean')
    return (
      <Select
        label={label}
        value={value === undefined ? null : String(value)}
        disabled={isReadOnly}
        allowDeselect={false}
        maw={220}
        data={[
          { value: 'true', label: t('sections.yes') },
          { value: 'false', label: t('sections.no') },
        ]}
        onChange={(next) => write(next === 'true')}
      />
    );
  if (type === 'enum')
    return (
      <Select
        label={label}
        data={choices}
        value={value === undefined ? null : String(value)}
        disabled={isReadOnly}
        allowDeselect={false}
        maw={420}
        onChange={(next) => next !== null && write(next)}
      />
    );
  if (type === 'enums')
    return (
      <MultiSelect
        size="md"
        label={label}
        data={choices}
        value={(value ?? []) as string[]}
        disabled={isReadOnly}
        maw={420}
        onChange={write}
      />
    );
  if (type === 'integer' || type === 'number')
    return (
      <NumberInput
        label={label}
        value={value === undefined ? '' : Number(value)}
        readOnly={isReadOnly}
        hideControls
        allowDecimal={type === 'number'}
        maw={220}
        onChange={(next) => typeof next === 'number' && write(next)}
      />
    );
  return (
    <TextInput
      label={label}
      value={String(value ?? '')}
      readOnly={isReadOnly}
      {...(type === 'date' ? { type: 'date' } : {})}
      maw={420}
      onChange={(event) => event.currentTarget.value !== '' && write(event.currentTarget.value)}
    />
  );
}
