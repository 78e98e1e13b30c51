import type { SyntheticEvent } from 'react';

/** A row near the screen: it takes what is dropped on it and, unless it is a track, can be taken itself. */
export type Handle = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly row: HTMLElement;
  /** What it is taken by; none for a track. */
  readonly button: HTMLElement | null;
};

type Listen = Readonly<Record<string, (event: SyntheticEvent) => void>> | undefined;

/**
 * Where rows and what drags them meet. The rows do not stand inside of the dragging: it tells whoever stands inside of it of each
 * move of the pointer, and to find those few among all that is written in a long procedure takes longer than a frame.
 */
export type Handles = {
  /** The words that tell how a row is taken. */
  readonly describedBy: string;
  /** By their ids; another map when one comes or goes. */
  readonly get: () => ReadonlyMap<string, Handle>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Gives how to take the row away again. */
  readonly add: (handle: Handle) => () => void;
  /** Has what is done to a handle heard by what drags. */
  readonly listen: (id: string, listen: Listen) => void;
  /** `onPointerDown`, `onKeyDown`: what was done to the handle of a row. */
  readonly tell: (id: string, what: string, event: SyntheticEvent) => void;
};

export function newHandles(describedBy: string): Handles {
  let near: ReadonlyMap<string, Handle> = new Map();
  const heard = new Map<string, Listen>();
  const listeners = new Set<() => void>();
  const set = (next: ReadonlyMap<string, Handle>) => {
    near = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    describedBy,
    get: () => near,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (handle) => {
      set(new Map(near).set(handle.id, handle));
      return () => {
        // A row drawn anew elsewhere has taken its place already.
        if (near.get(handle.id) === handle) set(new Map([...near].filter(([id]) => id !== handle.id)));
      };
    },
    listen: (id, listen) => void heard.set(id, listen),
    tell: (id, what, event) => heard.get(id)?.[what]?.(event),
  };
}
