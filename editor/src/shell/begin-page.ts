import { LOAD_VIEWS } from '../drawing/load-views.ts';
import type { ViewId } from '../drawing/views.ts';

const DRAFT = /^\/drafts\/[^/]+\/([a-z]+)$/;

const isView = (name: string): name is ViewId => Object.hasOwn(LOAD_VIEWS, name);

const nothing = Promise.resolve();

/**
 * Asks for the code of a draft by its address at once, beside the words and the session, instead of one after the other. What does
 * not come is asked for again, and its lack told, where it is needed.
 */
export function beginPage(path: string): void {
  const view = DRAFT.exec(path)?.[1] ?? '';
  if (!isView(view)) return;
  // The worker first: it has most to do before it can begin.
  const early: readonly Promise<unknown>[] = [
    view === 'map' ? import('../map/layout-worker.ts').then((map) => map.prepareLayoutWorker()) : nothing,
    import('../drawing/desk/draft-pages.tsx'),
    LOAD_VIEWS[view](),
  ];
  for (const each of early) each.catch(() => undefined);
}
