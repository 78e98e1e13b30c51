import type { IdMap } from '@parcours/engine';
import * as z from 'zod';
import { given, reasonInput } from './command-inputs.ts';

const hashInput = z.string().regex(/^[0-9a-f]{64}$/, 'the hash of a version');
/** State ids may be longer words of a machine; the engine says which it does not know. */
const namesInput = z
  .record(z.string().min(1).max(64), z.string().min(1).max(64))
  .refine((names) => Object.keys(names).length <= 500, { message: 'at most 500 names' });
const mapInput = z.strictObject({
  steps: namesInput.optional(),
  deadlines: namesInput.optional(),
  events: namesInput.optional(),
  facts: namesInput.optional(),
});

const target = {
  /** Hash of the version to go to; the newest on the shelf when absent. */
  to: hashInput.optional(),
  /** What became of renamed ids. */
  map: mapInput.optional(),
};

export const planMigrationInput = z.strictObject(target);
export type PlanMigrationInput = z.infer<typeof planMigrationInput>;

export const migrateInput = z.strictObject({ ...target, reason: reasonInput });
export type MigrateInput = z.infer<typeof migrateInput>;

export const takeBackInput = z.strictObject({ reason: reasonInput });
export type TakeBackInput = z.infer<typeof takeBackInput>;

export const planMoveInput = z.strictObject({
  ...target,
  from: hashInput,
  /** Only cases after this one. */
  after: z.string().min(1).max(64).optional(),
});
export type PlanMoveInput = z.infer<typeof planMoveInput>;

export const startMoveInput = z.strictObject({ ...target, from: hashInput, reason: reasonInput });
export type StartMoveInput = z.infer<typeof startMoveInput>;

/** The map for the engine, without the parts that were not given. */
export function mapOf({ map }: PlanMigrationInput): { readonly map?: IdMap } {
  return map ? { map: given(map) } : {};
}
