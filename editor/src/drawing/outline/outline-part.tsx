import { memo } from 'react';
import { useOutline } from './outline-context.ts';
import { OutlineFoot } from './outline-foot.tsx';
import type { OutlineNode, OutlineRow as Row } from './outline-of.ts';
import { OutlineRow } from './outline-row.tsx';

type Props = { readonly node: OutlineNode; readonly isAlone: boolean };

/** A stage with its steps, or a step. Of a track, alone, only the heading: its stages are parts of their own. */
export const OutlinePart = memo(
  function OutlinePart({ node: { row, children }, isAlone }: Props) {
    const { isReading } = useOutline();
    return (
      <>
        <OutlineRow row={row} />
        {isAlone
          ? null
          : children.map((child) => <OutlinePart key={child.row.id} node={child} isAlone={false} />)}
        {isAlone || isReading || !hasEnd(row) ? null : (
          <OutlineFoot holder={row.id} title={row.title} depth={row.depth} />
        )}
      </>
    );
  },
  (before, after) => before.node === after.node || (after.isAlone && before.node.row === after.node.row),
);

/** A stage of parallel works has no end of its own: steps stand in its works. */
const hasEnd = (row: Row): boolean => row.kind !== 'step' && !row.isParallel;
