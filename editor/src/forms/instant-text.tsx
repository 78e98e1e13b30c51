import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { fromLocalText, toLocalText, useZone, zoneName } from '../words/zone.tsx';

type Props = {
  readonly id?: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (instant: string | undefined) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
};

/** A date and time typed in the procedure's zone and kept as an instant. What is half typed stays in the field. */
export function InstantText({ id, label, help, value, onChange, error, required = false }: Props) {
  const { t } = useWords();
  const zone = useZone();
  const [typed, setTyped] = useState('');
  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      type="datetime-local"
      label={label}
      description={[help, t('form.zone', { zone: zoneName(zone) })].filter(Boolean).join(' · ')}
      withAsterisk={required}
      error={error}
      flex="1 1 220px"
      maw={320}
      mt="xs"
      value={value === undefined ? typed : toLocalText(value, zone)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(fromLocalText(text, zone));
      }}
    />
  );
}
