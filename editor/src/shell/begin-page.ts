import type { DraftView } from '../client.ts';
import { LOAD_VIEWS } from '../drawing/load-views.ts';
import type { ViewId } from '../drawing/views.ts';
import { beginElkWorker } from '../map/elk-worker.ts';
import { askEarly } from '../session/ask-early.ts';
import { DICTIONARIES } from '../words/dictionaries.ts';
import { firstLanguage, type Language } from '../words/languages.ts';

const DRAFT = /^\/drafts\/([^/]+)\/([a-z]+)$/;

/** So long after the layout's worker was begun its code is asked for. */
const FIRST_COME_MS = 30;

const isView = (name: string): name is ViewId => Object.hasOwn(LOAD_VIEWS, name);

/**
 * Asks at once, beside the code of the page, for what it would ask for one after the other: the words, the session, and of a draft its
 * worker, its code and itself. What does not come is asked for again, and its lack told, where it is needed.
 */
export function beginPage(path: string): void {
  const [, id = '', view = ''] = DRAFT.exec(path) ?? [];
  const language = firstLanguage();
  if (view === 'map') beginElkWorker();
  ask(DICTIONARIES[language]());
  const session = askEarly('/api/session');
  if (!isView(view)) return;
  // Nobody is refused a draft for having been too early.
  const draft = session.then((answer) => answer && askEarly(`/api/drafts/${id}`));
  if (view === 'map') ask(layOut(draft, language));
  else ask(draft);
  // A browser has few connections: what the map waits for longest goes first on them.
  setTimeout(
    () => {
      ask(import('../drawing/desk/draft-pages.tsx'));
      ask(LOAD_VIEWS[view]());
    },
    view === 'map' ? FIRST_COME_MS : 0,
  );
}

async function layOut(coming: Promise<Response | undefined>, language: Language): Promise<void> {
  const [{ layOutAhead }, answer] = await Promise.all([import('../map/lay-out-ahead.ts'), coming]);
  const draft: DraftView | undefined = await answer?.json();
  if (draft) await layOutAhead(draft.pack, language);
}

function ask(coming: Promise<unknown>): void {
  coming.catch(() => undefined);
}
