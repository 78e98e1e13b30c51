import type { DraftWords } from '../draft-words.ts';
import { entriesOf, isRaw, type Json, namesOf, type Raw, spoken } from './machine-notes.ts';

/** A way out of a state: what it hears, or how long it waits, and where it may lead. */
export type Way = { readonly key: string; readonly label?: string; readonly value: Json };

/** What a state hears: as entries by event, or as a list that names the event of each. The empty event of older machines is none. */
export function heardWays(raw: Raw): readonly Way[] {
  return listedWays(raw['on'], 'event').filter(({ key }) => key !== '');
}

/** Where a state leads by itself: `always`, or the empty event of older machines. */
export function ownWays(raw: Raw): Json {
  const older = listedWays(raw['on'], 'event').filter(({ key }) => key === '');
  const found = [raw['always'], ...older.map(({ value }) => value)].filter((each) => each !== undefined);
  return found.length === 0 ? undefined : found.flat();
}

/** What a state waits for: as entries by delay, or as a list that says the delay of each. */
export const awaitedWays = (raw: Raw): readonly Way[] => listedWays(raw['after'], 'delay');

/** What a machine has done by another, or by code: here a person reports how it ended. */
export function invokedWays(raw: Raw, words: DraftWords): readonly Way[] {
  const invoked = Array.isArray(raw['invoke']) ? raw['invoke'] : [raw['invoke']];
  return invoked.slice(0, 20).flatMap((each: Json): readonly Way[] => {
    if (!isRaw(each)) return [];
    const name = spoken(namesOf(each['src']) || namesOf(each['id']));
    return (['done', 'failed'] as const).flatMap((end) => {
      const value = each[end === 'done' ? 'onDone' : 'onError'];
      const label = words[end].replace('{title}', () => name);
      return value === undefined ? [] : [{ key: `invoke ${label}`, label, value }];
    });
  });
}

function listedWays(all: Json, named: 'event' | 'delay'): readonly Way[] {
  if (!Array.isArray(all)) return entriesOf(all).map(([key, value]) => ({ key, value }));
  return all.slice(0, 200).flatMap((value: Json): readonly Way[] => {
    const key = isRaw(value) ? value[named] : undefined;
    return typeof key === 'string' || typeof key === 'number' ? [{ key: String(key), value }] : [];
  });
}
