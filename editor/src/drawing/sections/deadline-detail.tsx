import {
  ActionIcon,
  Fieldset,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { AnchorInput } from './anchor-input.tsx';
import { DeadlinePreview } from './deadline-preview.tsx';
import { DurationInput } from './duration-input.tsx';
import { useElement, useFieldValue } from './element-context.tsx';
import { usePicks } from './element-picks.ts';
import { ChoiceField, WordsField } from './fields.tsx';
import type { DetailProps } from './listed-elements.tsx';
import { PickField } from './pick-field.tsx';
import { GroundsFields } from './source-picker.tsx';

type Deadline = Pack['deadlines'][string];
type Span = Deadline['within'];
type Part = Extract<Span, { by: string }>['values'][string];
type Rung = NonNullable<Deadline['escalation']>[number];

/** A deadline in words: how long, of which days, from when, kept when, who is told; and a calendar to try it on. */
export function DeadlineDetail({ id }: DetailProps) {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const from = useFieldValue(['from']) as Deadline['from'];
  const met = useFieldValue(['met']) as Deadline['met'];
  const each = useFieldValue(['each']) as string | undefined;
  const rules = usePicks('rules');
  const records = usePicks('facts', (fact: Pack['facts'][string]) => fact.type === 'records');
  const [firstRule] = rules;
  return (
    <>
      <WordsField path={['label']} label={t('sections.fields.label')} />
      <SpanField />
      <Group gap="sm" align="flex-end">
        <ChoiceField
          path={['calendar']}
          label={t('sections.fields.calendar')}
          options={(['elapsed', 'working'] as const).map((value) => ({
            value,
            label: t(`sections.deadlines.calendar.${value}`),
          }))}
        />
        <ChoiceField
          path={['ends']}
          label={t('sections.fields.ends')}
          options={(['any', 'next-working'] as const).map((value) => ({
            value,
            label: t(`sections.deadlines.ends.${value}`),
          }))}
        />
      </Group>
      <Fieldset legend={t('sections.fields.from')} disabled={isReadOnly}>
        <AnchorInput
          label={t('sections.fields.from')}
          anchor={from}
          rows={each}
          onChange={(next) => set(['from'], next)}
        />
      </Fieldset>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('sections.fields.met')}
          value={met === 'leaving' ? 'leaving' : 'rule'}
          disabled={isReadOnly}
          data={[
            { value: 'leaving', label: t('sections.deadlines.met.leaving') },
            { value: 'rule', label: t('sections.deadlines.met.rule'), disabled: !firstRule },
          ]}
          onChange={(event) =>
            set(['met'], event.currentTarget.value === 'leaving' ? 'leaving' : { rule: firstRule?.value })
          }
        />
        {met === 'leaving' ? null : (
          <PickField path={['met', 'rule']} label={t('rules.signals.rule')} picks={rules} />
        )}
      </Group>
      <PausedField />
      <PickField
        path={['each']}
        label={t('sections.fields.each')}
        picks={records}
        none={t('sections.facts.nothing')}
      />
      <EscalationFields />
      <DeadlinePreview id={id} />
      <GroundsFields />
    </>
  );
}

function SpanField() {
  const { t, say } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const within = useFieldValue(['within']) as Span;
  const spans = usePicks(
    'parameters',
    (parameter: Pack['parameters'][string]) => parameter.type === 'duration',
  );
  const enums = usePicks('facts', (fact: Pack['facts'][string]) => fact.type === 'enum');
  // Until somebody says how long, the deadline keeps what it rests on.
  const [isToSay, setIsToSay] = useState(false);
  const written = typeof within === 'string' ? 'fixed' : 'parameter' in within ? 'parameter' : 'by';
  const kind = isToSay ? 'fixed' : written;
  const said: Part =
    typeof within === 'object' && 'by' in within ? (Object.values(within.values)[0] ?? 'P1D') : within;
  const byFact = (by: string): Span => ({
    by,
    values: Object.fromEntries(Object.keys(pack.facts[by]?.values ?? {}).map((value) => [value, said])),
  });
  const [span] = spans;
  const [fact] = enums;
  const choose = (next: string) => {
    setIsToSay(next === 'fixed' && typeof said !== 'string');
    if (next === 'fixed' && typeof said === 'string') set(['within'], said);
    else if (next === 'parameter' && span) set(['within'], { parameter: span.value });
    else if (next === 'by' && fact) set(['within'], byFact(fact.value));
  };
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('sections.deadlines.spanKind')}
          value={kind}
          disabled={isReadOnly}
          data={[
            { value: 'fixed', label: t('sections.deadlines.span.fixed') },
            { value: 'parameter', label: t('sections.deadlines.span.parameter'), disabled: !span },
            { value: 'by', label: t('sections.deadlines.span.by'), disabled: !fact },
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {kind === 'fixed' ? (
          <DurationInput
            label={t('sections.fields.within')}
            value={isToSay ? '' : String(within)}
            isReadOnly={isReadOnly}
            onChange={(next) => {
              setIsToSay(false);
              set(['within'], next);
            }}
          />
        ) : kind === 'parameter' ? (
          <PickField path={['within', 'parameter']} label={t('sections.deadlines.parameter')} picks={spans} />
        ) : (
          <Select
            label={t('sections.deadlines.by')}
            data={enums}
            value={typeof within === 'object' && 'by' in within ? within.by : null}
            allowDeselect={false}
            searchable
            disabled={isReadOnly}
            onChange={(next) => next !== null && set(['within'], byFact(next))}
          />
        )}
      </Group>
      {kind === 'by' && typeof within === 'object' && 'by' in within ? (
        <>
          {Object.entries(within.values).map(([value, part]) => (
            <PartField
              key={value}
              value={value}
              part={part}
              label={t('sections.deadlines.forValue', {
                value: say(pack.facts[within.by]?.values?.[value]?.label, value),
              })}
            />
          ))}
          <Text size="sm" c="dimmed">
            {t('sections.deadlines.shortest')}
          </Text>
        </>
      ) : null}
    </Stack>
  );
}

