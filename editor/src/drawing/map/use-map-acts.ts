import { useMemo, useRef, useState } from 'react';
import { addStep, insertStep } from '../commands/add-step.ts';
import { retargetWay } from '../commands/ways.ts';
import { useDrawing } from '../drawing-context.tsx';
import { findState } from '../log/find-state.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { ArrowIntent, MapActs, Spot } from './map-acts.ts';
import type { ProjectedMap } from './project-map.ts';

type Asked =
  | { readonly kind: 'step'; readonly step: string; readonly spot: Spot }
  | {
      readonly kind: 'arrow';
      readonly arrow: string;
      readonly spot: Spot;
      readonly intent: ArrowIntent;
      readonly to: string | undefined;
    }
  | { readonly kind: 'goes'; readonly from: string; readonly to?: string };

/** The acts of the map, the same object through every change, and what they have asked for: a menu, a dialog, a name. */
export function useMapActsOf(projected: ProjectedMap) {
  const { t, language } = useDrawingWords();
  const drawing = useDrawing();
  const [asked, ask] = useState<Asked>();
  const [renaming, rename] = useState<string>();
  const latest = useRef({ projected, t, language });
  latest.current = { projected, t, language };
  const acts = useMemo((): MapActs => {
    const outcome = () => ({ [latest.current.language]: latest.current.t('actions.outcome') });
    const showNew = (isDone: boolean) => {
      const place = isDone ? drawing.get().log.past.at(-1)?.places[0] : undefined;
      if (place === undefined) return;
      drawing.select(place, { reveal: true });
      rename(place.split('/')[1]);
    };
    return {
      addAfter: (step) => {
        const into = findState(drawing.get().log.pack.machine, step)?.above.at(-1)?.id ?? 'main';
        showNew(drawing.perform(addStep, { title: {}, into, after: step, outcome: outcome() }));
      },
      insertOn: (way) => showNew(drawing.perform(insertStep, { way, title: {}, outcome: outcome() })),
      goesTo: (from) => ask({ kind: 'goes', from }),
      rename,
      retarget: (way, to) => drawing.perform(retargetWay, { way, to }),
      openStepMenu: (step, spot) => ask({ kind: 'step', step, spot }),
      openArrowMenu: (arrow, spot, intent, to) => ask({ kind: 'arrow', arrow, spot, intent, to }),
      waysOf: (arrow) => latest.current.projected.ways[arrow] ?? [],
      graph: () => latest.current.projected.graph,
    };
  }, [drawing]);
  return { acts, asked, ask, renaming, rename };
}
