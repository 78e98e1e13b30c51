import Dexie, { type Table } from 'dexie';
import type { Unsent } from './saver.ts';

type Row = { readonly draft: string; readonly unsent: Unsent };

let shelf: Table<Row, string> | undefined;

function opened(): Table<Row, string> {
  if (!shelf) {
    const database = new Dexie('parcours-drafts');
    database.version(1).stores({ unsent: 'draft' });
    shelf = database.table('unsent');
  }
  return shelf;
}

/** What this device keeps of a draft that the service has not confirmed. A device that keeps nothing writes on without it. */
export async function unsentOf(draft: string): Promise<Unsent | undefined> {
  try {
    return (await opened().get(draft))?.unsent;
  } catch {
    return undefined;
  }
}

export async function keepUnsent(draft: string, unsent: Unsent | undefined): Promise<void> {
  try {
    if (unsent) await opened().put({ draft, unsent });
    else await opened().delete(draft);
  } catch {
    // A private window keeps nothing; what is on the screen is still sent.
  }
}
