import { Button, Fieldset, Group, NativeSelect, Select, Stack, Text } from '@mantine/core';
import type { Conditions, Pack } from '@parcours/engine';
import { useDrawnPack } from '../drawing-context.tsx';
import { startingAtom } from '../rules/comparisons.ts';
import { ConditionBuilder } from '../rules/condition-builder.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useElement, useFieldValue } from './element-context.tsx';
import { type Pick, usePicks } from './element-picks.ts';

type Derive = NonNullable<Pack['facts'][string]['derive']>;
const KINDS = ['years', 'days', 'hours', 'count', 'every', 'some', 'latest'] as const;
type Kind = (typeof KINDS)[number];

type Parts = {
  readonly from?: string;
  readonly asOf?: string;
  readonly of?: string;
  readonly field?: string;
  readonly by?: string;
  readonly where?: Conditions;
};

/** Where an answer comes from: it is asked, or computed from others, said as a sentence with blanks. */
export function DeriveFields({ id }: { readonly id: string }) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const derive = useFieldValue(['derive']) as Derive | undefined;
  const kind = derive && KINDS.find((each) => Object.hasOwn(derive, each));
  const parts = (kind && derive ? (derive as Readonly<Record<string, Parts>>)[kind] : undefined) ?? {};
  const times = usePicks(
    'facts',
    (fact: Pack['facts'][string], each) => each !== id && (fact.type === 'date' || fact.type === 'instant'),
  );
  const records = usePicks('facts', (fact: Pack['facts'][string]) => fact.type === 'records');
  const numbers = usePicks('facts', (_: unknown, each) => each !== id);
  const isSpan = kind === 'years' || kind === 'days' || kind === 'hours';
  const change = (next: Parts) => {
    if (!kind) return;
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
    const otherwise = derive && 'else' in derive && derive.else !== undefined ? { else: derive.else } : {};
    set(['derive'], { [kind]: kept, ...(isSpan ? otherwise : {}) });
  };
  return (
    <Fieldset legend={t('sections.facts.origin')} disabled={isReadOnly}>
      <Stack gap="sm">
        <NativeSelect
          aria-label={t('sections.facts.origin')}
          value={kind ?? 'asked'}
          maw={420}
          data={(['asked', ...KINDS] as const).map((each) => ({
            value: each,
            label: t(`sections.facts.derive.${each}`),
            disabled: each !== 'asked' && startOf(pack, each, times, records) === undefined,
          }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value as Kind | 'asked';
            set(['derive'], chosen === 'asked' ? undefined : startOf(pack, chosen, times, records));
          }}
        />
        {times.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('sections.facts.needsDate')}
          </Text>
        ) : null}
        {records.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('sections.facts.needsRows')}
          </Text>
        ) : null}
        {isSpan ? (
          <Group gap="sm" align="flex-end">
            <Blank
              label={t('sections.facts.between')}
              picks={times}
              value={parts.from}
              onChange={(from) => from !== undefined && change({ ...parts, from })}
            />
            <Blank
              label={t('sections.facts.until')}
              picks={times}
              value={parts.asOf}
              none={t('sections.facts.now')}
              onChange={(asOf) => change({ from: parts.from ?? '', ...(asOf === undefined ? {} : { asOf }) })}
            />
            <Blank
              label={t('sections.facts.elseFact')}
              picks={numbers}
              value={derive && 'else' in derive ? derive.else : undefined}
              none={t('sections.facts.nothing')}
              onChange={(otherwise) => set(['derive', 'else'], otherwise)}
            />
          </Group>
        ) : null}
        {kind && !isSpan ? (
          <RowBlanks pack={pack} kind={kind} parts={parts} records={records} onChange={change} />
        ) : null}
      </Stack>
    </Fieldset>
  );
}

type RowProps = {
  readonly pack: Pack;
  readonly kind: Kind;
  readonly parts: Parts;
  readonly records: Pick[];
  readonly onChange: (parts: Parts) => void;
};

