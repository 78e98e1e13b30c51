import type { ComponentType } from 'react';
import type { ViewId } from './views.ts';

/** The code of each view, loaded when it is first looked at, or when its address is opened. */
export const LOAD_VIEWS: Readonly<Record<ViewId, () => Promise<ComponentType>>> = {
  outline: async () => (await import('./outline/outline-view.tsx')).OutlineView,
  map: async () => (await import('./map/map-view.tsx')).MapView,
  matrix: async () => (await import('./matrix/matrix-view.tsx')).MatrixView,
  lanes: async () => (await import('./lanes/lanes-view.tsx')).LanesView,
  rules: async () => (await import('./rules/rules-view.tsx')).RulesView,
  sections: async () => (await import('./sections/sections-view.tsx')).SectionsView,
  findings: async () => (await import('./findings/findings-view.tsx')).FindingsView,
  trial: async () => (await import('./trial/trial-view.tsx')).TrialView,
  adapt: async () => (await import('./adapt/adapt-view.tsx')).AdaptView,
  decide: async () => (await import('./decide/decide-view.tsx')).DecideView,
  exchange: async () => (await import('./exchange/exchange-view.tsx')).ExchangeView,
};
