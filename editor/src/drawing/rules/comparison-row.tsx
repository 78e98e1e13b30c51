import { ActionIcon, Alert, Group, NativeSelect, Select, Stack, Text, Tooltip } from '@mantine/core';
import { type Atom, type Family, familyOf } from '@parcours/engine';
import { IconExternalLink } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useDrawing, useDrawnPack } from '../drawing-context.tsx';
import { usePicks } from '../sections/element-picks.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import {
  against,
  type Comparison,
  comparedBy,
  comparisonOf,
  comparisonsFor,
  fits,
  othersFor,
  startingAtom,
  withComparison,
} from './comparisons.ts';
import { LiteralInput } from './literal-input.tsx';
import { NewFactButton } from './new-fact-button.tsx';
import type { RuleLeaf } from './sentence-tree.ts';

type Props = {
  readonly leaf: RuleLeaf;
  readonly onChange: (leaf: RuleLeaf) => void;
  readonly place: string;
  readonly isReadOnly: boolean;
  /** The rule that is written: it cannot lean on itself. */
  readonly within?: string | undefined;
  /** The records fact whose fields are read first. */
  readonly rows?: string | undefined;
};

const MOST_SHOWN = 60;

/** What is often compared with another fact of its kind; the others only with a parameter, when there is one. */
const ORDERED: readonly Family[] = ['number', 'date', 'instant'];

/** One sentence of a rule: what is compared, how, and with what; or another rule. */
export function ComparisonRow({ leaf, onChange, place, isReadOnly, within, rows }: Props) {
  const { t, say } = useDrawingWords();
  const pack = useDrawnPack();
  const drawing = useDrawing();
  const facts = usePicks('facts');
  const rules = usePicks('rules');
  const data = useMemo(() => {
    const tagged = (kind: string, picks: typeof facts) =>
      picks.map(({ value, label }) => ({ value: `${kind}:${value}`, label }));
    const fields = Object.entries((rows === undefined ? undefined : pack.facts[rows]?.fields) ?? {});
    return [
      ...(fields.length === 0
        ? []
        : [
            {
              group: say(pack.facts[rows ?? '']?.label),
              items: fields.map(([id, { label }]) => ({ value: `field:${id}`, label: say(label, id) })),
            },
          ]),
      { group: t('rules.facts'), items: tagged('fact', facts) },
      {
        group: t('rules.rules'),
        items: tagged(
          'rule',
          rules.filter(({ value }) => value !== within),
        ),
      },
    ];
  }, [facts, rules, within, rows, pack.facts, say, t]);
  const chosen =
    'condition' in leaf
      ? `rule:${leaf.condition}`
      : rows !== undefined && Object.hasOwn(pack.facts[rows]?.fields ?? {}, leaf.atom.fact)
        ? `field:${leaf.atom.fact}`
        : `fact:${leaf.atom.fact}`;
  const choose = (next: string | null) => {
    if (next === null || next === chosen) return;
    const id = next.slice(next.indexOf(':') + 1);
    onChange(next.startsWith('rule:') ? { condition: id } : { atom: startingAtom(pack, id, rows) });
  };
  return (
    <Stack gap={6}>
      <Group gap="xs" align="flex-start" wrap="wrap">
        <Select
          aria-label={`${t('rules.condition', { place })} : ${t('rules.subject')}`}
          data={data}
          value={chosen}
          onChange={choose}
          searchable
          limit={MOST_SHOWN}
          allowDeselect={false}
          disabled={isReadOnly}
          nothingFoundMessage={t('sections.none')}
          style={{ flex: '3 1 300px' }}
        />
        {isReadOnly ? null : (
          <NewFactButton
            of={t('rules.condition', { place })}
            onAdd={(fact) => onChange({ atom: startingAtom(drawing.get().log.pack, fact, rows) })}
          />
        )}
        {'condition' in leaf ? (
          <>
            <Text py={10}>{t('rules.ruleHolds')}</Text>
            <Tooltip label={t('rules.open')}>
              <ActionIcon
                size={44}
                aria-label={`${t('rules.open')} : ${say(pack.rules[leaf.condition]?.label, leaf.condition)}`}
                onClick={() => drawing.select(`rules/${leaf.condition}`, { reveal: true })}
              >
                <IconExternalLink size={18} aria-hidden className="flip-in-rtl" />
              </ActionIcon>
            </Tooltip>
          </>
        ) : (
          <AtomEnd
            atom={leaf.atom}
            onChange={(atom) => onChange({ atom })}
            place={place}
            isReadOnly={isReadOnly}
            rows={rows}
          />
        )}
      </Group>
      {'atom' in leaf && !fits(pack, leaf.atom, rows) ? (
        <Alert color="orange" py="xs">
          {t('rules.misfit')}
        </Alert>
      ) : null}
    </Stack>
  );
}

