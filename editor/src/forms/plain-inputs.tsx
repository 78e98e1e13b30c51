import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Radio,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useNow } from '../words/clock.tsx';
import { useUnitName } from '../words/use-quantity.ts';
import { useWords } from '../words/use-words.ts';
import type { FactDefinition, FactInputProps } from './fact-input.ts';
import { InstantText } from './instant-text.tsx';

const BLANK = '';

function frame({ id, label, help, required, error, kept }: FactInputProps) {
  return {
    id,
    label,
    description: help,
    required,
    error,
    placeholder: kept ?? '',
    withAsterisk: required,
  } as const;
}

/** Yes, no, and apart from both: not known. */
export function YesNoInput({ id, label, help, value, onChange, required, error, kept }: FactInputProps) {
  const { t } = useWords();
  const chosen = value === true ? 'yes' : value === false ? 'no' : BLANK;
  return (
    <Radio.Group
      id={id}
      label={label}
      description={help}
      withAsterisk={required}
      error={error}
      value={chosen}
      onChange={(next) => onChange(next === 'yes' ? true : next === 'no' ? false : undefined)}
    >
      <Group gap="xs" mt={8} className="choices">
        <Radio.Card value="yes" className="choice" aria-label={t('answer.yes')}>
          <Radio.Indicator /> <span>{t('answer.yes')}</span>
        </Radio.Card>
        <Radio.Card value="no" className="choice" aria-label={t('answer.no')}>
          <Radio.Indicator /> <span>{t('answer.no')}</span>
        </Radio.Card>
        <Radio.Card value={BLANK} className="choice choice-blank" aria-label={kept ?? t('answer.unknown')}>
          <Radio.Indicator /> <span>{kept ?? t('answer.unknown')}</span>
        </Radio.Card>
      </Group>
    </Radio.Group>
  );
}

function orderedValues(fact: FactDefinition) {
  return Object.entries(fact.values ?? {}).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
}

const FEW = 5;

/** One of a list: as large choices when they are few, as the system's own list when they are many. */
export function ChoiceInput(props: FactInputProps) {
  const { t, say } = useWords();
  const { fact, value, onChange, kept } = props;
  const values = orderedValues(fact);
  const blank = kept ?? t('answer.unknown');
  const chosen = typeof value === 'string' ? value : BLANK;
  const choose = (next: string) => onChange(next === BLANK ? undefined : next);
  if (values.length > FEW) {
    const { placeholder: _, ...rest } = frame(props);
    return (
      <NativeSelect {...rest} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value={BLANK}>{blank}</option>
        {values.map(([id, { label }]) => (
          <option key={id} value={id}>
            {say(label, id)}
          </option>
        ))}
      </NativeSelect>
    );
  }
  return (
    <Radio.Group
      id={props.id}
      label={props.label}
      description={props.help}
      withAsterisk={props.required}
      error={props.error}
      value={chosen}
      onChange={choose}
    >
      <Stack gap={6} mt={8}>
        {values.map(([id, { label, help }]) => (
          <Radio.Card key={id} value={id} className="choice" aria-label={say(label, id)}>
            <Radio.Indicator />
            <span>
              {say(label, id)}
              {help ? <small>{say(help)}</small> : null}
            </span>
          </Radio.Card>
        ))}
        <Radio.Card value={BLANK} className="choice choice-blank" aria-label={blank}>
          <Radio.Indicator /> <span>{blank}</span>
        </Radio.Card>
      </Stack>
    </Radio.Group>
  );
}

/** Several of a list. None ticked is a blank; "none of these" is an answer of its own. */
export function ChoicesInput({
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
  const chosen = Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  const none = Array.isArray(value) && value.length === 0;
  return (
    <Stack gap={8}>
      <Checkbox.Group
        id={id}
        label={label}
        description={help}
        withAsterisk={required}
        error={error}
        value={[...chosen]}
        onChange={(next) => onChange(next.length === 0 ? undefined : next)}
      >
        <Stack gap={8} mt={8}>
          {orderedValues(fact).map(([item, { label: words }]) => (
            <Checkbox key={item} value={item} label={say(words, item)} className="tick" />
          ))}
        </Stack>
      </Checkbox.Group>
      {/* Beside the group, which would take its tick for one more item and show none. */}
      <Checkbox
        className="tick"
        label={t('form.noneOfThese')}
        checked={none}
        onChange={(event) => onChange(event.currentTarget.checked ? [] : undefined)}
      />
      {kept ? <small className="dimmed">{kept}</small> : null}
    </Stack>
  );
}

export function WordsInput(props: FactInputProps) {
  const { fact, value, onChange } = props;
  return (
    <TextInput
      {...frame(props)}
      value={typeof value === 'string' ? value : BLANK}
      maxLength={fact.maxLength}
      onChange={(event) =>
        onChange(event.currentTarget.value === BLANK ? undefined : event.currentTarget.value)
      }
    />
  );
}

export function LongTextInput(props: FactInputProps) {
  const { fact, value, onChange } = props;
  return (
    <Textarea
      {...frame(props)}
      value={typeof value === 'string' ? value : BLANK}
      maxLength={fact.maxLength}
      onChange={(event) =>
        onChange(event.currentTarget.value === BLANK ? undefined : event.currentTarget.value)
      }
    />
  );
}

export function QuantityInput(props: FactInputProps) {
  const { fact, value, onChange } = props;
  const unitName = useUnitName();
  return (
    <NumberInput
      {...frame(props)}
      value={typeof value === 'number' ? value : BLANK}
      allowDecimal={fact.type === 'number'}
      hideControls
      inputMode={fact.type === 'number' ? 'decimal' : 'numeric'}
      {...(fact.unit ? { suffix: ` ${unitName(fact.unit)}` } : {})}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      maw={280}
    />
  );
}

export function DateInput(props: FactInputProps) {
  const { value, onChange, kept } = props;
  return (
    <TextInput
      {...frame(props)}
      type="date"
      maw={280}
      value={typeof value === 'string' ? value : BLANK}
      description={[props.help, kept].filter(Boolean).join(' · ') || undefined}
      onChange={(event) =>
        onChange(event.currentTarget.value === BLANK ? undefined : event.currentTarget.value)
      }
    />
  );
}

/** A date and time, with a button for this very minute. */
export function InstantInput({ id, label, help, value, onChange, required, error, kept }: FactInputProps) {
  const { t } = useWords();
  const now = useNow();
  return (
    <Group align="flex-end" gap="xs">
      <InstantText
        id={id}
        label={label}
        help={[help, kept].filter(Boolean).join(' · ')}
        value={typeof value === 'string' ? value : undefined}
        onChange={onChange}
        error={error}
        required={required}
      />
      <Button
        variant="default"
        leftSection={<IconClock size={18} aria-hidden />}
        aria-label={`${label} : ${t('form.now')}`}
        onClick={() => onChange(new Date(now - (now % 60_000)).toISOString())}
      >
        {t('form.now')}
      </Button>
    </Group>
  );
}
