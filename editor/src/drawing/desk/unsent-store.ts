import Dexie, { type Table } from 'dexie';
import type { Unsent } from './saver.ts';

type Row = { readonly draft: string; readonly window: string; readonly unsent: Unsent };

/** The name under which an older version kept what a device had of a draft, whichever window wrote it. */
const BEFORE = 'before';

let rows: Table<Row, [string, string]> | undefined;

function opened(): Table<Row, [string, string]> {
  if (!rows) {
    const database = new Dexie('parcours-drafts');
    database.version(1).stores({ unsent: 'draft' });
    database
      .version(2)
      .stores({ unsent: 'draft', rows: '[draft+window], draft' })
      .upgrade(async (change) => {
        const old = await change.table<Omit<Row, 'window'>>('unsent').toArray();
        await change.table('rows').bulkPut(old.map((row) => ({ ...row, window: BEFORE })));
        await change.table('unsent').clear();
      });
    rows = database.table('rows');
  }
  return rows;
}

/** What this device keeps of a draft that the service has not confirmed, by the window that wrote it. Throws when it keeps nothing. */
export async function unsentOf(draft: string): Promise<ReadonlyMap<string, Unsent>> {
  const found = await opened().where('draft').equals(draft).toArray();
  return new Map(found.map(({ window, unsent }) => [window, unsent]));
}

/** Keeps what a window has not sent of a draft; false on a device that keeps nothing, where writing goes on without it. */
export async function keepUnsent(
  draft: string,
  window: string,
  unsent: Unsent | undefined,
): Promise<boolean> {
  try {
    if (unsent) await opened().put({ draft, window, unsent });
    else await opened().delete([draft, window]);
    return true;
  } catch {
    return false;
  }
}
