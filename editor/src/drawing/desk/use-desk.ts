import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DraftView } from '../../client.ts';
import { newKey } from '../../session/new-key.ts';
import { type Desk, type DeskState, openDesk } from './desk.ts';
import type { SavedSource } from './desk-context.ts';
import { draftShelf } from './draft-shelf.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { keepUnsent, unsentOf } from './unsent-store.ts';
import { readDraft, sendChanges } from './use-drafts.ts';
import { adoptName, ownName } from './window-names.ts';

/** What this page still sends of drafts that were left: a draft opened again waits for it. */
const leaving = new Map<string, Promise<void>>();

const later = (ms: number, call: () => void) => {
  const timer = window.setTimeout(call, ms);
  return () => window.clearTimeout(timer);
};

function deskOf(view: DraftView): Desk {
  const { id } = view.draft;
  const inTurn = oneAfterAnother((call) => later(0, call));
  const shelf = draftShelf({
    rows: () => inTurn(() => unsentOf(id)),
    keep: (name, unsent) => inTurn(() => keepUnsent(id, name, unsent)),
    ownName,
    adopt: adoptName,
    newName: newKey,
    later,
  });
  return openDesk(
    {
      read: () => readDraft(id),
      send: (batch, key, isLeaving) => sendChanges(id, batch, key, isLeaving),
      shelf,
      later,
      newKey,
    },
    view,
  );
}

/**
 * One draft open in this window: its drawing, and its changes on their way to the service. A `view` read anew, after the
 * draft was laid over another base, opens it again. Undefined until the device has told what it kept.
 */
export function useDesk(
  view: DraftView,
): (DeskState & Pick<Desk, 'layAgain' | 'giveUp'> & { readonly saved: SavedSource }) | undefined {
  const [desk, setDesk] = useState<Desk>();
  const { id } = view.draft;
  useEffect(() => {
    let one: Desk | undefined;
    let isGone = false;
    void (leaving.get(id) ?? Promise.resolve()).then(() => {
      if (isGone) return;
      one = deskOf(view);
      setDesk(one);
    });
    const flush = () => one?.flush();
    const leave = () => one?.flush(true);
    const hide = () => (document.visibilityState === 'hidden' ? leave() : flush());
    const warn = (event: BeforeUnloadEvent) => {
      leave();
      if (one?.isAtRisk()) event.preventDefault();
    };
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', hide);
    return () => {
      isGone = true;
      if (one) leaving.set(id, one.close());
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [id, view]);
  const state = useSyncExternalStore(desk?.subscribe ?? never, () => desk?.get());
  const saved = useMemo(
    () => desk && { get: () => desk.get().saving.state === 'saved', subscribe: desk.subscribe },
    [desk],
  );
  if (!desk || !saved || !state?.drawing) return undefined;
  return { ...state, layAgain: desk.layAgain, giveUp: desk.giveUp, saved };
}

const never = () => () => undefined;
