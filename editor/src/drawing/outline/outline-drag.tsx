import {
  type Announcements,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { memo, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { moveStep } from '../commands/move-step.ts';
import { useDrawing } from '../drawing-context.tsx';
import { behind } from '../log/moves.ts';
import { useOutline } from './outline-context.ts';
import type { Handle, Handles } from './outline-handles.ts';

/** By pointer, the row at its height, however far aside; by keys, the row whose top is nearest. */
const collide: CollisionDetection = ({
  pointerCoordinates,
  collisionRect,
  droppableRects,
  droppableContainers,
}) => {
  const far = (id: UniqueIdentifier): number => {
    const rect = droppableRects.get(id);
    if (!rect) return Number.POSITIVE_INFINITY;
    if (!pointerCoordinates) return Math.abs(rect.top - collisionRect.top);
    return Math.max(rect.top - pointerCoordinates.y, pointerCoordinates.y - rect.bottom, 0);
  };
  const nearest = droppableContainers.reduce<UniqueIdentifier | undefined>(
    (found, { id }) => (found === undefined || far(id) < far(found) ? id : found),
    undefined,
  );
  return nearest === undefined ? [] : [{ id: nearest }];
};

/** A handle stands a little below the top of its row. */
const SAME_ROW = 16;

/** An arrow goes to the row above or below. */
const toNeighbour: KeyboardCoordinateGetter = (event, { context: { collisionRect, droppableRects } }) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.code];
  if (by === undefined || !collisionRect) return undefined;
  event.preventDefault();
  const tops = [...droppableRects.values()].filter((rect) => (rect.top - collisionRect.top) * by > SAME_ROW);
  const next = tops.sort((a, b) => (a.top - b.top) * by)[0];
  return next && { x: next.left, y: next.top };
};

// New objects here would draw every handle again at each key.
const BY_POINTER = { activationConstraint: { distance: 6 } };
const BY_KEYS = { coordinateGetter: toNeighbour };

/** Lets rows be taken and put behind another, by pointer or by keys, and tells it aloud. Stands beside the rows, not around them. */
export const OutlineDrag = memo(function OutlineDrag() {
  const { t, say, handles } = useOutline();
  const drawing = useDrawing();
  const [dragged, setDragged] = useState<Handle>();
  const sensors = useSensors(useSensor(PointerSensor, BY_POINTER), useSensor(KeyboardSensor, BY_KEYS));
  const accessibility = useMemo(() => {
    const name = (id: string | number | undefined) => {
      const title = drawing.get().log.pack.steps[String(id)]?.title;
      return say(title) || t('actions.untitled');
    };
    const announcements: Announcements = {
      onDragStart: ({ active }) => t('outline.picked', { name: name(active.id) }),
      onDragOver: ({ active, over }) => {
        if (!over) return undefined;
        return t(over.id === active.id ? 'outline.picked' : 'outline.over', { name: name(over.id) });
      },
      onDragEnd: ({ active }) => t('outline.dropped', { name: name(active.id) }),
      onDragCancel: () => t('outline.cancelled'),
    };
    return { announcements, screenReaderInstructions: { draggable: t('outline.dragHelp') } };
  }, [drawing, say, t]);
  return (
    <DndContext
      id={handles.describedBy}
      sensors={sensors}
      collisionDetection={collide}
      accessibility={accessibility}
      onDragStart={({ active }) => setDragged(handles.get().get(String(active.id)))}
      onDragCancel={() => setDragged(undefined)}
      onDragEnd={({ active, over }) => {
        setDragged(undefined);
        const id = String(active.id);
        // What was held is let go in one frame and stands in its place in the next: both at once would be one long one.
        afterThisFrame(() => {
          const move = over ? behind(drawing.get().log.pack, id, String(over.id)) : undefined;
          if (move && drawing.perform(moveStep, move)) drawing.select(`steps/${id}`, { reveal: true });
        });
      }}
    >
      <HeldRows handles={handles} />
      <DragOverlay dropAnimation={null}>
        {dragged ? (
          <div className="outline-dragged">
            <bdi>{dragged.number}</bdi> {dragged.name}
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  );
});

const afterThisFrame = (act: () => void) => requestAnimationFrame(() => setTimeout(act));

const HeldRows = memo(function HeldRows({ handles }: { readonly handles: Handles }) {
  const near = useSyncExternalStore(handles.subscribe, handles.get);
  return [...near.values()].map((handle) => <HeldRow key={handle.id} handle={handle} handles={handles} />);
});

type HeldProps = { readonly handle: Handle; readonly handles: Handles };

/** Draws nothing: makes known to what drags that a row is there, and to the row what is done with it. */
const HeldRow = memo(function HeldRow({ handle: { id, row, button }, handles }: HeldProps) {
  const { listeners, setNodeRef, isDragging } = useDraggable({ id, disabled: button === null });
  const { setNodeRef: setDropRef, isOver } = useDroppable({ id });
  useEffect(() => {
    setNodeRef(button);
    return () => setNodeRef(null);
  }, [button, setNodeRef]);
  useEffect(() => {
    setDropRef(row);
    return () => setDropRef(null);
  }, [row, setDropRef]);
  useEffect(() => {
    handles.listen(id, listeners as Parameters<Handles['listen']>[1]);
    return () => handles.listen(id, undefined);
  }, [handles, id, listeners]);
  useEffect(() => {
    row.toggleAttribute('data-over', isOver && !isDragging);
    row.toggleAttribute('data-dragged', isDragging);
  }, [row, isOver, isDragging]);
  return null;
});
