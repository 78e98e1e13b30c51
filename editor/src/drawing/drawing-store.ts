import type { Pack, Text } from '@parcours/engine';
import type { Command, Refused } from './log/command.ts';
import { type Change, type CommandLog, openLog, perform, redo, undo } from './log/command-log.ts';
import { stillThere } from './log/still-there.ts';

/** What was done, in the order it was done, to be saved: an undo is a change like any other. */
export type Saved = Change & { readonly kind: 'do' | 'undo' | 'redo' };

/** What every view of one draft shares. A new object at each change, parts that did not change are the same. */
export type DrawingState = {
  readonly log: CommandLog;
  /** The procedure that an adaptation lies over; undefined for a procedure of its own. */
  readonly base: Pack | undefined;
  /** The place that is looked at in every view: `steps/visit`, as findings name places. */
  readonly selected: string | undefined;
  /** Grows each time `selected` is to be brought into sight, even when it is the same. */
  readonly revealed: number;
  /** Somebody else writes, or the version is published: everything can be read, nothing changed. */
  readonly isReadOnly: boolean;
  /** Why the last command was refused, until the next one. */
  readonly refused: Refused | undefined;
};

export type DrawingStore = {
  readonly get: () => DrawingState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Called with each change, after it was done; for saving. */
  readonly onSaved: (listener: (saved: Saved) => void) => () => void;
  /** True when it was done. Changes with the same `burst` are one entry of the log. */
  readonly perform: <Args>(command: Command<Args>, args: Args, burst?: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (place: string | undefined, options?: { readonly reveal?: boolean }) => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  /** Takes what the service holds instead, after a conflict; what could be undone is forgotten. */
  readonly replace: (pack: Pack) => void;
};

/** One draft open for drawing: the pack, its log, and what is looked at. Every view reads it, only commands change it. */
export function openDrawing(pack: Pack, base?: Pack): DrawingStore {
  let state: DrawingState = {
    log: openLog(pack),
    base,
    selected: undefined,
    revealed: 0,
    isReadOnly: false,
    refused: undefined,
  };
  const listeners = new Set<() => void>();
  const savers = new Set<(saved: Saved) => void>();
  const set = (change: Partial<DrawingState>) => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };
  const save = (saved: Saved) => {
    for (const saver of [...savers]) saver(saved);
  };
  const step = (kind: 'undo' | 'redo', found: ReturnType<typeof undo>) => {
    if (state.isReadOnly || !found) return;
    const { log, change } = found;
    const selected = stillThere(state.log.pack, log.pack, change.places[0]);
    set({ log, selected, revealed: state.revealed + 1, refused: undefined });
    const turned = kind === 'undo' ? { patches: change.inverse, inverse: change.patches } : {};
    save({ ...change, ...turned, kind });
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSaved: (saver) => {
      savers.add(saver);
      return () => savers.delete(saver);
    },
    perform: (command, args, burst) => {
      if (state.isReadOnly) {
        set({ refused: { why: 'read_only' } });
        return false;
      }
      const outcome = perform(state.log, command, args, burst);
      if (!outcome.ok) {
        set({ refused: outcome.refused });
        return false;
      }
      set({ log: outcome.log, refused: undefined });
      if (outcome.change) save({ ...outcome.change, kind: 'do' });
      return true;
    },
    undo: () => step('undo', undo(state.log)),
    redo: () => step('redo', redo(state.log)),
    select: (selected, { reveal = false } = {}) =>
      set({ selected, revealed: reveal ? state.revealed + 1 : state.revealed }),
    setReadOnly: (isReadOnly) => set({ isReadOnly }),
    replace: (replaced) => set({ log: openLog(replaced), refused: undefined }),
  };
}

/** Words of a refusal or a change that are texts of the pack, said in a language. */
export function sayNames(
  names: Readonly<Record<string, string | number | Text>> | undefined,
  say: (text: Text | undefined) => string,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(names ?? {}).map(([key, value]) => [key, typeof value === 'object' ? say(value) : value]),
  );
}
