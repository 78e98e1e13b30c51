import { ActionIcon, Fieldset, Group, NativeSelect, NumberInput, Text } from '@mantine/core';
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

/** A span that is being said for the first time. Nothing is taken for granted: 48 hours are not 48 days. */
type FirstPart = Partial<DurationPart>;

const isWhole = (part: FirstPart): part is DurationPart =>
  part.unit !== undefined && part.count !== undefined;

/** A span of time in words: how many, of what, and more when one unit does not say it. */
export function DurationInput({ label, value, onChange, isReadOnly = false, units = DURATION_UNITS }: Props) {
  const { t } = useDrawingWords();
  const read = durationPartsOf(value);
  const isUnsaid = read.length === 0;
  const [first, setFirst] = useState<FirstPart>({});
  const parts: readonly FirstPart[] = isUnsaid ? [first] : read;
  const change = (next: readonly FirstPart[]) => {
    const iso = isoOf(next.filter(isWhole));
    if (isUnsaid && !next.every(isWhole)) setFirst(next[0] ?? {});
    else if (iso !== undefined) {
      setFirst({});
      onChange(iso);
    }
  };
  const free = units.find((unit) => !parts.some((part) => part.unit === unit));
  return (
    <Fieldset legend={label} variant="unstyled" disabled={isReadOnly} className="duration-input">
      <Group gap="xs" align="flex-end" wrap="wrap">
        {parts.map((part, index) => (
          // By its place: whoever goes through the units by keys stays in their field.
          <Group key={DURATION_UNITS[index]} gap={4} wrap="nowrap">
            <NumberInput
              aria-label={`${label} : ${t('sections.duration.amount')}`}
              value={part.count ?? ''}
              min={0}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              w={76}
              onChange={(count) => {
                if (typeof count === 'number')
                  change(parts.map((each, at) => (at === index ? { ...each, count } : each)));
                else if (isUnsaid) setFirst(({ unit }) => (unit ? { unit } : {}));
              }}
            />
            <NativeSelect
              aria-label={`${label} : ${t('sections.duration.unit')}`}
              value={part.unit ?? ''}
              w={132}
              onChange={(event) => {
                const unit = event.currentTarget.value as DurationUnit;
                change(parts.map((each, at) => (at === index ? { ...each, unit } : each)));
              }}
            >
              {part.unit === undefined ? (
                <option value="" disabled>
                  {t('sections.duration.pickUnit')}
                </option>
              ) : null}
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
        {isReadOnly || isUnsaid || free === undefined ? null : (
          <ActionIcon
            size={44}
            aria-label={t('sections.duration.more')}
            onClick={() => change([...parts, { unit: free, count: 1 }])}
          >
            <IconPlus size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {isUnsaid && first.count !== undefined ? (
        <Text size="sm" role="status">
          {t('sections.duration.sayUnit')}
        </Text>
      ) : null}
    </Fieldset>
  );
}
