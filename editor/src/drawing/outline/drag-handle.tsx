import { IconGripVertical } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
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
  const { t, handles } = useOutline();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      row.current ? handles.add({ id, number, name, row: row.current, button: button.current }) : undefined,
    [handles, id, number, name, row],
  );
  if (isFixed) return <span className="outline-handle" aria-hidden />;
  return (
    <button
      type="button"
      ref={button}
      className="outline-handle"
      aria-label={t('outline.drag', { number, name })}
      aria-describedby={handles.describedBy}
      onPointerDown={(event) => handles.tell(id, 'onPointerDown', event)}
      onKeyDown={(event) => handles.tell(id, 'onKeyDown', event)}
    >
      <IconGripVertical size={18} aria-hidden />
    </button>
  );
}
