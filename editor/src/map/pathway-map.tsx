import type { Pack } from '@parcours/engine';
import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { PackProvider } from '../pack/pack-context.tsx';
import type { Direction } from './elk-graph.ts';
import { MapCanvas } from './map-canvas.tsx';
import { mapGraph } from './map-graph.ts';
import { type Taken, TakenArrowsContext } from './taken-arrows.ts';

type Props = {
  readonly pack: Pack;
  readonly direction?: Direction;
  /** Steps where the case stands, and steps it has left. */
  readonly here?: readonly string[];
  readonly past?: readonly string[];
  /** What stories take, by id of arrow, to be painted. */
  readonly taken?: ReadonlyMap<string, Taken>;
  readonly onOpen?: (step: string) => void;
  readonly height?: number | string;
};

const NONE: readonly string[] = [];

/** The whole procedure drawn from its pack: read only, its layout computed, everything by keyboard too. */
export function PathwayMap({
  pack,
  direction = 'DOWN',
  here = NONE,
  past = NONE,
  taken,
  onOpen,
  height = '70vh',
}: Props) {
  const graph = useMemo(() => mapGraph(pack), [pack]);
  const [selected, setSelected] = useState<string>();
  const onSelect = useCallback(
    (step: string | undefined) => {
      setSelected(step);
      if (step !== undefined) onOpen?.(step);
    },
    [onOpen],
  );
  return (
    <PackProvider pack={pack}>
      <ReactFlowProvider>
        <TakenArrowsContext value={taken}>
          <MapCanvas
            graph={graph}
            direction={direction}
            here={here}
            past={past}
            selected={selected}
            onSelect={onSelect}
            height={height}
          />
        </TakenArrowsContext>
      </ReactFlowProvider>
    </PackProvider>
  );
}
