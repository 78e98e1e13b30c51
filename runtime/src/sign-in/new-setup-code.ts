import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that are not mistaken for one another. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A one-time code as people type it, `K7QX-2MNP-4RTV`: 58 bits. */
export function newSetupCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
}

const digest = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();

/** Compares without telling how much was right. Case, spaces and hyphens do not count. */
export function isSetupCode(expected: string, given: string): boolean {
  return timingSafeEqual(digest(expected), digest(given));
}
