import { useDraggable, useDroppable } from '@dnd-kit/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type RefObject, useEffect } from 'react';
import { useOutline } from './outline-context.ts';
import { useNear } from './use-near.ts';

type Props = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly row: RefObject<HTMLElement | null>;
  /** A track is not dragged, but takes what is dropped on it. */
  readonly isFixed: boolean;
};

/** Takes a row by pointer or by Space; the row itself is where others are dropped. Only rows near the screen listen. */
export function DragHandle(props: Props) {
  const isNear = useNear(props.row);
  return isNear ? <LiveHandle {...props} /> : <span className="outline-handle" aria-hidden />;
}

function LiveHandle({ id, number, name, row, isFixed }: Props) {
  const { t } = useOutline();
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({ id, disabled: isFixed });
  const { setNodeRef: setDropRef, isOver } = useDroppable({ id });
  useEffect(() => {
    setDropRef(row.current);
    return () => setDropRef(null);
  }, [row, setDropRef]);
  useEffect(() => {
    row.current?.toggleAttribute('data-over', isOver && !isDragging);
    row.current?.toggleAttribute('data-dragged', isDragging);
  }, [row, isOver, isDragging]);
  if (isFixed) return <span className="outline-handle" aria-hidden />;
  return (
    <button
      type="button"
      ref={setNodeRef}
      className="outline-handle"
      aria-label={t('outline.drag', { number, name })}
      aria-describedby={attributes['aria-describedby']}
      {...listeners}
    >
      <IconGripVertical size={18} aria-hidden />
    </button>
  );
}
