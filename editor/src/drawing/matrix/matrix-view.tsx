import { Button, Group, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconZoomScan } from '@tabler/icons-react';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useMoments } from '../../words/use-moments.ts';
import { addStep } from '../commands/add-step.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { BesidePanel } from '../panel/beside-panel.tsx';
import type { ReadSpan } from '../spans/read-span.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { rangeOf, START } from './grid-place.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { addRows, type CellWords, cellsFrom, type Pasting, type Unknown, writeCells } from './paste-cells.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { COLUMNS, type MatrixRow, projectMatrix } from './project-matrix.ts';
import { headingsOf } from './read-table.ts';
import { UnknownWords } from './unknown-words.tsx';

/** The procedure as a spreadsheet: who, what, when, with whom, how, the child, the article. */
export function MatrixView() {
  const { t, language } = useDrawingWords();
  const drawing = useDrawing();
  const moments = useMoments();
  const pack = useDeferredValue(useDrawnPack());
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const before = useRef<readonly MatrixRow[]>([]);
  const rows = useMemo(() => {
    before.current = projectMatrix(pack, language, before.current);
    return before.current;
  }, [pack, language]);
  const [place, setPlace] = useState(START);
  const [isOpen, setOpen] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const [unknown, setUnknown] = useState<readonly Unknown[]>([]);
  const [pasting, setPasting] = useState<Pasting>();
  const id = useId();
  const turn = useRef(0);
  const options = () => {
    turn.current += 1;
    return {
      language,
      burst: `${id}:${turn.current}`,
      outcome: { [language]: t('actions.outcome') },
      labelOf: ({ within, calendar }: ReadSpan) => {
        const span = moments.duration(within, calendar === 'working');
        return { [language]: t('panel.within', { span }) };
      },
    };
  };
  const tell = (found: readonly Unknown[]) => setUnknown((known) => [...known, ...found]);
  const write = (cells: readonly CellWords[]) => tell(writeCells(drawing, cells, options()).unknown);
  const active = rows[Math.min(place.row, rows.length - 1)];
  const range = rangeOf(place, rows);
  const column = COLUMNS[place.column] ?? 'what';
  const addBehind = () => {
    if (!active) return;
    const into = active.kind === 'step' ? active.parent : active.id;
    const after = active.kind === 'step' ? { after: active.id } : {};
    const { outcome } = options();
    if (!drawing.perform(addStep, { title: {}, into, ...after, outcome })) return;
    drawing.select(drawing.get().log.past.at(-1)?.places[0], { reveal: true });
  };
  const take = (table: readonly (readonly string[])[]) => {
    const [first = [], ...others] = table;
    const headings = headingsOf(first);
    if (headings) {
      setPasting({ table: others, columns: headings });
      return;
    }
    const columns = first.map((_, index) => COLUMNS[place.column + index]);
    const isOne = table.length === 1 && first.length === 1;
    // One cell fills every cell that is selected, as in a spreadsheet.
    if (isOne)
      write(
        range.steps.flatMap((step) =>
          range.columns.map((each) => ({ step: step.id, column: each, words: first[0] ?? '' })),
        ),
      );
    else if (columns.includes('what') && table.length > 1) setPasting({ table, columns });
    else write(cellsFrom(rows, Math.min(place.row, place.anchorRow), { table, columns }));
  };
  const pasteNew = (one: Pasting) => {
    if (!active) return;
    const into = active.kind === 'step' ? active.parent : active.id;
    const after = active.kind === 'step' ? { after: active.id } : {};
    tell(addRows(drawing, { into, ...after }, one, options()).unknown);
    setPasting(undefined);
  };
  return (
    <BesidePanel isOpen={isOpen} onClose={() => setOpen(false)}>
      <div className="matrix-view">
        <Group gap="xs">
          <Button
            variant="default"
            size="sm"
            mih={44}
            leftSection={<IconZoomScan size={18} aria-hidden />}
            onClick={() => setOpen(!isOpen)}
            aria-pressed={isOpen}
          >
            {t('matrix.openStep')}
          </Button>
          {isReadOnly ? null : (
            <>
              <Button
                variant="default"
                size="sm"
                mih={44}
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={addBehind}
              >
                {t('matrix.addStep')}
              </Button>
              <Button
                variant={range.steps.length > 1 ? 'light' : 'default'}
                size="sm"
                mih={44}
                leftSection={<IconPencil size={18} aria-hidden />}
                disabled={active?.kind === 'heading' && column !== 'what'}
                onClick={() => setEditing(true)}
              >
                {range.steps.length > 1
                  ? t('matrix.fill', { column: t(`matrix.columns.${column}`), rows: range.steps.length })
                  : t('matrix.fillOne', { column: t(`matrix.columns.${column}`) })}
              </Button>
            </>
          )}
        </Group>
        <Text size="sm" c="dimmed" id={`${id}-help`}>
          {t('matrix.help')}
        </Text>
        <UnknownWords unknown={unknown} onSettled={setUnknown} />
        <MatrixGrid
          rows={rows}
          place={place}
          onPlace={setPlace}
          isEditing={isEditing && !isReadOnly}
          onEditing={setEditing}
          onWrite={write}
          onTable={take}
          describedBy={`${id}-help`}
        />
        {pasting ? (
          <PasteDialog
            pasting={pasting}
            onClose={() => setPasting(undefined)}
            onNew={() => pasteNew(pasting)}
            onOver={() => {
              write(cellsFrom(rows, place.row, pasting));
              setPasting(undefined);
            }}
          />
        ) : null}
      </div>
    </BesidePanel>
  );
}
