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
import type { ComponentType, LazyExoticComponent } from 'react';
import { openLater } from '../shell/open-later.tsx';
import { LOAD_VIEWS } from './load-views.ts';
import type { tableWords } from './words/table.ts';

export type ViewId = keyof (typeof tableWords)['fr']['views'];

/** One way to see and change the draft. It takes no properties: everything comes from `useDrawing`. */
export type View = {
  readonly id: ViewId;
  readonly Icon: TablerIcon;
  /** Loaded when it is first looked at. */
  readonly Component: LazyExoticComponent<ComponentType>;
};

/** The views of the drawing table, in the order of their tabs. One line here, one in load-views.ts, one folder beside. */
export const VIEWS: readonly View[] = [
  {
    id: 'outline',
    Icon: IconListNumbers,
    Component: openLater(LOAD_VIEWS.outline),
  },
  {
    id: 'map',
    Icon: IconRoute,
    Component: openLater(LOAD_VIEWS.map),
  },
  {
    id: 'matrix',
    Icon: IconTable,
    Component: openLater(LOAD_VIEWS.matrix),
  },
  {
    id: 'lanes',
    Icon: IconSwimming,
    Component: openLater(LOAD_VIEWS.lanes),
  },
  {
    id: 'rules',
    Icon: IconScale,
    Component: openLater(LOAD_VIEWS.rules),
  },
  {
    id: 'sections',
    Icon: IconStack2,
    Component: openLater(LOAD_VIEWS.sections),
  },
  {
    id: 'findings',
    Icon: IconListCheck,
    Component: openLater(LOAD_VIEWS.findings),
  },
  {
    id: 'trial',
    Icon: IconPlayerPlay,
    Component: openLater(LOAD_VIEWS.trial),
  },
  {
    id: 'adapt',
    Icon: IconWorld,
    Component: openLater(LOAD_VIEWS.adapt),
  },
  {
    id: 'decide',
    Icon: IconGavel,
    Component: openLater(LOAD_VIEWS.decide),
  },
  {
    id: 'exchange',
    Icon: IconTransfer,
    Component: openLater(LOAD_VIEWS.exchange),
  },
];
