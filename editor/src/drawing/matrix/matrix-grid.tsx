// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, one at a time
import './matrix.css';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { stepOfPlace } from '../panel/step-panel.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { CellEditor, type Leaving } from './cell-editor.tsx';
import { copied, type GridPlace, isInRange, placeAfterKey, rangeOf } from './grid-place.ts';
import { MatrixLine } from './matrix-row.tsx';
import type { CellWords } from './paste-cells.ts';
import { COLUMNS, type MatrixRow } from './project-matrix.ts';
import { readTable } from './read-table.ts';

type Props = {
  readonly rows: readonly MatrixRow[];
  readonly place: GridPlace;
  readonly onPlace: (place: GridPlace) => void;
  readonly isEditing: boolean;
  readonly onEditing: (isEditing: boolean) => void;
  readonly onWrite: (cells: readonly CellWords[]) => void;
  readonly onTable: (table: readonly (readonly string[])[]) => void;
  readonly describedBy: string;
};

const ROW = { heading: 48, step: 68 } as const;

/** The grid itself: one stop for Tab, arrow keys, ranges, writing in a cell, copying and pasting; only rows in sight are drawn. */
export function MatrixGrid(props: Props) {
  const { rows, place, onPlace, isEditing, onEditing, onWrite, onTable, describedBy } = props;
  const { t, dir } = useDrawingWords();
  const drawing = useDrawing();
  const selected = useDrawingState((state) => stepOfPlace(state.selected));
  const revealed = useDrawingState((state) => state.revealed);
  const scroll = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const row = Math.min(place.row, rows.length - 1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? ROW.heading : ROW.step),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    scrollPaddingStart: 48,
    // The row with the stop for Tab is always drawn, however far one has scrolled.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), row])].sort((a, b) => a - b),
  });
  const go = useCallback(
    (next: GridPlace, hasFocus = true) => {
      wantsFocus.current = hasFocus;
      onPlace(next);
      virtual.scrollToIndex(next.row);
      const id = rows[next.row]?.id;
      if (id !== undefined) drawing.select(`steps/${id}`);
    },
    [onPlace, rows, drawing, virtual],
  );
  // What another view or an undo shows is shown here.
  useEffect(() => {
    if (revealed === 0 || selected === undefined) return;
    const at = rows.findIndex(({ id }) => id === selected);
    if (at < 0 || at === row) return;
    onPlace({ row: at, column: place.column, anchorRow: at, anchorColumn: place.column });
    virtual.scrollToIndex(at);
  }, [revealed, rows]);
  useEffect(() => {
    if (!wantsFocus.current || isEditing) return;
    wantsFocus.current = false;
    const column = rows[row]?.kind === 'heading' ? 0 : place.column;
    scroll.current
      ?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
      ?.focus({ preventScroll: false });
  });
  const active = rows[row];
  const range = rangeOf(place, rows);
  const canWrite = (column: (typeof COLUMNS)[number] | undefined) =>
    column !== undefined &&
    !drawing.get().isReadOnly &&
    !(active?.kind === 'step' && column === 'who' && active.isWhoByFact) &&
    (active?.kind === 'step' || column === 'what');
  const column = active?.kind === 'heading' ? 'what' : COLUMNS[place.column];
  const onKeyDown = (pressed: KeyboardEvent<HTMLDivElement>) => {
    if (isEditing || !(pressed.target instanceof HTMLElement) || !pressed.target.matches('[data-row]'))
      return;
    const next = placeAfterKey({ ...place, row }, pressed, rows.length, dir === 'rtl');
    if (next) go(next);
    else if (pressed.key === 'F2' || pressed.key === 'Enter') {
      if (!canWrite(column)) return;
      onEditing(true);
    } else if (pressed.key === 'Delete' || pressed.key === 'Backspace')
      onWrite(
        range.steps.flatMap((step) =>
          range.columns
            .filter((each) => each !== 'what')
            .map((each) => ({ step: step.id, column: each, words: '' })),
        ),
      );
    else if (pressed.key === 'Escape') onPlace({ ...place, row, anchorRow: row, anchorColumn: place.column });
    else if ((pressed.ctrlKey || pressed.metaKey) && pressed.key.toLowerCase() === 'a')
      onPlace({ row: rows.length - 1, column: COLUMNS.length - 1, anchorRow: 0, anchorColumn: 0 });
    else return;
    pressed.preventDefault();
    pressed.stopPropagation();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (isEditing) return;
    const { text, html } = copied(place, rows);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isEditing || drawing.get().isReadOnly) return;
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    if (html === '' && text === '') return;
    event.preventDefault();
    event.stopPropagation();
    onTable(readTable({ ...(html !== '' && { html }), text }));
  };
  const placeOf = (target: EventTarget | null): { row: number; column: number } | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
  };
  const onClick = (pressed: MouseEvent) => {
    const at = placeOf(pressed.target);
    if (!at || (isEditing && at.row === row && at.column === place.column)) return;
    const anchor = pressed.shiftKey
      ? { anchorRow: place.anchorRow, anchorColumn: place.anchorColumn }
      : { anchorRow: at.row, anchorColumn: at.column };
    go({ ...at, ...anchor });
  };
  const leave = (words: string | undefined, leaving: Leaving, isForAll: boolean) => {
    onEditing(false);
    wantsFocus.current = true;
    if (words !== undefined && active && column) {
      const before = active.kind === 'step' ? active.cells[column] : active.title;
      const targets = isForAll ? range.steps.map(({ id }) => id) : [active.id];
      if (isForAll || words !== before) onWrite(targets.map((step) => ({ step, column, words })));
    }
    const moves = { down: 'ArrowDown', on: 'on', back: 'back', stay: '' } as const;
    if (leaving === 'stay') return;
    const key =
      leaving === 'down' ? moves.down : (leaving === 'on') === (dir !== 'rtl') ? 'ArrowRight' : 'ArrowLeft';
    const next = placeAfterKey(
      { ...place, row },
      { key, ctrlKey: false, shiftKey: false },
      rows.length,
      dir === 'rtl',
    );
    if (next) go(next);
  };
  return (
    <div ref={scroll} className="matrix-scroll">
      <div
        role="grid"
        aria-label={t('matrix.title')}
        aria-describedby={describedBy}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-colcount={COLUMNS.length}
        className="matrix"
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onClick={onClick}
        onDoubleClick={() => canWrite(column) && onEditing(true)}
      >
        <div role="row" aria-rowindex={1} className="matrix-line matrix-head">
          {COLUMNS.map((each, index) => (
            <div
              key={each}
              role="columnheader"
              aria-colindex={index + 1}
              className="matrix-cell"
              data-cell={each}
            >
              {t(`matrix.columns.${each}`)}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="matrix-body" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const line = rows[index];
            if (!line) return null;
            const isActive = index === row;
            const inRange = isInRange({ ...place, row }, index, place.column);
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className="matrix-line"
                data-active={isActive}
                style={{ transform: `translateY(${start}px)` }}
              >
                <MatrixLine
                  row={line}
                  index={index}
                  active={isActive ? (line.kind === 'heading' ? 0 : place.column) : undefined}
                  from={inRange ? Math.min(place.column, place.anchorColumn) : -1}
                  to={inRange ? Math.max(place.column, place.anchorColumn) : -2}
                  editor={
                    isActive && isEditing && column && canWrite(column) ? (
                      <CellEditor
                        key={`${line.id} ${column}`}
                        column={column}
                        words={line.kind === 'step' ? line.cells[column] : line.title}
                        selected={line.kind === 'step' ? range.steps.length : 1}
                        onLeave={leave}
                      />
                    ) : null
                  }
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
