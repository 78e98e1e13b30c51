import type { Finding, Severity } from '@parcours/engine';
import { useCallback, useSyncExternalStore } from 'react';
import { useDrawing } from '../drawing-context.tsx';
import { type DrawingFindings, findingsOf } from './drawing-findings.ts';

/** What is found in the draft around, as it becomes known; every view shares one check. */
export function useFindings(): DrawingFindings;
export function useFindings<Part>(part: (findings: DrawingFindings) => Part): Part;
export function useFindings<Part>(part?: (findings: DrawingFindings) => Part): Part | DrawingFindings {
  const store = findingsOf(useDrawing());
  return useSyncExternalStore(store.subscribe, () => (part ? part(store.get()) : store.get()));
}

const NONE: readonly Finding[] = [];

/** What is found at one element (`steps/visit`), gravest first; rendered again only when that is another list. */
export function useFindingsAt(place: string): {
  readonly findings: readonly Finding[];
  readonly worst: Severity | undefined;
} {
  const store = findingsOf(useDrawing());
  const findings = useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribeAt(place, listener), [store, place]),
    () => store.get().byPlace.get(place) ?? NONE,
  );
  return { findings, worst: findings[0]?.severity };
}
