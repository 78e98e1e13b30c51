import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useHeadingTerms } from '../pack/use-terms.ts';
import { useWords } from '../words/use-words.ts';

export type StageFrameData = {
  readonly title: string;
  readonly kind: 'track' | 'stage';
  readonly withheld: boolean;
  readonly [key: string]: unknown;
};
export type StageFrameNode = Node<StageFrameData, 'stage'>;

/** The frame of a stage or of a whole track around its steps. */
export const StageFrame = memo(function StageFrame({ data }: NodeProps<StageFrameNode>) {
  const { t, dir } = useWords();
  const heading = useHeadingTerms();
  return (
    <div dir={dir} className="stage-frame" data-kind={data.kind} data-withheld={data.withheld}>
      <Handle type="target" position={Position.Top} isConnectable={false} className="hidden-handle" />
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="hidden-handle" />
      <div className="stage-head">
        <span className="stage-kind">{heading(data.kind)}</span>
        <span className="stage-title">{data.title}</span>
        {data.withheld ? <span className="stage-withheld">{t('map.withheld')}</span> : null}
      </div>
    </div>
  );
});
