import { type ComponentType, createContext } from 'react';
import type { Route } from './map-layout.ts';

/** What the two ends of an arrow are called. */
export type ArrowEnds = { readonly from: string; readonly to: string };

/** What a map that may be changed puts on its cards and arrows; a map that is only read has none. */
export type MapTools = {
  readonly Card: ComponentType<{ readonly step: string; readonly title: string }>;
  readonly Arrow: ComponentType<{
    readonly arrow: string;
    readonly ends: ArrowEnds;
    readonly route: Route;
  }>;
};

export const MapToolsContext = createContext<MapTools | undefined>(undefined);
