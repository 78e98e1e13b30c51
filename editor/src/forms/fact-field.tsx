import { Button, Group, Text } from '@mantine/core';
import type { FactValue } from '@parcours/engine';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';
import { fieldId } from './fact-input.ts';
import { FACT_INPUTS } from './fact-inputs.ts';
import { RecordsInput } from './records-input.tsx';
import { useValueWords } from './value-words.ts';

type Props = {
  readonly fact: string;
  readonly help?: string | undefined;
  readonly required?: boolean;
  /** What is recorded now. The field then shows it, and asks only when somebody wants to change it. */
  readonly recorded?: FactValue | undefined;
  readonly value: FactValue | undefined;
  readonly onChange: (value: FactValue | undefined) => void;
  readonly error?: string | undefined;
  readonly readOnly?: boolean;
};

/** One fact of a form: its recorded value if any, and the input of its type. */
export function FactField({
  fact: id,
  help,
  required = false,
  recorded,
  value,
  onChange,
  error,
  readOnly = false,
}: Props) {
  const pack = usePack();
  const labels = useLabels();
  const { t, say } = useWords();
  const words = useValueWords();
  const [changing, setChanging] = useState(false);
  const definition = pack.facts[id];
  if (!definition) return null;
  const label = labels.fact(id);
  const closed =
    readOnly || (recorded !== undefined && value === undefined && !changing && error === undefined);
  if (closed) {
    return (
      <Group data-fact={id} className="recorded" wrap="nowrap" justify="space-between" gap="sm">
        <div>
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Group gap={6} wrap="nowrap" align="flex-start">
            {recorded === undefined ? null : (
              <IconCircleCheck
                size={20}
                aria-hidden
                color="var(--mantine-color-lagoon-filled)"
                style={{ flexShrink: 0 }}
              />
            )}
            <Text fw={550}>{words(definition, recorded)}</Text>
          </Group>
        </div>
        {readOnly ? null : (
          <Button
            variant="subtle"
            size="sm"
            style={{ flexShrink: 0 }}
            aria-label={`${t('form.change')} : ${label}`}
            onClick={() => {
              setChanging(true);
              if (definition.type === 'records') onChange(recorded);
            }}
          >
            {t('form.change')}
          </Button>
        )}
      </Group>
    );
  }
  const Input = definition.type === 'records' ? RecordsInput : FACT_INPUTS[definition.type];
  return (
    <div data-fact={id}>
      <Input
        id={fieldId(id)}
        fact={definition}
        label={label}
        help={help ?? (definition.help ? say(definition.help) : undefined)}
        value={value}
        onChange={onChange}
        required={required}
        error={error}
        kept={recorded === undefined ? undefined : t('form.keeps', { value: words(definition, recorded) })}
      />
    </div>
  );
}