type EndProps = {
  readonly atom: Atom;
  readonly onChange: (atom: Atom) => void;
  readonly place: string;
  readonly isReadOnly: boolean;
  readonly rows: string | undefined;
};

/** How a fact is compared, and with what. */
function AtomEnd({ atom, onChange, place, isReadOnly, rows }: EndProps) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const compared = comparedBy(pack, atom.fact, rows);
  const others = useMemo(() => othersFor(pack, atom, rows), [pack, atom, rows]);
  const isOther = typeof atom.value === 'object' && 'fact' in atom.value;
  const comparison = isOther ? atom.operator : comparisonOf(atom);
  const offered = compared ? comparisonsFor(compared.type) : [];
  const options = offered.includes(comparison) ? offered : [comparison, ...offered];
  const side = !isOther
    ? 'literal'
    : Object.hasOwn(pack.parameters, (atom.value as { fact: string }).fact)
      ? 'parameter'
      : 'fact';
  const sides = (['literal', 'parameter', 'fact'] as const).filter(
    (each) =>
      each === 'literal' ||
      each === side ||
      (each === 'parameter' ? others.parameters : others.facts).length > 0,
  );
  const isOrdered = compared !== undefined && ORDERED.includes(familyOf(compared.type));
  const offersSides = sides.length > 1 && (isOther || others.parameters.length > 0 || isOrdered);
  const isWhole = ['yes', 'no', 'known', 'unknown'].includes(comparison);
  const name = t('rules.condition', { place });
  return (
    <>
      <NativeSelect
        aria-label={`${name} : ${t('rules.comparison')}`}
        value={comparison}
        disabled={isReadOnly}
        style={{ flex: '2 1 15rem' }}
        data={options.map((each) => ({ value: each, label: t(`rules.compare.${each}`) }))}
        onChange={(event) =>
          onChange(withComparison(pack, atom, event.currentTarget.value as Comparison, rows))
        }
      />
      {isWhole || !offersSides ? null : (
        <NativeSelect
          aria-label={`${name} : ${t('rules.againstWhat')}`}
          value={side}
          disabled={isReadOnly}
          style={{ flex: '0 1 170px' }}
          data={sides.map((each) => ({ value: each, label: t(`rules.against.${each}`) }))}
          onChange={(event) => {
            const next = against(pack, atom, event.currentTarget.value as typeof side, rows);
            if (next) onChange(next);
          }}
        />
      )}
      {isWhole ? null : isOther ? (
        <OtherPick
          label={`${name} : ${t(`rules.${side === 'parameter' ? 'parameters' : 'facts'}`)}`}
          ids={side === 'parameter' ? others.parameters : others.facts}
          value={(atom.value as { fact: string }).fact}
          isReadOnly={isReadOnly}
          onChange={(fact) => onChange({ ...atom, value: { fact } })}
        />
      ) : compared ? (
        <LiteralInput
          key={`${atom.fact} ${atom.operator}`}
          label={name}
          compared={compared}
          atom={atom}
          isReadOnly={isReadOnly}
          onChange={(value) => onChange({ ...atom, value })}
        />
      ) : null}
    </>
  );
}

function OtherPick(props: {
  readonly label: string;
  readonly ids: readonly string[];
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onChange: (id: string) => void;
}) {
  const { label, ids, value, isReadOnly, onChange } = props;
  const pack = useDrawnPack();
  const { say, t } = useDrawingWords();
  const data = [...new Set([value, ...ids])].map((id) => ({
    value: id,
    label: say(pack.parameters[id]?.label ?? pack.facts[id]?.label, id),
  }));
  return (
    <Select
      aria-label={label}
      data={data}
      value={value}
      searchable
      limit={MOST_SHOWN}
      allowDeselect={false}
      disabled={isReadOnly}
      nothingFoundMessage={t('sections.none')}
      style={{ flex: '1 1 200px' }}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
