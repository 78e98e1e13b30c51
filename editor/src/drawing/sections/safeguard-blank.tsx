import { Group, MultiSelect, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { type Pack, UNSAID_ACT } from '@parcours/engine';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { DurationInput } from './duration-input.tsx';
import { usePicks } from './element-picks.ts';
import type { Blanks } from './safeguard-patterns.ts';
import { useMomentPicks } from './use-moment-words.ts';

type BlankProps = {
  readonly blank: keyof Blanks;
  readonly blanks: Blanks;
  readonly onChange: (next: Partial<Blanks>) => void;
};

/** One blank of a safeguard's sentence, filled in by what it may be: a moment, steps, an element, a span, a figure, a choice. */
export function SafeguardBlank({ blank, blanks, onChange }: BlankProps) {
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
      value={value === undefined || value === UNSAID_ACT ? null : value}
      searchable
      limit={80}
      clearable={isOpen}
      allowDeselect={isOpen}
      placeholder={t(isOpen ? 'sections.safeguards.onceForAll' : 'sections.safeguards.chooseAct')}
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
