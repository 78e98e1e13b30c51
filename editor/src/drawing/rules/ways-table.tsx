import { ActionIcon, Badge, Button, Group, ScrollArea, Stack, Text } from '@mantine/core';
import type { ChoiceAnalysis, ExampleChild } from '@parcours/engine';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconPencil,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useValueWords } from '../../forms/value-words.ts';
import { useLabels } from '../../pack/pack-context.tsx';
import { reorderWay } from '../commands/ways.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { ChoiceTable, WayRow } from './project-choices.ts';
import { OutcomeBadge } from './try-out.tsx';

type Outcome = 'yes' | 'no' | 'unknown';

type Props = {
  readonly table: ChoiceTable;
  readonly analysis: ChoiceAnalysis | undefined;
  /** The way whose condition is edited below. */
  readonly edited: number | undefined;
  readonly onEdit: (index: number) => void;
  /** What the child that is tried makes of each rule, and of each way. */
  readonly tried: {
    readonly rules: Readonly<Record<string, Outcome>>;
    readonly ways: readonly Outcome[];
    readonly taken: number | undefined;
  };
  readonly onTry: (child: ExampleChild) => void;
};

/** The ways of one choice as a table, read from the top: what each asks, with gaps and overlaps where they are. */
export function WaysTable({ table, analysis, edited, onEdit, tried, onTry }: Props) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const columnName = (column: string) =>
    column.startsWith('rule:')
      ? labels.rule(column.slice(5))
      : t('rules.tables.isAt', { step: labels.state(column.slice(6)) });
  const width = table.columns.length + 3;
  return (
    <ScrollArea
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': labels.state(table.from) }}
    >
      <table className="ways-table">
        <caption style={{ textAlign: 'start', paddingBlockEnd: 8 }}>
          {t('rules.tables.caption', { step: labels.state(table.from) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('rules.tables.order')}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {columnName(column)}
                {column.startsWith('rule:') && tried.rules[column.slice(5)] ? (
                  <div>
                    <OutcomeBadge outcome={tried.rules[column.slice(5)] as Outcome} />
                  </div>
                ) : null}
              </th>
            ))}
            <th scope="col">{t('rules.tables.leads')}</th>
            <th scope="col">{t('rules.tables.way')}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <WayLine
              key={row.way.index}
              row={row}
              table={table}
              analysis={analysis}
              isEdited={edited === row.way.index}
              onEdit={onEdit}
              outcome={tried.ways[row.way.index]}
              isTaken={tried.taken === row.way.index}
              onTry={onTry}
            />
          ))}
          {analysis?.gaps.map((gap, index) => (
            // Gaps have no names: they are told in the order in which they were found.
            <tr key={index} className="way-gap" data-gap={gap.kind}>
              <td colSpan={width}>
                <Group gap="xs" wrap="wrap">
                  <Badge
                    size="lg"
                    color="orange"
                    className="chip"
                    leftSection={<IconAlertTriangle size={16} aria-hidden />}
                  >
                    {t(gap.kind === 'known' ? 'rules.tables.gap' : 'rules.tables.gapMissing')}
                  </Badge>
                  <ChildLine child={gap.example} onTry={onTry} />
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {analysis && !analysis.allGaps ? <Text size="sm">{t('rules.tables.moreGaps')}</Text> : null}
    </ScrollArea>
  );
}

type LineProps = {
  readonly row: WayRow;
  readonly table: ChoiceTable;
  readonly analysis: ChoiceAnalysis | undefined;
  readonly isEdited: boolean;
  readonly onEdit: (index: number) => void;
  readonly outcome: Outcome | undefined;
  readonly isTaken: boolean;
  readonly onTry: (child: ExampleChild) => void;
};

function WayLine({ row, table, analysis, isEdited, onEdit, outcome, isTaken, onTry }: LineProps) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const labels = useLabels();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const { index } = row.way;
  const to = row.to === undefined ? t('rules.tables.stays') : labels.state(row.to);
  const overlaps = analysis?.overlaps.filter(({ second }) => second === index) ?? [];
  const isShadowed = analysis?.shadowed.some(({ candidate }) => candidate === index);
  const isNever = analysis?.never.some(({ candidate }) => candidate === index);
  return (
    <tr {...(isTaken ? { 'data-taken': true } : {})}>
      <td>
        <Group gap={0} wrap="nowrap">
          <Text fw={600} w={24}>
            {index + 1}
          </Text>
          {isReadOnly ? null : (
            <>
              <ActionIcon
                size={44}
                disabled={index === 0}
                aria-label={t('rules.tables.earlier', { to })}
                onClick={() => drawing.perform(reorderWay, { way: row.way, to: index - 1 })}
              >
                <IconArrowUp size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={44}
                disabled={index === table.rows.length - 1}
                aria-label={t('rules.tables.later', { to })}
                onClick={() => drawing.perform(reorderWay, { way: row.way, to: index + 1 })}
              >
                <IconArrowDown size={18} aria-hidden />
              </ActionIcon>
            </>
          )}
        </Group>
      </td>
      {table.columns.map((column) => (
        <td key={column}>
          {row.guard === undefined ? (
            <Text c="dimmed">{t('rules.tables.else')}</Text>
          ) : (
            <Text {...(row.asks[column] === undefined ? { c: 'dimmed' } : { fw: 600 })}>
              {t(`rules.tables.required.${row.asks[column] ?? 'free'}`)}
            </Text>
          )}
        </td>
      ))}
      <td>
        <Text fw={550}>{to}</Text>
        {isTaken ? (
          <Badge color="lagoon" size="lg" className="chip">
            {t('rules.tables.taken')}
          </Badge>
        ) : outcome === 'unknown' ? (
          <Badge color="gray" size="lg" className="chip">
            {t('rules.tables.asks')}
          </Badge>
        ) : null}
      </td>
      <td>
        <Stack gap={6}>
          <Button
            variant={isEdited ? 'filled' : 'default'}
            size="sm"
            w="fit-content"
            className="wrap"
            aria-pressed={isEdited}
            aria-label={t('rules.tables.edit', { to })}
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => onEdit(index)}
          >
            {t(row.guard === undefined ? 'rules.tables.addCondition' : 'rules.tables.change')}
          </Button>
          {isNever ? <Warning words={t('rules.tables.never')} /> : null}
          {isShadowed ? <Warning words={t('rules.tables.shadowed')} /> : null}
          {overlaps.map(({ first, example }) => (
            <div key={first} className="way-overlap">
              <Warning words={t('rules.tables.overlap', { other: first + 1 })} />
              <ChildLine child={example} onTry={onTry} />
            </div>
          ))}
        </Stack>
      </td>
    </tr>
  );
}

