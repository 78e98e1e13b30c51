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

/** The signs of the views, in the order of their tabs. One line here, one in load-views.ts, one folder beside. */
const ICONS: Readonly<Record<ViewId, TablerIcon>> = {
  outline: IconListNumbers,
  map: IconRoute,
  matrix: IconTable,
  lanes: IconSwimming,
  rules: IconScale,
  sections: IconStack2,
  findings: IconListCheck,
  trial: IconPlayerPlay,
  adapt: IconWorld,
  decide: IconGavel,
  exchange: IconTransfer,
};

/** The views of the drawing table, in the order of their tabs. */
export const VIEWS: readonly View[] = (Object.keys(ICONS) as ViewId[]).map((id) => ({
  id,
  Icon: ICONS[id],
  Component: openLater(LOAD_VIEWS[id]),
}));
