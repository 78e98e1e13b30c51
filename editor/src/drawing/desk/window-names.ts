import { newKey } from '../../session/new-key.ts';
import { type ClaimWorld, claimName } from './window-claims.ts';
import { windowTable } from './window-table.ts';

/**
 * A window has a name that outlives a reload, and holds a lock on it as long as it is open: a name whose lock can be had
 * belongs to a window that is gone. A window that was doubled finds its name held and takes another.
 */
const KEPT_UNDER = 'parcours-window';
/** A page that was just left gives its lock up within this time. */
const LEAVING_MS = 1_000;

const held = new Set<string>();
let own: Promise<string> | undefined;
let table: ClaimWorld | undefined;

/** The name of this window. */
export function ownName(): Promise<string> {
  own ??= chooseName();
  return own;
}

/** True when the name is this window's from now on: its own, or that of a window that is gone. */
export async function adoptName(name: string): Promise<boolean> {
  return held.has(name) || (await lock(name, { ifAvailable: true }));
}

async function chooseName(): Promise<string> {
  const known = read();
  if (known !== undefined && (await lock(known, { signal: AbortSignal.timeout(LEAVING_MS) }))) return known;
  const name = newKey();
  await lock(name, { ifAvailable: true });
  try {
    sessionStorage.setItem(KEPT_UNDER, name);
  } catch {
    // A window that remembers nothing is a new one after each reload.
  }
  return name;
}

function read(): string | undefined {
  try {
    return sessionStorage.getItem(KEPT_UNDER) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Holds a lock as long as this window lives. Where the browser has no locks, it asks the other windows. */
function lock(name: string, options: LockOptions): Promise<boolean> {
  if (!('locks' in navigator)) return claim(name);
  return new Promise((tell) => {
    const hold = (given: Lock | null) => {
      tell(given !== null);
      if (given === null) return undefined;
      held.add(name);
      return new Promise<void>(() => undefined);
    };
    navigator.locks.request(`${KEPT_UNDER} ${name}`, options, hold).catch(() => tell(false));
  });
}

async function claim(name: string): Promise<boolean> {
  table ??= windowTable(held);
  const isOwn = table !== undefined && (await claimName(table, name));
  if (isOwn) held.add(name);
  return isOwn;
}
