import { createStore, delMany, entries, setMany, type UseStore } from 'idb-keyval';
import { ELK_CODE } from './elk-worker.ts';
import type { LaidFrame } from './frame-layout.ts';

type Kept = { readonly at: number; readonly laid: LaidFrame };

/** Some ten procedures of many steps; the oldest go first. */
const MOST_KEPT = 300;
/** A device that does not tell what it kept is not waited for. */
const PATIENCE_MS = 500;

let store: UseStore | undefined;

/** Where this device keeps them. */
export function keptStore(): UseStore {
  store ??= createStore('parcours-map', 'frames');
  return store;
}

/** Another version of ELK may answer otherwise. */
const keyOf = (asked: string) => `${ELK_CODE}\n${asked}`;
let keys: string[] = [];

/**
 * Frames that this device laid out on earlier visits, by what was asked of ELK without names: sizes and places, no word of a procedure.
 * Empty where nothing is kept.
 */
export async function keptFrames(): Promise<ReadonlyMap<string, LaidFrame>> {
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE_MS));
  const found = await Promise.race([entries<string, Kept>(keptStore()).catch(() => undefined), late]);
  const ours = keyOf('');
  const rows = [...(found ?? [])].sort(([, a], [, b]) => a.at - b.at);
  keys = rows.map(([key]) => key);
  return new Map(
    rows.filter(([key]) => key.startsWith(ours)).map(([key, { laid }]) => [key.slice(ours.length), laid]),
  );
}

/** Keeps the frames of a layout for the next visit. A device that keeps nothing lays them out again. */
export async function keepFrames(frames: ReadonlyMap<string, LaidFrame>): Promise<void> {
  const at = Date.now();
  const kept = new Set(keys);
  const rows = [...frames]
    .map(([asked, laid]): [string, Kept] => [keyOf(asked), { at, laid }])
    .filter(([key]) => !kept.has(key));
  if (rows.length === 0) return;
  keys.push(...rows.map(([key]) => key));
  const gone = keys.splice(0, Math.max(0, keys.length - MOST_KEPT));
  try {
    await setMany(rows, keptStore());
    if (gone.length > 0) await delMany(gone, keptStore());
  } catch {
    // Nothing is lost by it but time.
  }
}