function RowBlanks({ pack, kind, parts, records, onChange }: RowProps) {
  const { t, say } = useDrawingWords();
  const { isReadOnly } = useElement();
  const columns = Object.entries(pack.facts[parts.of ?? '']?.fields ?? {}).map(([value, field]) => ({
    value,
    label: say(field.label, value),
    type: field.type,
  }));
  const times = columns.filter(({ type }) => type === 'date' || type === 'instant');
  const start = columns[0] && { all: [startingAtom(pack, columns[0].value, parts.of)] };
  const mayDrop = kind === 'count' || kind === 'latest';
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        {kind === 'latest' ? (
          <Blank
            label={t('sections.facts.column')}
            picks={columns}
            value={parts.field}
            onChange={(field) => field !== undefined && onChange({ ...parts, field })}
          />
        ) : null}
        <Blank
          label={t('sections.facts.of')}
          picks={records}
          value={parts.of}
          onChange={(of) => {
            const begun = of === undefined ? undefined : startOf(pack, kind, [], [{ value: of, label: of }]);
            if (begun) onChange((begun as Readonly<Record<string, Parts>>)[kind] ?? {});
          }}
        />
        {kind === 'latest' ? (
          <Blank
            label={t('sections.facts.latestBy')}
            picks={times}
            value={parts.by}
            none={t('sections.facts.column')}
            onChange={(by) => {
              const { by: _, ...rest } = parts;
              onChange(by === undefined ? rest : { ...rest, by });
            }}
          />
        ) : null}
      </Group>
      {parts.where ? (
        <Stack gap="xs">
          <Text fw={600}>{t('sections.facts.where')}</Text>
          <ConditionBuilder
            conditions={parts.where}
            isReadOnly={isReadOnly}
            {...(parts.of === undefined ? {} : { rows: parts.of })}
            onChange={(where) => onChange({ ...parts, where })}
          />
          {mayDrop && !isReadOnly ? (
            <Button
              variant="subtle"
              size="sm"
              w="fit-content"
              onClick={() => {
                const { where: _, ...rest } = parts;
                onChange(rest);
              }}
            >
              {t('sections.remove')}
            </Button>
          ) : null}
        </Stack>
      ) : start && !isReadOnly ? (
        <Button
          variant="light"
          size="sm"
          w="fit-content"
          onClick={() => onChange({ ...parts, where: start })}
        >
          {t('sections.facts.addWhere')}
        </Button>
      ) : null}
    </Stack>
  );
}

type BlankProps = {
  readonly label: string;
  readonly picks: readonly Pick[];
  readonly value: string | undefined;
  readonly none?: string;
  readonly onChange: (value: string | undefined) => void;
};

function Blank({ label, picks, value, none, onChange }: BlankProps) {
  const { t } = useDrawingWords();
  return (
    <Select
      label={label}
      data={[...picks]}
      value={value ?? null}
      searchable
      limit={60}
      clearable={none !== undefined}
      placeholder={none ?? ''}
      allowDeselect={none !== undefined}
      nothingFoundMessage={t('sections.none')}
      style={{ flex: '1 1 200px' }}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function spanOf(kind: 'years' | 'days' | 'hours', from: string): Derive {
  if (kind === 'years') return { years: { from } };
  return kind === 'days' ? { days: { from } } : { hours: { from } };
}

/** What a derivation begins with; undefined while the pack has nothing it could be made of. */
function startOf(
  pack: Pack,
  kind: Kind,
  times: readonly Pick[],
  records: readonly Pick[],
): Derive | undefined {
  const [time] = times;
  const rows = records.find(({ value }) => Object.keys(pack.facts[value]?.fields ?? {}).length > 0);
  if (kind === 'years' || kind === 'days' || kind === 'hours') return time && spanOf(kind, time.value);
  if (!rows) return undefined;
  const [field = ''] = Object.keys(pack.facts[rows.value]?.fields ?? {});
  const of = rows.value;
  const where: Conditions = { all: [startingAtom(pack, field, of)] };
  if (kind === 'count') return { count: { of } };
  if (kind === 'latest') return { latest: { of, field } };
  return kind === 'every' ? { every: { of, where } } : { some: { of, where } };
}
