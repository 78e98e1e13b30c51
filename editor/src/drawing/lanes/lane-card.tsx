import { useDraggable } from '@dnd-kit/core';
import { IconGavel } from '@tabler/icons-react';
import { memo } from 'react';
import { FindingSign } from '../findings/finding-mark.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { SIZE } from './hand-offs.tsx';
import type { LaneCard } from './project-lanes.ts';

type Props = {
  readonly card: LaneCard;
  readonly title: string;
  /** Who does it too, or that a fact says who does it. */
  readonly note: string;
  readonly isSelected: boolean;
  /** The one stop for Tab. */
  readonly isStop: boolean;
  readonly canMove: boolean;
};

/** A step in its lane: pulled to another lane by pointer or thumb, moved by keys from the view. It is handed its words: a key typed elsewhere does not draw it again. */
export const StepInLane = memo(function StepInLane({
  card,
  title,
  note,
  isSelected,
  isStop,
  canMove,
}: Props) {
  const { t } = useDrawingWords();
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({
    id: card.id,
    disabled: !canMove || card.isWhoByFact,
  });
  return (
    <button
      type="button"
      ref={setNodeRef}
      {...listeners}
      className="lane-card"
      data-step={card.id}
      data-dragging={isDragging}
      aria-current={isSelected}
      tabIndex={isStop ? 0 : -1}
      style={{
        insetInlineStart: SIZE.name + 12 + card.column * SIZE.column,
        inlineSize: SIZE.card,
        ...(transform && { transform: `translate(${transform.x}px, ${transform.y}px)` }),
      }}
    >
      <span className="lane-title">{title === '' ? t('matrix.untitled') : title}</span>
      <span className="lane-note" title={note}>
        <FindingSign place={`steps/${card.id}`} />{' '}
        {card.isMeasure ? <IconGavel size={14} role="img" aria-label={t('lanes.measure')} /> : null} {note}
      </span>
    </button>
  );
});