function PartField({
  value,
  part,
  label,
}: {
  readonly value: string;
  readonly part: Part;
  readonly label: string;
}) {
  const { set, isReadOnly } = useElement();
  const spans = usePicks(
    'parameters',
    (parameter: Pack['parameters'][string]) => parameter.type === 'duration',
  );
  if (typeof part === 'string')
    return (
      <DurationInput
        label={label}
        value={part}
        isReadOnly={isReadOnly}
        onChange={(next) => set(['within', 'values', value], next)}
      />
    );
  return <PickField path={['within', 'values', value, 'parameter']} label={label} picks={spans} />;
}

/** The steps and stages during which nothing is counted. */
function PausedField() {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const paused = (useFieldValue(['paused']) ?? []) as readonly string[];
  const steps = usePicks('steps', (entry: Pack['steps'][string]) => entry.kind !== 'track');
  const data = steps.map(({ value, label }) => ({
    value: `${pack.steps[value]?.kind === 'stage' ? 'stage' : 'step'}:${value}`,
    label,
  }));
  const strangers = paused.filter((each) => !data.some(({ value }) => value === each));
  return (
    <MultiSelect
      size="md"
      label={t('sections.fields.paused')}
      placeholder={paused.length === 0 ? t('sections.deadlines.never') : ''}
      data={[...data, ...strangers.map((value) => ({ value, label: value }))]}
      value={[...paused]}
      searchable
      limit={60}
      disabled={isReadOnly}
      nothingFoundMessage={t('sections.none')}
      onChange={(next) => set(['paused'], next.length === 0 ? undefined : next)}
    />
  );
}

/** Who is told when a part of the deadline has run, by rising part. */
function EscalationFields() {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const rungs = (useFieldValue(['escalation']) ?? []) as readonly Rung[];
  const roles = usePicks('roles', (role: Pack['roles'][string]) => role.reports === true);
  const change = (next: readonly Rung[]) =>
    set(['escalation'], next.length === 0 ? undefined : [...next].sort((a, b) => a.at - b.at));
  return (
    <Fieldset legend={t('sections.deadlines.escalation')} disabled={isReadOnly}>
      <Stack gap="sm">
        {rungs.map((rung, index) => (
          <Group key={`${rung.at} ${rung.to}`} gap="xs" align="flex-end" wrap="wrap">
            <NumberInput
              label={t('sections.deadlines.rungAt')}
              defaultValue={rung.at}
              min={1}
              max={1000}
              suffix=" %"
              allowDecimal={false}
              hideControls
              w={220}
              onBlur={(event) => {
                const at = Number.parseInt(event.currentTarget.value, 10);
                if (Number.isInteger(at) && at !== rung.at)
                  change(rungs.map((each, place) => (place === index ? { ...each, at } : each)));
              }}
            />
            <Select
              label={t('sections.deadlines.rungTo')}
              data={roles}
              value={rung.to}
              allowDeselect={false}
              searchable
              style={{ flex: '1 1 200px' }}
              onChange={(to) =>
                to !== null && change(rungs.map((each, place) => (place === index ? { ...each, to } : each)))
              }
            />
            <ActionIcon
              size={44}
              aria-label={t('sections.removeNamed', {
                name: t('sections.deadlines.rung', {
                  at: rung.at,
                  role: roles.find(({ value }) => value === rung.to)?.label ?? rung.to,
                }),
              })}
              onClick={() => change(rungs.filter((_, place) => place !== index))}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Select
          aria-label={t('sections.deadlines.addRung')}
          placeholder={t('sections.deadlines.addRung')}
          data={roles}
          value={null}
          searchable
          maw={420}
          onChange={(to) => {
            const last = rungs.at(-1)?.at ?? 0;
            if (to !== null) change([...rungs, { at: last < 100 ? 100 : last + 50, to }]);
          }}
        />
      </Stack>
    </Fieldset>
  );
}
