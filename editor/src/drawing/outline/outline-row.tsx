import { IconBan, IconDots, IconFlag, IconGavel, IconGitBranch, IconHourglass } from '@tabler/icons-react';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { stepAt } from '../actions/action.ts';
import { useActions } from '../actions/actions-context.ts';
import type { Mark } from '../adapt/mark-at.ts';
import { PlaceMarks } from '../adapt/place-marks.tsx';
import { useMark } from '../adapt/use-mark.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { DragHandle } from './drag-handle.tsx';
import { FactsLine } from './facts-line.tsx';
import { HeadingWays } from './heading-ways.tsx';
import { useOutline } from './outline-context.ts';
import type { HeadingRow, OutlineRow as Row, StepRow } from './outline-of.ts';
import { TextBlock, type Written } from './text-block.tsx';
import { TitleField } from './title-field.tsx';
import { WaysList } from './ways-list.tsx';

/** One line of the document: a chapter, a heading or a step. Drawn again only when what it says changes. */
export const OutlineRow = memo(function OutlineRow({ row }: { row: Row }) {
  const { t, say, isReading } = useOutline();
  const drawing = useDrawing();
  const actions = useActions();
  const element = useRef<HTMLElement>(null);
  const isSelected = useDrawingState(({ selected }) => stepAt(selected) === row.id);
  const mark = useMark(row.place);
  const name = say(row.title) || t('actions.untitled');
  const select = () => {
    if (stepAt(drawing.get().selected) !== row.id) drawing.select(row.place);
  };
  return (
    <article
      ref={element}
      className="outline-row"
      aria-label={`${row.number} ${name}`}
      data-place={row.place}
      data-kind={row.kind}
      data-selected={isSelected || undefined}
      data-adapted={mark?.status}
      style={{ '--depth': row.depth } as React.CSSProperties}
      onFocus={select}
      onPointerDown={select}
      onContextMenu={(event) => {
        if (isReading || isWriting(event.target)) return;
        event.preventDefault();
        select();
        actions.openMenu(row.id, {
          element: focusable(element.current),
          point: { x: event.clientX, y: event.clientY },
        });
      }}
    >
      {isReading ? null : (
        <DragHandle
          id={row.id}
          number={row.number}
          name={name}
          row={element}
          isFixed={row.kind === 'track'}
        />
      )}
      <div className="outline-body">
        <Heading row={row}>
          <bdi className="outline-number">{row.number}</bdi>
          <TitleField id={row.id} number={row.number} title={row.title} kind={row.kind} />
        </Heading>
        {mark && mark.status !== 'inherited' ? <Because mark={mark} /> : null}
        {row.kind === 'step' ? <StepBody row={row} /> : <HeadingBody row={row} />}
      </div>
      <div className="outline-marks">
        <PlaceMarks place={row.place} />
        {row.kind === 'step' ? <StepMarks row={row} /> : <HeadingMarks row={row} />}
        {isReading ? null : (
          <button
            type="button"
            className="outline-icon outline-more"
            aria-haspopup="menu"
            aria-label={t('outline.menu', { number: row.number, name })}
            onClick={(event) => actions.openMenu(row.id, { element: event.currentTarget })}
          >
            <IconDots size={20} aria-hidden />
          </button>
        )}
      </div>
    </article>
  );
});

/** Why the adaptation says otherwise here, and on which text. */
function Because({ mark: { reason, sources } }: { mark: Mark }) {
  const { say } = useOutline();
  const labels = useLabels();
  const told = [say(reason), ...sources.map(labels.source)].filter((words) => words !== '');
  return told.length === 0 ? null : <p className="outline-because">{told.join(' · ')}</p>;
}

function HeadingBody({ row }: { row: HeadingRow }) {
  const [editing, setEditing] = useState<Written>();
  const { id, number, ways, purpose } = row;
  return (
    <>
      <TextBlock
        id={id}
        number={number}
        field="purpose"
        text={purpose}
        isEditing={editing === 'purpose'}
        onEdit={setEditing}
      />
      <HeadingWays number={number} ways={ways} />
    </>
  );
}

function StepBody({ row }: { row: StepRow }) {
  const [editing, setEditing] = useState<Written>();
  const { id, number } = row;
  // "Say how it is done", asked for elsewhere, opens the very text.
  const wanted = useDrawingState(({ selected, revealed }) =>
    selected === `steps/${id}/how` || selected === `steps/${id}/child`
      ? `${selected} ${revealed}`
      : undefined,
  );
  useEffect(() => {
    if (wanted !== undefined) setEditing(wanted.includes('/how ') ? 'how' : 'child');
  }, [wanted]);
  const text = (field: 'how' | 'child') => (
    <TextBlock
      id={id}
      number={number}
      field={field}
      text={row[field]}
      isEditing={editing === field}
      onEdit={setEditing}
    />
  );
  return (
    <>
      <FactsLine row={row} onWrite={setEditing} />
      {text('how')}
      {text('child')}
      <WaysList number={number} ways={row.ways} />
    </>
  );
}

function Heading({ row, children }: { row: Row; children: ReactNode }) {
  const Level = (['h2', 'h3', 'h4', 'h5'] as const)[Math.min(row.depth, 3)] ?? 'h5';
  return <Level className="outline-heading">{children}</Level>;
}

const KINDS = {
  wait: { Icon: IconHourglass, color: 'yellow' },
  end: { Icon: IconFlag, color: 'green' },
  choice: { Icon: IconGitBranch, color: 'indigo' },
  idle: { Icon: IconBan, color: 'gray' },
} as const;

/** What kind of step it is, when it is not plain work: a word and an icon, never colour alone. */
function StepMarks({ row: { stepKind, isMeasure } }: { row: StepRow }) {
  const { t } = useOutline();
  return (
    <>
      {stepKind === 'work' ? null : (
        <KindMark
          color={KINDS[stepKind].color}
          Icon={KINDS[stepKind].Icon}
          words={t(`outline.kind.${stepKind}`)}
        />
      )}
      {isMeasure ? <KindMark color="grape" Icon={IconGavel} words={t('outline.kind.measure')} /> : null}
    </>
  );
}

function HeadingMarks({ row }: { row: HeadingRow }) {
  const { t } = useOutline();
  return (
    <>
      <span className="outline-kind">{t(row.kind === 'track' ? 'outline.track' : 'outline.stage')}</span>
      {row.isParallel ? <span className="outline-kind">{t('outline.parallel')}</span> : null}
    </>
  );
}

type MarkProps = { readonly color: string; readonly Icon: typeof IconGavel; readonly words: string };

function KindMark({ color, Icon, words }: MarkProps) {
  return (
    <span
      className="outline-mark"
      style={{
        background: `var(--mantine-color-${color}-light)`,
        color: `var(--mantine-color-${color}-light-color)`,
      }}
    >
      <Icon size={15} aria-hidden /> {words}
    </span>
  );
}

/** Where letters are written, the browser's own menu corrects spelling. */
const isWriting = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('textarea, input, [contenteditable="true"]') !== null;

/** What takes the focus back when the menu of a row closes. */
const focusable = (row: HTMLElement | null): HTMLElement =>
  row?.querySelector<HTMLElement>('.outline-more') ?? row ?? document.body;
