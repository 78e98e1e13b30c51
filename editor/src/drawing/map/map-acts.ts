import { createContext, use } from 'react';
import type { Way } from '../commands/way.ts';
import type { ProjectedMap } from './project-map.ts';

/** Where a menu opens, in pixels of the window. */
export type Spot = { readonly x: number; readonly y: number };

/** What the cards and the arrows of the map can ask for. The same object as long as the draft is open. */
export type MapActs = {
  readonly addAfter: (step: string) => void;
  readonly insertOn: (way: Way) => void;
  readonly goesTo: (from: string) => void;
  readonly rename: (step: string) => void;
  readonly retarget: (way: Way, to: string) => void;
  readonly openStepMenu: (step: string, spot: Spot) => void;
  readonly openArrowMenu: (arrow: string, spot: Spot, intent: ArrowIntent, to?: string) => void;
  readonly waysOf: (arrow: string) => readonly Way[];
  readonly graph: () => ProjectedMap['graph'];
};

/** What one came to an arrow for; with several ways along it, the menu asks which. */
export type ArrowIntent = 'all' | 'insert' | 'retarget';

export const MapActsContext = createContext<MapActs | undefined>(undefined);

/** Which step is being renamed on its card. */
export const RenamingContext = createContext<{
  readonly step: string | undefined;
  readonly end: () => void;
}>({ step: undefined, end: () => undefined });

export function useMapActs(): MapActs {
  const acts = use(MapActsContext);
  if (!acts) throw new Error('Put the component on a map that is drawn.');
  return acts;
}
