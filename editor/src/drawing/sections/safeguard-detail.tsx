import {
  Button,
  Fieldset,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useState } from 'react';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DurationInput } from './duration-input.tsx';
import { useElement, useFieldValue } from './element-context.tsx';
import { usePicks } from './element-picks.ts';
import { ChoiceField, LineField, WordsField } from './fields.tsx';
import {
  BLANKS_OF,
  type Blanks,
  begin,
  PATTERNS,
  type PatternId,
  type Property,
  readProperty,
  writeProperty,
} from './safeguard-patterns.ts';
import { CitedSources, GroundsFields } from './source-picker.tsx';
import { useMomentPicks } from './use-moment-words.ts';
import { useSafeguardSentence } from './use-safeguard-sentence.ts';

/** A safeguard as a sentence with blanks, beside the sentence the committee reads. */
export function SafeguardDetail() {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const property = useFieldValue(['property']) as Property;
  const sentence = useSafeguardSentence();
  const { pattern, blanks } = readProperty(property);
  const change = (next: Partial<Blanks>) => set(['property'], writeProperty(pattern, { ...blanks, ...next }));
  return (
    <>
      <WordsField path={['label']} label={t('sections.safeguards.label')} long />
      <Fieldset legend={t('sections.safeguards.sentence')} disabled={isReadOnly}>
        <Stack gap="sm">
          <Text fw={600} size="lg" data-sentence>
            {sentence(property)}
          </Text>
          <NativeSelect
            label={t('sections.safeguards.pattern')}
            value={pattern}
            data={PATTERNS.map((each) => ({
              value: each,
              label: t(`sections.safeguards.patterns.${each}`),
              disabled: begin(pack, each, blanks) === undefined,
            }))}
            onChange={(event) => {
              const next = event.currentTarget.value as PatternId;
              const begun = begin(pack, next, blanks);
              if (begun) set(['property'], writeProperty(next, begun));
            }}
          />
          {BLANKS_OF[pattern].map((blank) => (
            <Blank key={`${pattern} ${blank}`} blank={blank} blanks={blanks} onChange={change} />
          ))}
        </Stack>
      </Fieldset>
      <ChoiceField
        path={['severity']}
        label={t('sections.fields.severity')}
        w={320}
        options={(['critical', 'major'] as const).map((value) => ({
          value,
          label: t(`sections.severity.${value}`),
        }))}
      />
      <LineField path={['catalogue']} label={t('sections.fields.catalogue')} w={320} />
      <GroundsFields />
      <BrokenBy />
    </>
  );
}

type BlankProps = {
  readonly blank: keyof Blanks;
  readonly blanks: Blanks;
  readonly onChange: (next: Partial<Blanks>) => void;
};

function Blank({ blank, blanks, onChange }: BlankProps) {
  const { t } = useDrawingWords();
  const label = t(`sections.safeguards.blank.${blank}`);
  switch (blank) {
    case 'a':
    case 'b':
    case 'since':
      return <MomentBlank blank={blank} label={label} value={blanks[blank]} onChange={onChange} />;
    case 'states':
      return <StatesBlank label={label} value={blanks.states ?? []} onChange={onChange} />;
    case 'rule':
    case 'event':
    case 'deadline':
    case 'parameter':
      return <ElementBlank blank={blank} label={label} value={blanks[blank]} onChange={onChange} />;
    case 'roles':
    case 'facts':
      return <ElementsBlank blank={blank} label={label} value={blanks[blank] ?? []} onChange={onChange} />;
    case 'within':
      return <WithinBlank label={label} value={blanks.within ?? 'P1D'} onChange={onChange} />;
    case 'n':
      return (
        <NumberInput
          label={label}
          value={blanks.n ?? 1}
          min={0}
          allowDecimal={false}
          maw={220}
          onChange={(n) => typeof n === 'number' && onChange({ n })}
        />
      );
    case 'value':
      return <ValueBlank label={label} value={blanks.value ?? 0} onChange={onChange} />;
    default:
      return <ChoiceBlank blank={blank} label={label} blanks={blanks} onChange={onChange} />;
  }
}

type Change = BlankProps['onChange'];

function MomentBlank(props: {
  readonly blank: 'a' | 'b' | 'since';
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: Change;
}) {
  const { blank, label, value, onChange } = props;
  const { t } = useDrawingWords();
  const data = useMomentPicks(false);
  const isOpen = blank === 'since';
  return (
    <Select
      label={label}
      data={data}
      value={value ?? null}
      searchable
      limit={80}
      clearable={isOpen}
      allowDeselect={isOpen}
      placeholder={isOpen ? t('sections.safeguards.onceForAll') : ''}
      nothingFoundMessage={t('sections.none')}
      onChange={(next) => {
        if (next !== null || isOpen) onChange({ [blank]: next ?? undefined });
      }}
    />
  );
}

function StatesBlank({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly string[];
  onChange: Change;
}) {
  const { t } = useDrawingWords();
  const data = useMomentPicks(true);
  return (
    <MultiSelect
      size="md"
      label={label}
      data={data}
      value={[...value]}
      searchable
      limit={80}
      nothingFoundMessage={t('sections.none')}
      onChange={(states) => states.length > 0 && onChange({ states })}
    />
  );
}

