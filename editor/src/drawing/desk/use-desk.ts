import type { Pack } from '@parcours/engine';
import { applyPatches, enablePatches } from 'immer';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftView } from '../../client.ts';
import { type DrawingStore, openDrawing, type Saved } from '../drawing-store.ts';
import { newSaver, type Saver, type Saving, type Unsent } from './saver.ts';
import { keepUnsent, unsentOf } from './unsent-store.ts';
import { sendChanges } from './use-drafts.ts';

enablePatches();

/** The pack with changes laid over it; undefined when they do not fit. */
export function laidOver(pack: Pack, changes: readonly Saved[]): Pack | undefined {
  try {
    return changes.reduce((before, { patches }) => applyPatches(before, patches), pack);
  } catch {
    return undefined;
  }
}

/** A window closed before its answer came: what has arrived nevertheless is no longer unsent, and nobody else's change. */
async function withoutArrived(
  id: string,
  now: number,
  unsent: Unsent | undefined,
): Promise<Unsent | undefined> {
  if (!unsent?.sent || unsent.revision === now) return unsent;
  const { revision, changes, sent } = unsent;
  const answer = await sendChanges(id, { revision, changes: changes.slice(0, sent.count) }, sent.key);
  if (answer.kind !== 'saved') return unsent;
  const left = changes.slice(sent.count);
  const rest = left.length > 0 ? { revision: answer.revision, changes: left } : undefined;
  await keepUnsent(id, rest);
  return rest;
}

export type Desk = {
  readonly drawing: DrawingStore;
  readonly saving: Saving;
  /** Lays what was not saved over what the service holds now. */
  readonly layAgain: (() => void) | undefined;
  /** Gives up what was not saved. */
  readonly giveUp: () => void;
};

/**
 * One draft open in this window: its drawing, and its changes on their way to the service. What this device still kept of
 * it is laid over what the service holds. `refetch` reads the draft again after a conflict.
 */
export function useDesk(view: DraftView, refetch: () => Promise<DraftView | undefined>): Desk | undefined {
  const [desk, setDesk] = useState<{ drawing: DrawingStore; start: Unsent }>();
  const [saving, setSaving] = useState<Saving>({ state: 'saved' });
  const [kept, setKept] = useState<Unsent>();
  const [theirs, setTheirs] = useState<DraftView>();
  const saver = useRef<Saver>(undefined);
  const id = view.draft.id;

  const begin = useCallback((from: DraftView, unsent: Unsent | undefined) => {
    const changes = unsent?.changes ?? [];
    const laid = laidOver(from.pack, changes);
    const isStale = unsent !== undefined && unsent.revision !== from.draft.revision;
    setTheirs(isStale || !laid ? from : undefined);
    setKept(isStale || !laid ? unsent : undefined);
    setSaving(
      isStale || !laid
        ? { state: 'conflict', theirs: from.draft.revision - (unsent?.revision ?? 0) }
        : { state: 'saved' },
    );
    const revision = from.draft.revision;
    const start: Unsent = isStale || !laid || !unsent ? { revision, changes: [] } : unsent;
    setDesk({ drawing: openDrawing(isStale || !laid ? from.pack : laid, from.base), start });
  }, []);

  useEffect(() => {
    let isCurrent = true;
    void unsentOf(id)
      .then((unsent) => withoutArrived(id, view.draft.revision, unsent))
      .then((unsent) => isCurrent && begin(view, unsent));
    return () => {
      isCurrent = false;
    };
  }, [id, view, begin]);

  const isStopped = saving.state === 'conflict';
  useEffect(() => {
    if (!desk || isStopped) return;
    const world = {
      send: (batch: Unsent, key: string) => sendChanges(id, batch, key),
      keep: (unsent: Unsent | undefined) => keepUnsent(id, unsent),
      later: (ms: number, call: () => void) => {
        const timer = window.setTimeout(call, ms);
        return () => window.clearTimeout(timer);
      },
      newKey: () => crypto.randomUUID(),
      onState: setSaving,
    };
    const one = newSaver(world, desk.start);
    saver.current = one;
    const stopListening = desk.drawing.onSaved(one.add);
    const flush = () => one.flush();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      one.flush();
      stopListening();
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [desk, id, isStopped]);

  useEffect(() => {
    if (saving.state !== 'conflict' || theirs) return;
    let isCurrent = true;
    void Promise.all([refetch(), unsentOf(id)]).then(([now, unsent]) => {
      if (!isCurrent || !now) return;
      setTheirs(now);
      setKept(unsent);
    });
    return () => {
      isCurrent = false;
    };
  }, [saving.state, theirs, id, refetch]);

  if (!desk) return undefined;
  const restart = (changes: readonly Saved[]) => {
    if (!theirs) return;
    const unsent = changes.length > 0 ? { revision: theirs.draft.revision, changes } : undefined;
    void keepUnsent(id, unsent).then(() => begin(theirs, unsent));
  };
  const mine = kept?.changes ?? [];
  const fits = theirs !== undefined && mine.length > 0 && laidOver(theirs.pack, mine) !== undefined;
  return {
    drawing: desk.drawing,
    saving,
    layAgain: fits ? () => restart(mine) : undefined,
    giveUp: () => restart([]),
  };
}
