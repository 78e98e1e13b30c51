import type { Pack } from '@parcours/engine';
import { applyPatches, enablePatches } from 'immer';
import type { DraftView } from '../../client.ts';
import { type DrawingStore, openDrawing } from '../drawing-store.ts';
import type { DraftShelf } from './draft-shelf.ts';
import { MOST_AT_ONCE, newSaver, type Saver, type SaverWorld, type Saving, type Unsent } from './saver.ts';
import { withoutArrived } from './without-arrived.ts';

enablePatches();

export type DeskWorld = Pick<SaverWorld, 'send' | 'later' | 'newKey'> & {
  /** The draft as the service holds it now; undefined when it does not answer. */
  readonly read: () => Promise<DraftView | undefined>;
  readonly shelf: DraftShelf;
};

export type DeskState = {
  /** Undefined until the device has told what it kept. */
  readonly drawing: DrawingStore | undefined;
  readonly saving: Saving;
  /** What was not saved still fits what the service holds. */
  readonly canLayAgain: boolean;
};

/** One draft open in one window. */
export type Desk = {
  readonly get: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Lays what was not saved over what the service holds now. */
  readonly layAgain: () => void;
  /** Gives up what was not saved. */
  readonly giveUp: () => void;
  readonly flush: (isLeaving?: boolean) => void;
  readonly close: () => Promise<void>;
  /** What the service has not confirmed. */
  readonly unsent: () => Unsent | undefined;
  /** Of that, something is not kept on the device either. */
  readonly isAtRisk: () => boolean;
};

const AGAIN_MS = 5_000;
/** The draft may change while what was left is laid over it: it is read anew this often, then a person chooses. */
const MOST_TRIES = 4;

/**
 * Opens a draft: what this window, or one that is gone, had not sent is laid over what the service holds, or shown as a
 * conflict when somebody has changed the draft since. What several windows left is settled one after the other.
 */
