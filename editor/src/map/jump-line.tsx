import { BaseEdge, type Edge, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo, use } from 'react';
import { LabelLayer } from './label-layer.tsx';
import { type ArrowEnds, MapToolsContext } from './map-tools.ts';
import { TakenArrowsContext } from './taken-arrows.ts';

export type JumpEdge = Edge<{ readonly ends: ArrowEnds; readonly [key: string]: unknown }, 'jump'>;

/** A far way of the step that is looked at: a curve over everything else. */
export const JumpLine = memo(function JumpLine(props: EdgeProps<JumpEdge>) {
  const tools = use(MapToolsContext);
  const taken = use(TakenArrowsContext)?.get(props.id);
  const [path, x, y] = getBezierPath(props);
  const points = [
    { x: props.sourceX, y: props.sourceY },
    { x: props.targetX, y: props.targetY },
  ];
  return (
    <>
      <BaseEdge
        path={path}
        className="jump-line"
        data-taken={taken}
        {...(props.markerEnd === undefined ? {} : { markerEnd: props.markerEnd })}
      />
      {tools && props.data ? (
        <LabelLayer>
          <tools.Arrow
            arrow={props.id}
            ends={props.data.ends}
            route={{ points, label: { x, y, width: 0, height: 0 } }}
          />
        </LabelLayer>
      ) : null}
    </>
  );
});
