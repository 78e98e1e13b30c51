import { hash, verify } from '@node-rs/argon2';
import * as z from 'zod';

/** OWASP's argon2id parameters: 19 MiB, two passes. Argon2id is the library's default algorithm. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Twelve characters at least; the upper bound keeps hashing cheap to refuse. */
export const passwordSchema = z.string().min(12, 'twelve characters at least').max(200);

/** Hashes a password with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

let nobody: Promise<string> | undefined;

/** True when the password is the one; as slow for an account that does not exist. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await nobody), password);
  return right && passwordHash !== undefined;
}
