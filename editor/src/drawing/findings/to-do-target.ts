import type { Finding } from '@parcours/engine';
import { placeOf } from './place-of.ts';
import { awaitedBy } from './to-do.ts';

/** Where a finding is settled: the element at which it stands, the very text to write, or the value that is missing. */
export function targetOf({ code, path, parameters }: Finding): string {
  if (code === 'needs_law') return `parameters/${parameters['parameter']}`;
  const [awaited] = code === 'safeguard.vacuous' ? awaitedBy(parameters) : [];
  if (awaited !== undefined) return `parameters/${awaited}`;
  return /^steps\/[^/]+\/(how|child)$/.test(path) ? path : placeOf(path);
}
