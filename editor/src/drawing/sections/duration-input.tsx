import { ActionIcon, Fieldset, Group, NativeSelect, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import {
  DURATION_UNITS,
  type DurationPart,
  type DurationUnit,
  durationPartsOf,
  isoOf,
} from './duration-parts.ts';

type Props = {
  readonly label: string;
  /** ISO 8601; empty while no span was written. */
  readonly value: string;
  readonly onChange: (iso: string) => void;
  readonly isReadOnly?: boolean;
  /** A date has no hours. */
  readonly units?: readonly DurationUnit[];
};

/** A span of time in words: how many, of what, and more when one unit does not say it. */
export function DurationInput({ label, value, onChange, isReadOnly = false, units = DURATION_UNITS }: Props) {
  const { t } = useDrawingWords();
  const read = durationPartsOf(value);
  const isEmpty = value === '';
  const [firstUnit, setFirstUnit] = useState<DurationUnit>('days');
  const parts: readonly DurationPart[] = read.length > 0 ? read : [{ unit: firstUnit, count: 1 }];
  const change = (next: readonly DurationPart[]) => {
    const iso = isoOf(next);
    if (iso !== undefined) onChange(iso);
  };
  const free = units.find((unit) => !parts.some((part) => part.unit === unit));
  return (
    <Fieldset legend={label} variant="unstyled" disabled={isReadOnly} className="duration-input">
      <Group gap="xs" align="flex-end" wrap="wrap">
        {parts.map((part, index) => (
          <Group key={part.unit} gap={4} wrap="nowrap">
            <NumberInput
              aria-label={`${label} : ${t('sections.duration.amount')}`}
              value={isEmpty ? '' : part.count}
              min={0}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              w={76}
              onChange={(count) => {
                if (typeof count === 'number')
                  change(parts.map((each, at) => (at === index ? { ...each, count } : each)));
              }}
            />
            <NativeSelect
              aria-label={`${label} : ${t('sections.duration.unit')}`}
              value={part.unit}
              w={132}
              onChange={(event) => {
                const unit = event.currentTarget.value as DurationUnit;
                if (isEmpty) setFirstUnit(unit);
                else change(parts.map((each, at) => (at === index ? { ...each, unit } : each)));
              }}
            >
              {units.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`sections.units.${unit}`)}
                </option>
              ))}
            </NativeSelect>
            {parts.length > 1 && !isReadOnly ? (
              <ActionIcon
                size={44}
                aria-label={t('sections.duration.less')}
                onClick={() => change(parts.filter((_, at) => at !== index))}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            ) : null}
          </Group>
        ))}
        {isReadOnly || isEmpty || free === undefined ? null : (
          <ActionIcon
            size={44}
            aria-label={t('sections.duration.more')}
            onClick={() => change([...parts, { unit: free, count: 1 }])}
          >
            <IconPlus size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </Fieldset>
  );
}
