import type { FactValue } from '@parcours/engine';
import * as z from 'zod';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, 'an id: small letters, digits and underscores, 64 at most');
export const idInput = id;
export const packIdInput = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'a pack id');
/** RFC 3339 with a zone. */
export const instantInput = z.iso.datetime({ offset: true });
export const reasonInput = z.string().min(1).max(4_000);

/** Facts by id; their values are checked by the engine, which knows their types. */
export const factsInput = z.record(id, z.unknown()).refine((facts) => Object.keys(facts).length <= 500, {
  message: 'at most 500 facts at once',
});

export const decisionInput = z.strictObject({
  decidedBy: z.string().min(1).max(200),
  function: z.string().min(1).max(200),
  authority: z.string().min(1).max(200),
  number: z.string().min(1).max(100).optional(),
  on: z.iso.date(),
});

export type FactsInput = z.infer<typeof factsInput>;

/** Facts on their way to the engine, whose first act is to check every value against its type; it records none unchecked. */
export function forEngine(facts: FactsInput): { readonly [fact: string]: FactValue } {
  return facts as { readonly [fact: string]: FactValue };
}

/** The parts that are given, without the keys that are `undefined`. */
export function given<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
