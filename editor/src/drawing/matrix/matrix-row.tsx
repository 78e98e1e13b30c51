// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is chosen in the line beside
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn in part
import { memo, type ReactNode } from 'react';
import { useHeadingTerms } from '../../pack/use-terms.ts';
import { PlaceMarks } from '../adapt/place-marks.tsx';
import { useMark } from '../adapt/use-mark.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { COLUMNS, type MatrixRow } from './project-matrix.ts';

type Props = {
  readonly row: MatrixRow;
  readonly index: number;
  /** The column that has the one stop for Tab; undefined when it is in another row. */
  readonly active: number | undefined;
  /** First and last column of the range in this row. */
  readonly from: number;
  readonly to: number;
  readonly editor: ReactNode;
};

/** One row of the matrix: a heading over all columns, or a step with its cells. */
export const MatrixLine = memo(function MatrixLine({ row, index, active, from, to, editor }: Props) {
  const { t } = useDrawingWords();
  const heading = useHeadingTerms();
  const mark = useMark(`steps/${row.id}`);
  if (row.kind === 'heading')
    return (
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={COLUMNS.length}
        tabIndex={active === undefined ? -1 : 0}
        data-row={index}
        data-column={0}
        className="matrix-heading"
        data-track={row.isTrack}
        data-adapted={mark?.status}
        style={{ paddingInlineStart: 12 + row.depth * 16 }}
      >
        <span className="matrix-heading-words">
          <span className="matrix-kind">{heading(row.isTrack ? 'track' : 'stage')}</span>{' '}
          {row.title === '' ? t('matrix.untitled') : row.title}
        </span>
        <PlaceMarks place={`steps/${row.id}`} isStop={false} />
        {active === undefined ? null : editor}
      </div>
    );
  return COLUMNS.map((column, place) => {
    const words = row.cells[column];
    const isActive = active === place;
    const isFact = column === 'who' && row.isWhoByFact;
    return (
      <div
        key={column}
        role={place === 0 ? 'rowheader' : 'gridcell'}
        aria-colindex={place + 1}
        aria-selected={place >= from && place <= to}
        {...(isFact ? { 'aria-readonly': true, title: t('matrix.byFact') } : {})}
        tabIndex={isActive ? 0 : -1}
        data-row={index}
        data-column={place}
        data-cell={column}
        data-adapted={mark?.status}
        className="matrix-cell"
      >
        {isActive && editor ? (
          editor
        ) : words === '' ? (
          column === 'what' ? (
            <span className="matrix-todo">{t('matrix.untitled')}</span>
          ) : null
        ) : (
          <span className="matrix-words" dir="auto" title={words}>
            {words}
          </span>
        )}
        {column === 'what' ? (
          <span className="matrix-marks">
            <PlaceMarks place={`steps/${row.id}`} isStop={false} />
          </span>
        ) : null}
      </div>
    );
  });
});
