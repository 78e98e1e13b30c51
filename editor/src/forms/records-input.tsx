import { Button, Card, Group, Stack, Text } from '@mantine/core';
import type { FactRow, FactValue } from '@parcours/engine';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import type { FactInputProps } from './fact-input.ts';
import { FACT_INPUTS } from './fact-inputs.ts';

const isRow = (value: unknown): value is FactRow =>
  typeof value === 'object' && value !== null && 'id' in value;

/** The lowest `row_n` that no row has. */
function freeRowId(rows: readonly FactRow[]): string {
  let n = rows.length + 1;
  while (rows.some((row) => row.id === `row_${n}`)) n += 1;
  return `row_${n}`;
}

/** Rows with fields: visits, referrals, people. Each row is a card; a row may be added or removed. */
export function RecordsInput({
  id,
  fact,
  label,
  help,
  value,
  onChange,
  required,
  error,
  kept,
}: FactInputProps) {
  const { t, say } = useWords();
  const rows = Array.isArray(value) ? value.filter(isRow) : [];
  const fields = Object.entries(fact.fields ?? {}).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
  const change = (index: number, field: string, next: FactValue | undefined) =>
    onChange(
      rows.map((row, at) => {
        if (at !== index) return row;
        const { [field]: _, ...rest } = row;
        return (next === undefined ? rest : { ...rest, [field]: next }) as FactRow;
      }),
    );
  return (
    <Stack gap="sm" id={id} role="group" aria-label={label}>
      <div>
        <Text fw={500}>
          {label}
          {required ? (
            <Text span c="red" aria-hidden>
              {' '}
              *
            </Text>
          ) : null}
        </Text>
        {help ? (
          <Text size="sm" c="dimmed">
            {help}
          </Text>
        ) : null}
        {error ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        ) : null}
        {kept && value === undefined ? (
          <Text size="sm" c="dimmed">
            {kept}
          </Text>
        ) : null}
      </div>
      {rows.map((row, index) => (
        <Card
          key={row.id}
          withBorder
          className="record-row"
          role="group"
          aria-label={t('form.row', { label, n: index + 1 })}
        >
          <Group justify="space-between" mb="xs">
            <Text fw={600} size="sm">
              {t('form.row', { label, n: index + 1 })}
            </Text>
            <Button
              variant="subtle"
              color="red"
              size="sm"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => {
                const left = rows.filter((_, at) => at !== index);
                onChange(left.length > 0 ? left : undefined);
              }}
            >
              {t('form.removeRow')}
            </Button>
          </Group>
          <Stack gap="md">
            {fields.map(([field, definition]) => {
              const Input = FACT_INPUTS[definition.type];
              return (
                <Input
                  key={field}
                  id={`${id}-${row.id}-${field}`}
                  fact={definition}
                  label={say(definition.label, field)}
                  help={definition.help ? say(definition.help) : undefined}
                  value={row[field]}
                  onChange={(next) => change(index, field, next)}
                  required={definition.required ?? false}
                  error={undefined}
                  kept={undefined}
                />
              );
            })}
          </Stack>
        </Card>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...rows, { id: freeRowId(rows) }])}
      >
        {t('form.addRow')}
      </Button>
    </Stack>
  );
}