function ElementBlank(props: {
  readonly blank: 'rule' | 'event' | 'deadline' | 'parameter';
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: Change;
}) {
  const { blank, label, value, onChange } = props;
  const { t } = useDrawingWords();
  const data = usePicks(`${blank}s`);
  return (
    <Select
      label={label}
      data={data}
      value={value ?? null}
      searchable
      limit={80}
      allowDeselect={false}
      nothingFoundMessage={t('sections.none')}
      onChange={(next) => next !== null && onChange({ [blank]: next })}
    />
  );
}

function ElementsBlank(props: {
  readonly blank: 'roles' | 'facts';
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: Change;
}) {
  const { blank, label, value, onChange } = props;
  const { t } = useDrawingWords();
  const data = usePicks(blank);
  return (
    <MultiSelect
      size="md"
      label={label}
      data={data}
      value={[...value]}
      searchable
      limit={80}
      nothingFoundMessage={t('sections.none')}
      onChange={(next) => {
        if (next.length > 0) onChange({ [blank]: next });
      }}
    />
  );
}

function WithinBlank(props: {
  readonly label: string;
  readonly value: NonNullable<Blanks['within']>;
  readonly onChange: Change;
}) {
  const { label, value, onChange } = props;
  const { t } = useDrawingWords();
  const spans = usePicks(
    'parameters',
    (parameter: Pack['parameters'][string]) => parameter.type === 'duration',
  );
  const [span] = spans;
  return (
    <Group gap="sm" align="flex-end">
      {span ? (
        <NativeSelect
          label={t('sections.deadlines.spanKind')}
          value={typeof value === 'string' ? 'fixed' : 'parameter'}
          data={[
            { value: 'fixed', label: t('sections.deadlines.span.fixed') },
            { value: 'parameter', label: t('sections.deadlines.span.parameter') },
          ]}
          onChange={(event) =>
            onChange({ within: event.currentTarget.value === 'fixed' ? 'P1D' : { parameter: span.value } })
          }
        />
      ) : null}
      {typeof value === 'string' ? (
        <DurationInput label={label} value={value} onChange={(within) => onChange({ within })} />
      ) : (
        <Select
          label={label}
          data={spans}
          value={value.parameter}
          searchable
          allowDeselect={false}
          onChange={(parameter) => parameter !== null && onChange({ within: { parameter } })}
        />
      )}
    </Group>
  );
}

function ValueBlank(props: {
  readonly label: string;
  readonly value: NonNullable<Blanks['value']>;
  readonly onChange: Change;
}) {
  const { label, value, onChange } = props;
  if (typeof value === 'number')
    return (
      <NumberInput
        label={label}
        value={value}
        maw={220}
        hideControls
        onChange={(next) => typeof next === 'number' && onChange({ value: next })}
      />
    );
  return (
    <TextInput
      label={label}
      value={String(value)}
      maw={320}
      onChange={(event) => onChange({ value: event.currentTarget.value })}
    />
  );
}

const OPERATORS = ['equal', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const;
const SECTORS = ['social', 'police', 'justice', 'health', 'education', 'community', 'oversight'] as const;

function ChoiceBlank({ blank, label, blanks, onChange }: BlankProps & { readonly label: string }) {
  const { t, app } = useDrawingWords();
  if (blank === 'operator')
    return (
      <NativeSelect
        label={label}
        value={blanks.operator}
        maw={420}
        data={OPERATORS.map((value) => ({ value, label: t(`rules.compare.${value}`) }))}
        onChange={(event) => onChange({ operator: event.currentTarget.value })}
      />
    );
  if (blank === 'tier')
    return (
      <NativeSelect
        label={label}
        value={String(blanks.tier)}
        maw={520}
        data={([0, 1, 2, 3, 4] as const).map((tier) => ({
          value: String(tier),
          label: t(`sections.tiers.t${tier}`),
        }))}
        onChange={(event) => onChange({ tier: Number(event.currentTarget.value) })}
      />
    );
  return (
    <NativeSelect
      label={label}
      value={blanks.sector ?? ''}
      maw={420}
      data={[
        { value: '', label: t('sections.facts.nothing') },
        ...SECTORS.map((value) => ({ value, label: app(`sector.${value}`) })),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange({ sector: value === '' ? undefined : value } as Partial<Blanks>);
      }}
    />
  );
}

/** A safeguard that national law breaks is kept, and says which article; it is never removed instead. */
function BrokenBy() {
  const { t, language } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const sources = usePicks('sources');
  const brokenBy = useFieldValue(['broken_by']);
  const [source, setSource] = useState<string | null>(null);
  if (brokenBy === undefined && (isReadOnly || sources.length === 0)) return null;
  return (
    <Fieldset legend={t('sections.safeguards.brokenBy')}>
      {brokenBy === undefined ? (
        <Group gap="sm" align="flex-end">
          <Select
            label={t('sections.safeguards.addBrokenBy')}
            data={sources}
            value={source}
            searchable
            limit={60}
            style={{ flex: '1 1 260px' }}
            onChange={setSource}
          />
          <Button
            variant="default"
            disabled={source === null}
            onClick={() => set(['broken_by'], { sources: [source], note: { [language]: '…' } })}
          >
            {t('sections.add')}
          </Button>
        </Group>
      ) : (
        <Stack gap="sm">
          <CitedSources path={['broken_by', 'sources']} least={1} />
          <WordsField path={['broken_by', 'note']} label={t('sections.safeguards.brokenByNote')} long />
          {isReadOnly ? null : (
            <Button
              variant="subtle"
              color="red"
              w="fit-content"
              onClick={() => set(['broken_by'], undefined)}
            >
              {t('sections.remove')}
            </Button>
          )}
        </Stack>
      )}
    </Fieldset>
  );
}
