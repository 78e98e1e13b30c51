import { createHash } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short code for a case, `26-7K3F-9QX2`, made from its id: it says the year of opening and nothing else. */
export function caseReference(id: string, at: string): string {
  const digest = createHash('sha256').update(id).digest();
  const code = [...digest.subarray(0, 8)].map((byte) => CROCKFORD[byte % 32]).join('');
  return `${at.slice(2, 4)}-${code.slice(0, 4)}-${code.slice(4)}`;
}