function Warning({ words }: { readonly words: string }) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <IconAlertTriangle size={18} aria-hidden style={{ flexShrink: 0, marginBlockStart: 3 }} />
      <Text size="sm">{words}</Text>
    </Group>
  );
}

/** An invented child who shows a gap or an overlap, with a button to try the table on it. */
function ChildLine({ child, onTry }: { child: ExampleChild; onTry: (child: ExampleChild) => void }) {
  const { t, app } = useDrawingWords();
  const pack = useDrawnPack();
  const labels = useLabels();
  const words = useValueWords();
  const colon = app('app.colon');
  const parts = [
    ...Object.entries(child.facts).map(
      ([fact, value]) => `${labels.fact(fact)}${colon} ${words(pack.facts[fact], value)}`,
    ),
    ...child.unanswered.map((fact) => `${labels.fact(fact)}${colon} ${t('rules.tables.unanswered')}`),
    ...Object.entries(child.places)
      .filter(([, isThere]) => isThere)
      .map(([state]) => t('rules.tables.isAt', { step: labels.state(state) })),
  ];
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">
        <b>
          {t('rules.tables.child')}
          {colon}
        </b>{' '}
        {parts.length === 0 ? t('rules.tables.anyChild') : parts.join('\u00a0; ')}
      </Text>
      <Button
        variant="subtle"
        size="compact-md"
        mih={44}
        leftSection={<IconUserQuestion size={16} aria-hidden />}
        onClick={() => onTry(child)}
      >
        {t('rules.tables.tryChild')}
      </Button>
    </Stack>
  );
}
