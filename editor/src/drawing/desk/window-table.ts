import Dexie, { type Table } from 'dexie';
import { newKey } from '../../session/new-key.ts';
import { type ClaimWorld, isRobbed } from './window-claims.ts';

type Row = { readonly name: string; readonly token: string; readonly since: number };
type Said = { readonly ask?: string; readonly here?: string };

/** A page that is open answers within this time, even where it is busy drawing a large procedure. */
const ANSWER_MS = 5_000;
/** Nobody comes back for a name after this time. */
const FORGOTTEN_MS = 30 * 24 * 3_600_000;
const GOOD_BYES = 'parcours-windows-left';
const MOST_GOOD_BYES = 100;

/** The table of names of this browser; undefined where there is neither a table nor a way to ask other pages. */
export function windowTable(held: ReadonlySet<string>): ClaimWorld | undefined {
  if (!('BroadcastChannel' in window) || !('indexedDB' in window)) return undefined;
  const token = newKey();
  const channel = new BroadcastChannel('parcours-windows');
  const database = new Dexie('parcours-windows');
  database.version(1).stores({ rows: 'name, since' });
  const rows: Table<Row, string> = database.table('rows');
  const world: ClaimWorld = {
    token,
    holderOf: async (name) => (await rows.get(name))?.token,
    replace: (name, seen) =>
      database.transaction('rw', rows, async () => {
        if ((await rows.get(name))?.token !== seen) return false;
        await rows
          .where('since')
          .below(Date.now() - FORGOTTEN_MS)
          .delete();
        await rows.put({ name, token, since: Date.now() });
        return true;
      }),
    hasLeft: (other) => goodByes().includes(other),
    answers: (other) =>
      new Promise((tell) => {
        const finish = (isHere: boolean) => {
          channel.removeEventListener('message', hear);
          window.clearTimeout(timer);
          tell(isHere);
        };
        const hear = ({ data }: MessageEvent<Said>) => data.here === other && finish(true);
        const timer = window.setTimeout(() => finish(false), ANSWER_MS);
        channel.addEventListener('message', hear);
        channel.postMessage({ ask: other } satisfies Said);
      }),
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.ask !== token) return;
    channel.postMessage({ here: token } satisfies Said);
    // A page that slept hears the question too late: by then its rows are another window's.
    window.setTimeout(() => {
      void isRobbed(world, held).then((isGone) => isGone && window.location.reload());
    }, 2 * ANSWER_MS);
  });
  window.addEventListener('pagehide', () => sayGoodBye(token));
  // A page that comes back as it was left has said good-bye.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
  return world;
}

function goodByes(): readonly string[] {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(GOOD_BYES) ?? '[]');
    return Array.isArray(said) ? said : [];
  } catch {
    return [];
  }
}

function sayGoodBye(token: string): void {
  try {
    localStorage.setItem(GOOD_BYES, JSON.stringify([...goodByes(), token].slice(-MOST_GOOD_BYES)));
  } catch {
    // A page that says nothing is asked, and does not answer.
  }
}
