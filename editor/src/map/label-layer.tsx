import { useStore } from '@xyflow/react';
import { type ReactNode, useMemo } from 'react';
import { createPortal } from 'react-dom';

/** The library's own layer for labels, looked up once for each canvas: its `EdgeLabelRenderer` asks the page at every frame, for every label. */
export function LabelLayer({ children }: { readonly children: ReactNode }) {
  const canvas = useStore(({ domNode }) => domNode);
  const layer = useMemo(() => canvas?.querySelector('.react-flow__edgelabel-renderer'), [canvas]);
  return layer ? createPortal(children, layer) : null;
}
