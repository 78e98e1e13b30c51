import { useEffect, useMemo, useRef, useState } from 'react';
import { lineWords } from './arrow-words.ts';
import type { Direction } from './elk-graph.ts';
import type { MapGraph } from './map-graph.ts';
import type { MapLayout } from './map-layout.ts';
import { useArrowWords } from './map-words.ts';
import { type Layouter, takeLayouter } from './open-layouter.ts';

/**
 * The layout of a graph, computed off the page's thread. While it is computed the one before stays; of several changes
 * only the last is shown. The worker `stays` for a procedure that is drawn; else it ends with its work. Where nothing stands yet and
 * the first track `isEnough`, it is shown while those beside it are computed.
 */
export function useLayout(graph: MapGraph, direction: Direction, stays: boolean, isEnough: boolean) {
  const arrowWords = useArrowWords();
  const [layout, setLayout] = useState<MapLayout>();
  const [failed, setFailed] = useState(false);
  const layouter = useRef<Layouter>(undefined);
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
        (first) => current && isEnough && setLayout((standing) => standing ?? first),
      )
      .then(
        (found) => current && setLayout(found),
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
  }, [graph, direction, words, stays, isEnough]);
  useEffect(
    () => () => {
      layouter.current?.close();
      layouter.current = undefined;
    },
    [],
  );
  return { layout, failed };
}
