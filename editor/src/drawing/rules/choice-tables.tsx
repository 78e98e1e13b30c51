import { Card, Group, Loader, Stack, Text } from '@mantine/core';
import { compileRules, decideRules, EngineError } from '@parcours/engine';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Answers } from '../../forms/fact-form.tsx';
import { useLabels } from '../../pack/pack-context.tsx';
import { useNow } from '../../words/clock.tsx';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { ElementList } from '../sections/element-list.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type ChoiceTable, choiceProjector } from './project-choices.ts';
import { factsAsked } from './rule-reads.ts';
import { TryOut } from './try-out.tsx';
import { useAnalysis } from './use-analysis.ts';
import { WayConditionEditor } from './way-condition.tsx';
import { takenWay, wayOutcome } from './way-outcome.ts';
import { WaysTable } from './ways-table.tsx';

/** Every choice of the steps; the one that is looked at as a table, checked while it is changed, tried beside. */
export function ChoiceTables() {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const step = useDrawingState(({ selected }) =>
    selected?.startsWith('steps/') ? selected.split('/')[1] : undefined,
  );
  const [project] = useState(choiceProjector);
  const tables = project(pack);
  const [key, setKey] = useState<string>();
  const chosen =
    tables.find((table) => table.key === key && (step === undefined || table.from === step)) ??
    tables.find(({ from }) => from === step);
  const rows = useMemo(
    () =>
      tables.map((table) => ({
        id: table.key,
        name: labels.state(table.from),
        note: happening(table, labels, t),
      })),
    [tables, labels, t],
  );
  if (tables.length === 0) return <Text c="dimmed">{t('rules.tables.empty')}</Text>;
  return (
    <div className="sections-body" data-list>
      <ElementList
        label={t('rules.tables.list')}
        rows={rows}
        selected={chosen?.key}
        onSelect={(next) => {
          setKey(next);
          const table = tables.find((each) => each.key === next);
          if (table) drawing.select(`steps/${table.from}`);
        }}
      />
      {chosen ? (
        <ChoiceView key={chosen.key} table={chosen} />
      ) : (
        <Text c="dimmed">{t('rules.tables.choose')}</Text>
      )}
    </div>
  );
}

type Words = ReturnType<typeof useDrawingWords>['t'];

function happening({ by, name }: ChoiceTable, labels: ReturnType<typeof useLabels>, t: Words): string {
  if (by === 'on') return t('rules.tables.events', { name: labels.event(name) });
  if (by === 'after') return t('rules.tables.after', { name: labels.deadline(name) });
  return t(by === 'always' ? 'rules.tables.always' : 'rules.tables.onDone');
}

function ChoiceView({ table }: { readonly table: ChoiceTable }) {
  const { t } = useDrawingWords();
  const pack = useDeferredValue(useDrawnPack());
  const now = useNow();
  const analysis = useAnalysis(table);
  const [edited, setEdited] = useState<number>();
  const [answers, setAnswers] = useState<Answers>({});
  const [places, setPlaces] = useState<Readonly<Record<string, boolean>>>({});
  const rules = useMemo(
    () => table.columns.flatMap((column) => (column.startsWith('rule:') ? [column.slice(5)] : [])),
    [table],
  );
  const facts = useMemo(() => factsAsked(pack, rules), [pack, rules]);
  const decided = useMemo(() => {
    try {
      return decideRules(compileRules(pack), answers, new Date(now).toISOString());
    } catch (error) {
      if (error instanceof EngineError) return {};
      throw error;
    }
  }, [pack, answers, now]);
  const ways = table.rows.map(({ guard }) => wayOutcome(guard, decided, places));
  const event = table.by === 'on' ? pack.events[table.name] : undefined;
  const manner =
    event === undefined || event.when !== undefined ? 'unasked' : event.protective ? 'protective' : 'asked';
  const taken = takenWay(ways, table.rows, manner);
  const row = edited === undefined ? undefined : table.rows[edited];
  const hasTried = Object.keys(answers).length > 0 || Object.keys(places).length > 0;
  const told = analysis.is === 'told' ? analysis.choice : undefined;
  const isClean =
    told !== undefined &&
    analysis.is === 'told' &&
    analysis.isComplete &&
    told.gaps.length + told.overlaps.length + told.shadowed.length + told.never.length === 0;
  return (
    <Stack gap="lg" miw={0}>
      <Group gap="xs" role="status">
        {analysis.is === 'checking' ? (
          <>
            <Loader size="sm" aria-hidden />
            <Text>{t('rules.tables.checking')}</Text>
          </>
        ) : (
          <Text>
            {analysis.is === 'unready'
              ? t('rules.tables.unready')
              : isClean
                ? t('rules.tables.complete')
                : analysis.isComplete
                  ? ''
                  : t('rules.tables.partial')}
          </Text>
        )}
      </Group>
      <WaysTable
        table={table}
        analysis={told}
        edited={edited}
        onEdit={(index) => setEdited(index === edited ? undefined : index)}
        tried={{
          rules: hasTried ? Object.fromEntries(rules.map((id) => [id, decided[id] ?? 'unknown'])) : {},
          ways: hasTried ? ways : [],
          taken: hasTried ? taken : undefined,
        }}
        onTry={(child) => {
          setAnswers(child.facts);
          setPlaces(child.places);
        }}
      />
      <Text size="sm" c="dimmed">
        {t(`rules.tables.manner.${manner}`)}
      </Text>
      {row ? (
        <Card withBorder p="md">
          <WayConditionEditor way={row.way} guard={row.guard} />
        </Card>
      ) : null}
      <TryOut
        facts={facts}
        answers={answers}
        onAnswers={(next) => {
          setAnswers(next);
          if (Object.keys(next).length === 0) setPlaces({});
        }}
      >
        <TakenLine table={table} taken={hasTried ? taken : undefined} />
      </TryOut>
    </Stack>
  );
}

function TakenLine({ table, taken }: { readonly table: ChoiceTable; readonly taken: number | undefined }) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const row = taken === undefined ? undefined : table.rows[taken];
  if (!row) return null;
  return (
    <Text fw={600}>
      {t('rules.tables.leads')} « {row.to === undefined ? t('rules.tables.stays') : labels.state(row.to)} »
    </Text>
  );
}
