import { type ComponentType, createContext } from 'react';
import type { Route } from './map-layout.ts';

/** What a map that may be changed puts on its cards and arrows; a map that is only read has none. */
export type MapTools = {
  readonly Card: ComponentType<{ readonly step: string; readonly selected: boolean }>;
  readonly Arrow: ComponentType<{
    readonly arrow: string;
    readonly route: Route;
    readonly selected: boolean;
  }>;
};

export const MapToolsContext = createContext<MapTools | undefined>(undefined);
