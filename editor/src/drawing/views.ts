import {
  IconGavel,
  IconListCheck,
  IconListNumbers,
  IconPlayerPlay,
  IconRoute,
  IconScale,
  IconStack2,
  IconSwimming,
  IconTable,
  IconTransfer,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { tableWords } from './words/table.ts';

export type ViewId = keyof (typeof tableWords)['fr']['views'];

/** One way to see and change the draft. It takes no properties: everything comes from `useDrawing`. */
export type View = {
  readonly id: ViewId;
  readonly Icon: TablerIcon;
  /** Loaded when it is first looked at. */
  readonly Component: LazyExoticComponent<ComponentType>;
};

/** The views of the drawing table, in the order of their tabs. One line here, one folder beside. */
export const VIEWS: readonly View[] = [
  {
    id: 'outline',
    Icon: IconListNumbers,
    Component: loadView(async () => (await import('./outline/outline-view.tsx')).OutlineView),
  },
  {
    id: 'map',
    Icon: IconRoute,
    Component: loadView(async () => (await import('./map/map-view.tsx')).MapView),
  },
  {
    id: 'matrix',
    Icon: IconTable,
    Component: loadView(async () => (await import('./matrix/matrix-view.tsx')).MatrixView),
  },
  {
    id: 'lanes',
    Icon: IconSwimming,
    Component: loadView(async () => (await import('./lanes/lanes-view.tsx')).LanesView),
  },
  {
    id: 'rules',
    Icon: IconScale,
    Component: loadView(async () => (await import('./rules/rules-view.tsx')).RulesView),
  },
  {
    id: 'sections',
    Icon: IconStack2,
    Component: loadView(async () => (await import('./sections/sections-view.tsx')).SectionsView),
  },
  {
    id: 'findings',
    Icon: IconListCheck,
    Component: loadView(async () => (await import('./findings/findings-view.tsx')).FindingsView),
  },
  {
    id: 'trial',
    Icon: IconPlayerPlay,
    Component: loadView(async () => (await import('./trial/trial-view.tsx')).TrialView),
  },
  {
    id: 'adapt',
    Icon: IconWorld,
    Component: loadView(async () => (await import('./adapt/adapt-view.tsx')).AdaptView),
  },
  {
    id: 'decide',
    Icon: IconGavel,
    Component: loadView(async () => (await import('./decide/decide-view.tsx')).DecideView),
  },
  {
    id: 'exchange',
    Icon: IconTransfer,
    Component: loadView(async () => (await import('./exchange/exchange-view.tsx')).ExchangeView),
  },
];

/** A view's code, loaded when it is first looked at. */
export function loadView(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: await load() }));
}
