import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  DragOverlay,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useMemo, useState } from 'react';
import { moveStep } from '../commands/steps.ts';
import { useDrawing } from '../drawing-context.tsx';
import { behind } from '../log/moves.ts';
import { useOutline } from './outline-context.ts';
import { type Outline, rowsOf } from './outline-of.ts';

const collide: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCenter(args);

/** An arrow goes to the row above or below. */
const toNeighbour: KeyboardCoordinateGetter = (event, { context: { collisionRect, droppableRects } }) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.code];
  if (by === undefined || !collisionRect) return undefined;
  event.preventDefault();
  const tops = [...droppableRects.values()].filter((rect) => (rect.top - collisionRect.top) * by > 2);
  const next = tops.sort((a, b) => (a.top - b.top) * by)[0];
  return next && { x: next.left, y: next.top };
};

/** Lets rows be taken and put behind another, by pointer or by keys, and tells it aloud. */
export function OutlineDrag({ outline, children }: { outline: Outline; children: ReactNode }) {
  const { t, say } = useOutline();
  const drawing = useDrawing();
  const [dragged, setDragged] = useState<string>();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNeighbour }),
  );
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
