import { useEffect, useMemo, useRef, useState } from 'react';
import { whenIdle } from '../shell/when-idle.ts';
import { lineWords } from './arrow-words.ts';
import type { Direction } from './elk-graph.ts';
import type { MapGraph } from './map-graph.ts';
import type { MapLayout } from './map-layout.ts';
import { useArrowWords } from './map-words.ts';
import { type Layouter, takeLayouter } from './open-layouter.ts';

/** A page that nobody looks at has no time to itself. */
const AT_LATEST_MS = 1_000;
/** Two processors and their helpers are busy with what is shown first: what comes beside it waits until it stands. */
const shown = () => new Promise<void>((done) => whenIdle(done, { timeout: AT_LATEST_MS }));

/**
 * The layout of a graph, computed off the page's thread. While it is computed the one before stays; of several changes
 * only the last is shown. The worker `stays` for a procedure that is drawn; else it ends with its work. Where nothing stands yet the
 * stage in sight of who `opens` the map is shown first, then its track, while what is around and beside is computed.
 */
export function useLayout(
  graph: MapGraph,
  direction: Direction,
  stays: boolean,
  opens: { readonly look: string | undefined } | undefined,
) {
  const arrowWords = useArrowWords();
  const [layout, setLayout] = useState<MapLayout>();
  const [isWhole, setWhole] = useState(false);
  const [failed, setFailed] = useState(false);
  const layouter = useRef<Layouter>(undefined);
  const hasLayout = useRef(false);
  // The words on the lines, as one text: typing elsewhere in the procedure asks for no layout.
  const words = useMemo(() => JSON.stringify(lineWords(graph, arrowWords)), [graph, arrowWords]);
  useEffect(() => {
    const said: Readonly<Record<string, string>> = JSON.parse(words);
    let current = true;
    setFailed(false);
    layouter.current ??= takeLayouter();
    const working = layouter.current;
    working
      .layOut(
        graph,
        direction,
        ({ id }) => said[id] ?? '',
        opens && {
          look: opens.look,
          onSight: (sight) => {
            if (!current || hasLayout.current) return;
            setLayout(sight);
            return shown();
          },
          onFirst: (first) => {
            if (!current || hasLayout.current) return;
            setLayout(first);
            return shown();
          },
        },
      )
      .then(
        (found) => {
          if (!current) return;
          hasLayout.current = true;
          setLayout(found);
          setWhole(true);
        },
        () => current && setFailed(true),
      )
      .finally(() => {
        if (stays || !current) return;
        working.close();
        layouter.current = undefined;
      });
    return () => {
      current = false;
    };
  }, [graph, direction, words, stays, opens]);
  useEffect(
    () => () => {
      layouter.current?.close();
      layouter.current = undefined;
    },
    [],
  );
  return { layout, isWhole, failed };
}
