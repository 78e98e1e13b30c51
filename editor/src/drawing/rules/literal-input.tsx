import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { type Atom, familyOf } from '@parcours/engine';
import { useUnitName } from '../../words/use-quantity.ts';
import { fromLocalText, toLocalText, useZone } from '../../words/zone.tsx';
import { DurationInput } from '../sections/duration-input.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Compared } from './comparisons.ts';

type Props = {
  readonly label: string;
  readonly compared: Compared;
  readonly atom: Atom;
  readonly isReadOnly: boolean;
  readonly onChange: (value: Exclude<Atom['value'], { fact: string }>) => void;
};

/** The value that a fact is compared with, written in the way of its type; half a value is not taken. */
export function LiteralInput({ label, compared, atom, isReadOnly, onChange }: Props) {
  const { t, say } = useDrawingWords();
  const unitName = useUnitName();
  const zone = useZone();
  const family = familyOf(compared.type);
  const isList = atom.operator === 'in' || atom.operator === 'notIn';
  const name = `${label} : ${t(isList ? 'rules.values' : 'rules.value')}`;
  const values = Object.entries(compared.values ?? {}).map(([id, value]) => ({
    value: id,
    label: say(value.label, id),
  }));
  const shared = { 'aria-label': name, style: { flex: '1 1 180px' } } as const;
  if (atom.operator === 'withinLast')
    return (
      <DurationInput
        label={name}
        value={String(atom.value)}
        isReadOnly={isReadOnly}
        onChange={onChange}
        {...(family === 'date' ? { units: ['years', 'months', 'weeks', 'days'] as const } : {})}
      />
    );
  if (values.length > 0 && isList)
    return (
      <MultiSelect
        size="md"
        {...shared}
        data={values}
        value={(atom.value as readonly string[]).map(String)}
        disabled={isReadOnly}
        searchable
        onChange={(next) => next.length > 0 && onChange(next)}
      />
    );
  if (values.length > 0)
    return (
      <Select
        {...shared}
        data={values}
        value={String(atom.value)}
        disabled={isReadOnly}
        allowDeselect={false}
        onChange={(next) => next !== null && onChange(next)}
      />
    );
  if (isList)
    return (
      <TagsInput
        size="md"
        {...shared}
        value={(atom.value as readonly (string | number)[]).map(String)}
        readOnly={isReadOnly}
        onChange={(next) => {
          const written = family === 'number' ? next.map(Number).filter(Number.isFinite) : next;
          if (written.length > 0) onChange(written);
        }}
      />
    );
  if (family === 'number')
    return (
      <NumberInput
        {...shared}
        value={Number(atom.value)}
        readOnly={isReadOnly}
        hideControls
        allowDecimal={compared.type === 'number'}
        {...(compared.unit === undefined ? {} : { suffix: ` ${unitName(compared.unit)}` })}
        onChange={(next) => typeof next === 'number' && onChange(next)}
      />
    );
  if (family === 'instant')
    return (
      <TextInput
        {...shared}
        type="datetime-local"
        value={toLocalText(String(atom.value), zone)}
        readOnly={isReadOnly}
        onChange={(event) => {
          const instant = fromLocalText(event.currentTarget.value, zone);
          if (instant !== undefined) onChange(instant);
        }}
      />
    );
  return (
    <TextInput
      {...shared}
      {...(family === 'date' ? { type: 'date' } : {})}
      value={String(atom.value)}
      readOnly={isReadOnly}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (value !== '') onChange(family === 'boolean' ? value === 'true' : value);
      }}
    />
  );
}
