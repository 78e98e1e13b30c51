import * as z from 'zod';
import { SERVICE_ROLES } from '../access/gate.ts';
import type { Deps } from '../deps.ts';
import { RequestError } from '../errors.ts';
import { passwordSchema } from '../sign-in/password.ts';
import { idInput } from './command-inputs.ts';

/** What people type to sign in: kept in small letters. */
export const nameInput = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/, 'two to sixty-three letters, digits, dots, hyphens or underscores');

const profile = {
  displayName: z.string().trim().min(1).max(120),
  roles: z.array(idInput).max(60),
  sector: z.string().max(60),
  agency: z.string().max(120),
  place: z.string().max(120),
};

export const newAccountInput = z.strictObject({
  name: nameInput,
  password: passwordSchema,
  ...profile,
  sector: profile.sector.default(''),
  agency: profile.agency.default(''),
  place: profile.place.default(''),
});
export type NewAccountInput = z.infer<typeof newAccountInput>;

export const changeAccountInput = z
  .strictObject({ ...profile, password: passwordSchema, active: z.boolean() })
  .partial();
export type ChangeAccountInput = z.infer<typeof changeAccountInput>;

/** Refuses roles that no pack knows. */
export function refuseUnknownRoles(deps: Deps, roles: readonly string[]): void {
  const known = new Set(deps.packs.list().flatMap((loaded) => Object.keys(loaded.pack?.roles ?? {})));
  const unknown = roles.filter((role) => !SERVICE_ROLES.includes(role) && !known.has(role));
  if (unknown.length > 0) {
    throw new RequestError('account.unknown_role', `No pack has the role ${unknown.join(', ')}.`, {
      roles: unknown,
    });
  }
}
