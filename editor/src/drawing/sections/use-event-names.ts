import type { Pack } from '@parcours/engine';
import { useCallback } from 'react';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { eventNames } from './event-names.ts';

type Known = {
  readonly machine: Pack['machine'];
  readonly steps: Pack['steps'];
  readonly byLanguage: Map<string, ReadonlyMap<string, string>>;
};

/** Looked for once for each state of the pack, however many fields offer events. */
const known = new WeakMap<Pack['events'], Known>();

/** What people call an event, told from others of the same name by the steps that hear it. */
export function useEventNames(): (id: string) => string {
  const { say, language } = useDrawingWords();
  const events = useDrawingState(({ log }) => log.pack.events);
  const machine = useDrawingState(({ log }) => log.pack.machine);
  const steps = useDrawingState(({ log }) => log.pack.steps);
  const last = known.get(events);
  const kept: Known =
    last?.machine === machine && last.steps === steps ? last : { machine, steps, byLanguage: new Map() };
  known.set(events, kept);
  const names = kept.byLanguage.get(language) ?? eventNames({ events, machine, steps }, say);
  kept.byLanguage.set(language, names);
  return useCallback((id) => names.get(id) ?? id, [names]);
}
