import type { Unsent } from './saver.ts';

/** What the shelf of a device is made of: rows by window, and whose name can be had. */
export type ShelfWorld = {
  readonly rows: () => Promise<ReadonlyMap<string, Unsent>>;
  readonly keep: (window: string, unsent: Unsent | undefined) => Promise<boolean>;
  readonly ownName: () => Promise<string>;
  readonly adopt: (window: string) => Promise<boolean>;
  readonly newName: () => string;
  readonly later: (ms: number, call: () => void) => () => void;
};

/** What a window left unsent, and the name under which it stays kept. */
export type Left = { readonly window: string; readonly unsent: Unsent };

/** What one draft has left on this device. */
export type DraftShelf = {
  /** What this window or one that is gone has left, this window's first; undefined: nothing. It stays where it is kept. */
  readonly take: () => Promise<Left | undefined>;
  /** The name under which this window keeps what it writes. */
  readonly name: () => Promise<string>;
  readonly keep: ShelfWorld['keep'];
};

/** A device that has not told by then what it keeps is not waited for. */
const PATIENCE_MS = 3_000;

/**
 * A row belongs to whoever holds the name of the window that wrote it, so that two windows never write one row, and what a
 * window that is gone has left is taken up by one other only. A device that does not tell what it keeps is written on
 * under a new name: what it keeps stays for when it does.
 */
export function draftShelf(world: ShelfWorld): DraftShelf {
  let name: Promise<string> | undefined;
  return {
    take: async () => {
      const own = await world.ownName();
      const rows = await within(world, world.rows());
      if (!rows) {
        name ??= newName(world);
        return undefined;
      }
      const others = [...rows.keys()].filter((window) => window !== own).sort();
      for (const window of rows.has(own) ? [own, ...others] : others) {
        const unsent = rows.get(window);
        if (unsent && unsent.changes.length > 0 && (window === own || (await world.adopt(window))))
          return { window, unsent };
      }
      return undefined;
    },
    name: () => name ?? world.ownName(),
    keep: world.keep,
  };
}

async function newName(world: ShelfWorld): Promise<string> {
  const name = world.newName();
  await world.adopt(name);
  return name;
}

function within<T>(world: ShelfWorld, asked: Promise<T>): Promise<T | undefined> {
  return new Promise((tell) => {
    const cancel = world.later(PATIENCE_MS, () => tell(undefined));
    asked.then(tell, () => tell(undefined)).finally(cancel);
  });
}
