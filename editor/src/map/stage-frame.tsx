import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useHeadingTerms } from '../pack/use-terms.ts';
import { useWords } from '../words/use-words.ts';
import { LabelLayer } from './label-layer.tsx';

export type StageFrameData = {
  readonly title: string;
  readonly kind: 'track' | 'stage';
  readonly withheld: boolean;
  readonly [key: string]: unknown;
};
export type StageFrameNode = Node<StageFrameData, 'stage'>;

/** The frame of a stage or of a whole track around its steps: drawn below the lines that lead into it, its name above them. */
export const StageFrame = memo(function StageFrame({
  data,
  width,
  height,
  positionAbsoluteX: x,
  positionAbsoluteY: y,
}: NodeProps<StageFrameNode>) {
  const { t, dir } = useWords();
  const heading = useHeadingTerms();
  return (
    <>
      <LabelLayer>
        <div
          dir={dir}
          className="stage-frame"
          data-kind={data.kind}
          data-withheld={data.withheld}
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        />
      </LabelLayer>
      <Handle type="target" position={Position.Top} isConnectable={false} className="hidden-handle" />
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="hidden-handle" />
      <div dir={dir} className="stage-head" data-kind={data.kind}>
        <span className="stage-kind">{heading(data.kind)}</span>
        <span className="stage-title">{data.title}</span>
        {data.withheld ? <span className="stage-withheld">{t('map.withheld')}</span> : null}
      </div>
    </>
  );
});
