import {
  type Announcements,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useMemo, useState } from 'react';
import { moveStep } from '../commands/steps.ts';
import { useDrawing } from '../drawing-context.tsx';
import { behind } from '../log/moves.ts';
import { useOutline } from './outline-context.ts';
import { type Outline, rowsOf } from './outline-of.ts';

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

/** Lets rows be taken and put behind another, by pointer or by keys, and tells it aloud. */
export function OutlineDrag({ outline, children }: { outline: Outline; children: ReactNode }) {
  const { t, say } = useOutline();
  const drawing = useDrawing();
  const [dragged, setDragged] = useState<string>();
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
  const row = dragged === undefined ? undefined : rowsOf(outline).find(({ id }) => id === dragged);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collide}
      accessibility={accessibility}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragCancel={() => setDragged(undefined)}
      onDragEnd={({ active, over }) => {
        setDragged(undefined);
        const id = String(active.id);
        const move = over ? behind(drawing.get().log.pack, id, String(over.id)) : undefined;
        if (move && drawing.perform(moveStep, move)) drawing.select(`steps/${id}`, { reveal: true });
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {row ? (
          <div className="outline-dragged">
            <bdi>{row.number}</bdi> {say(row.title) || t('actions.untitled')}
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  );
}
