import { IconBolt, IconBroadcast, IconCheck, IconClockHour4 } from '@tabler/icons-react';
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo, use } from 'react';
import { useWords } from '../words/use-words.ts';
import { LabelLayer } from './label-layer.tsx';
import { FromAfarContext } from './map-detail.ts';
import type { ArrowKind } from './map-graph.ts';
import type { Box, Point } from './map-layout.ts';
import { type ArrowEnds, MapToolsContext } from './map-tools.ts';
import { TakenArrowsContext } from './taken-arrows.ts';

export type ArrowData = {
  readonly points: readonly Point[];
  readonly label: Box | undefined;
  readonly ends?: ArrowEnds;
  readonly causes: readonly { readonly kind: ArrowKind; readonly text: string }[];
  readonly [key: string]: unknown;
};
export type ArrowEdge = Edge<ArrowData, 'arrow'>;

const ICONS = {
  event: undefined,
  signal: IconBroadcast,
  deadline: IconClockHour4,
  automatic: IconBolt,
} as const;

/** Straight runs with rounded corners through the points of the layout. */
export function roundedPath(points: readonly Point[], radius = 10): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M ${first.x} ${first.y}`;
  rest.forEach((point, index) => {
    const before = points[index] ?? point;
    const after = points[index + 2];
    if (!after) {
      path += ` L ${point.x} ${point.y}`;
      return;
    }
    const enter = towards(point, before, radius);
    const leave = towards(point, after, radius);
    path += ` L ${enter.x} ${enter.y} Q ${point.x} ${point.y} ${leave.x} ${leave.y}`;
  });
  return path;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const share = Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** An arrow with what leads along it: people's events plainly, signals, clocks and automatic ways with an icon. */
export const Arrow = memo(function Arrow({ id, data, markerEnd, selected = false }: EdgeProps<ArrowEdge>) {
  const { dir, t } = useWords();
  const tools = use(MapToolsContext);
  const isAfar = use(FromAfarContext);
  const taken = use(TakenArrowsContext)?.get(id);
  if (!data) return null;
  const kind = data.causes[0]?.kind ?? 'automatic';
  return (
    <>
      <BaseEdge
        path={roundedPath(data.points)}
        className="arrow"
        data-kind={kind}
        data-selected={selected}
        data-taken={taken}
        {...(markerEnd === undefined ? {} : { markerEnd })}
      />
      {data.label && !isAfar ? (
        <LabelLayer>
          <div
            dir={dir}
            className="arrow-label"
            data-kind={kind}
            style={{
              transform: `translate(${data.label.x}px, ${data.label.y}px)`,
              width: data.label.width,
              minHeight: data.label.height,
            }}
          >
            {taken === 'all' ? (
              <IconCheck size={14} aria-label={t('map.taken')} className="step-past" />
            ) : null}
            {data.causes.map((cause) => {
              const Icon = ICONS[cause.kind];
              return (
                <span key={`${cause.kind}${cause.text}`}>
                  {Icon ? <Icon size={12} aria-hidden /> : null} {cause.text}
                </span>
              );
            })}
          </div>
        </LabelLayer>
      ) : null}
      {tools && data.ends && !isAfar ? (
        <LabelLayer>
          <tools.Arrow arrow={id} ends={data.ends} route={data} />
        </LabelLayer>
      ) : null}
    </>
  );
});
