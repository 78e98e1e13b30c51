import { memo } from 'react';
import type { HandOff, LaneCard } from './project-lanes.ts';

/** Sizes of the lanes in pixels. */
export const SIZE = { column: 212, card: 188, lane: 124, name: 190, head: 44 } as const;

type Props = {
  readonly handOffs: readonly HandOff[];
  readonly cards: ReadonlyMap<string, LaneCard>;
  readonly laneAt: ReadonlyMap<string, number>;
  readonly selected: string | undefined;
  readonly columns: number;
  readonly lanes: number;
  /** The columns in sight. */
  readonly first: number;
  readonly last: number;
};

/** Lines from the card of one role to the card of the next; those of the step that is looked at stand out. */
export const HandOffs = memo(function HandOffs({
  handOffs,
  cards,
  laneAt,
  selected,
  columns,
  lanes,
  first,
  last,
}: Props) {
  const lines = handOffs.flatMap(({ id, from, to }) => {
    const [a, b] = [cards.get(from), cards.get(to)];
    const [top, bottom] = [laneAt.get(a?.lane ?? ''), laneAt.get(b?.lane ?? '')];
    if (!a || !b || top === undefined || bottom === undefined) return [];
    if (Math.max(a.column, b.column) < first || Math.min(a.column, b.column) > last) return [];
    const isOn = b.column > a.column;
    const x1 = a.column * SIZE.column + (isOn ? SIZE.card : 0) + 12;
    const x2 = b.column * SIZE.column + (isOn ? 0 : SIZE.card) + 12;
    const y1 = top * SIZE.lane + SIZE.lane / 2;
    const y2 = bottom * SIZE.lane + SIZE.lane / 2;
    const bend = isOn ? 12 : -12;
    return [
      {
        id,
        isNear: from === selected || to === selected,
        isOn,
        d: `M ${x1} ${y1} H ${x1 + bend} V ${y2} H ${x2}`,
      },
    ];
  });
  return (
    <svg
      className="hand-offs"
      aria-hidden
      width={columns * SIZE.column + 24}
      height={lanes * SIZE.lane}
      style={{ insetInlineStart: SIZE.name }}
    >
      <defs>
        <marker
          id="hand-off-end"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M 0 0 L 8 4 L 0 8 z" />
        </marker>
      </defs>
      {lines
        // Ways back would hide the work: they are drawn for the step that is looked at.
        .filter(({ isOn, isNear }) => isOn || isNear)
        .map(({ id, d, isNear }) => (
          <path key={id} d={d} className="hand-off" data-near={isNear} markerEnd="url(#hand-off-end)" />
        ))}
    </svg>
  );
});
