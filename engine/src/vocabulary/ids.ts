import * as z from 'zod';

/** Ids that would reach the prototype of an object; refused wherever a key is read. */
export const FORBIDDEN_IDS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const packIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'a pack id: small letters, digits and hyphens, 64 at most');
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, 'an id: small letters, digits and underscores, 64 at most')
  .refine((id) => !FORBIDDEN_IDS.has(id), 'an id that JavaScript reserves');

/** A typed reference: `step:hear_child`, `event:plan_approved`, `tag:measure`, ... */
export type Reference = `${ReferenceKind}:${string}`;
export const REFERENCE_KINDS = ['step', 'stage', 'tag', 'event', 'rule', 'deadline'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

export const referenceSchema = z
  .string()
  .regex(
    /^(step|stage|tag|event|rule|deadline):[a-z][a-z0-9_]{0,63}$/,
    'a typed reference such as step:hear_child',
  )
  .transform((value): Reference => value as Reference);