export function openDesk(world: DeskWorld, first: DraftView): Desk {
  let state: DeskState = { drawing: undefined, saving: { state: 'saving' }, canLayAgain: false };
  let window = '';
  let saver: Saver | undefined;
  /** What a person has to choose between. */
  let open: { readonly view: DraftView; readonly unsent: () => Unsent | undefined } | undefined;
  let isClosed = false;
  /** What was taken up already, so that a device that forgets nothing is not asked for ever. */
  const taken = new Set<string>();
  const listeners = new Set<() => void>();
  const set = (change: Partial<DeskState>) => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  const begin = (view: DraftView, pack: Pack, unsent: Unsent | undefined) => {
    if (isClosed) return;
    open = undefined;
    void saver?.close();
    const name = window;
    const start = unsent ?? { revision: view.draft.revision, changes: [] };
    const drawing = openDrawing(pack, view.base);
    const one = newSaver(
      {
        ...world,
        keep: (left) => world.shelf.keep(name, left),
        onState: (saving) => saver === one && told(saving),
      },
      start,
    );
    saver = one;
    drawing.onSaved(one.add);
    set({ drawing, saving: { state: unsent ? 'saving' : 'saved' }, canLayAgain: false });
    if (!unsent) void more();
  };

  const ask = (view: DraftView, unsent: Unsent, theirs: number) => {
    if (isClosed) return;
    open = { view, unsent: () => unsent };
    void saver?.close();
    saver = undefined;
    set({
      drawing: openDrawing(view.pack, view.base),
      saving: { state: 'conflict', theirs },
      canLayAgain: laidOver(view.pack, unsent) !== undefined,
    });
  };

  const told = (saving: Saving) => {
    // Told at each key: who looks is not asked again.
    if (saving.state !== 'saving' || state.saving.state !== 'saving' || state.canLayAgain)
      set({ saving, canLayAgain: false });
    if (saving.state === 'saved') void more();
    if (saving.state === 'conflict') void readTheirs();
  };

  /** After a conflict: reads what the others made, as often as it takes. */
  const readTheirs = async () => {
    const one = saver;
    const view = await world.read();
    if (isClosed || saver !== one || !one) return;
    if (!view) {
      world.later(AGAIN_MS, () => void readTheirs());
      return;
    }
    open = { view, unsent: one.unsent };
    const unsent = one.unsent();
    set({ canLayAgain: unsent !== undefined && laidOver(view.pack, unsent) !== undefined });
  };

  /** Everything is saved: what another window left comes next. */
  const more = async () => {
    const [left, one] = [await world.shelf.take(), saver];
    const mark = left && `${left.window} ${JSON.stringify(left.unsent.changes.map((change) => change.mark))}`;
    if (!left || mark === undefined || taken.has(mark) || isClosed) return;
    const view = await world.read();
    // Somebody writes on meanwhile: that is saved first.
    if (!view || isClosed || saver !== one || one?.unsent()) return;
    taken.add(mark);
    window = left.window;
    await resume(view, left.unsent);
  };

  const resume = async (from: DraftView, left: Unsent) => {
    let view = from;
    let unsent: Unsent | undefined = left;
    for (let tries = 0; unsent && unsent.revision !== view.draft.revision; tries += 1) {
      const batch: Unsent = { ...unsent, changes: unsent.changes.slice(0, MOST_AT_ONCE) };
      const answer = tries < MOST_TRIES ? await world.send(batch, world.newKey(), false) : undefined;
      let others = 0;
      if (answer?.kind === 'saved')
        unsent = kept(answer.revision, unsent.changes.slice(batch.changes.length));
      else if (answer?.kind === 'conflict') {
        const rest = withoutArrived(unsent.changes, answer.since);
        others = rest.others;
        unsent = kept(others === 0 ? answer.revision : unsent.revision, rest.left);
      } else others = Math.max(1, view.draft.revision - unsent.revision);
      const now = answer?.kind === 'saved' || answer?.kind === 'conflict' ? await world.read() : undefined;
      view = now ?? view;
      if (unsent && others > 0) return ask(view, unsent, others);
    }
    const pack = unsent ? laidOver(view.pack, unsent) : view.pack;
    return pack ? begin(view, pack, unsent) : ask(view, unsent as Unsent, 1);
  };

  const kept = (revision: number, changes: Unsent['changes']): Unsent | undefined => {
    const unsent = changes.length === 0 ? undefined : { revision, changes };
    void world.shelf.keep(window, unsent);
    return unsent;
  };

  const restart = (choose: (view: DraftView, unsent: Unsent | undefined) => Unsent | undefined) => {
    if (!open) return;
    const { view, unsent } = open;
    const chosen = choose(view, unsent());
    const pack = chosen ? laidOver(view.pack, chosen) : view.pack;
    if (!pack) return;
    void world.shelf.keep(window, chosen);
    begin(view, pack, chosen);
  };

  void (async () => {
    const left = await world.shelf.take();
    window = left?.window ?? (await world.shelf.name());
    if (!left) begin(first, first.pack, undefined);
    else {
      taken.add(`${left.window} ${JSON.stringify(left.unsent.changes.map(({ mark }) => mark))}`);
      await resume(first, left.unsent);
    }
  })();

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    layAgain: () =>
      restart(({ draft }, unsent) => unsent && { revision: draft.revision, changes: unsent.changes }),
    giveUp: () => restart(() => undefined),
    flush: (isLeaving) => saver?.flush(isLeaving),
    close: async () => {
      isClosed = true;
      await saver?.close();
    },
    unsent: () => saver?.unsent() ?? open?.unsent(),
    isAtRisk: () => saver?.isAtRisk() ?? false,
  };
}

/** The pack with changes laid over it; undefined when they do not fit. */
function laidOver(pack: Pack, { changes }: Unsent): Pack | undefined {
  try {
    return changes.reduce((before, { patches }) => applyPatches(before, patches), pack);
  } catch {
    return undefined;
  }
}
