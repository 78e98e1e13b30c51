import { useDroppable } from '@dnd-kit/core';
import { IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sectorLook } from '../../pack/sector.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { SIZE } from './hand-offs.tsx';
import { type Lane, NOBODY } from './project-lanes.ts';

type Props = {
  readonly lane: Lane;
  readonly name: string;
  readonly steps: number;
  /** The first lane of its sector says the sector. */
  readonly isFirst: boolean;
  readonly width: number;
  readonly children: ReactNode;
};

/** The lane of one role: its name stays in sight, its steps along it. */
export function LaneRow({ lane, name, steps, isFirst, width, children }: Props) {
  const { t, app } = useDrawingWords();
  const { setNodeRef, isOver } = useDroppable({ id: lane.id });
  const look = sectorLook(lane.sector);
  const Icon = lane.id === NOBODY ? IconUserQuestion : look.Icon;
  return (
    <section
      ref={setNodeRef}
      className="lane"
      data-over={isOver}
      data-nobody={lane.id === NOBODY}
      data-first={isFirst}
      aria-label={t('lanes.lane', { role: name, steps })}
      style={{ blockSize: SIZE.lane, inlineSize: width }}
    >
      <div
        className="lane-name"
        style={{ inlineSize: SIZE.name, borderInlineStartColor: `var(--mantine-color-${look.color}-filled)` }}
      >
        {isFirst && look.name ? <span className="lane-sector">{app(`sector.${look.name}`)}</span> : null}
        <span className="lane-role">
          <Icon size={18} aria-hidden style={{ flexShrink: 0 }} /> {name}
        </span>
      </div>
      {children}
    </section>
  );
}
