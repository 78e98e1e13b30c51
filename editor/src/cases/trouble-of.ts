import type { Refusal } from '@parcours/engine';
import { ApiError } from '../session/api-error.ts';
import type { Trouble } from './trouble.tsx';

type Details = {
  readonly refusal?: Refusal;
  readonly invalid?: readonly { readonly fact: string; readonly code: string; readonly message: string }[];
};

/** The service's details are plain JSON of its own making; what is absent is absent. */
const detailsOf = (error: ApiError): Details =>
  typeof error.details === 'object' && error.details !== null ? error.details : {};

/** Why something sent was not recorded. `words` says other errors in the reader's language. */
export function troubleOf(error: unknown, words: (error: unknown) => string): Trouble | undefined {
  if (error === null || error === undefined) return undefined;
  if (!(error instanceof ApiError)) return { kind: 'other', code: 'other', message: words(error) };
  const { refusal, invalid } = detailsOf(error);
  if (error.code === 'event.refused' && refusal) return { kind: 'refused', refusal };
  if (error.code === 'value.invalid' && invalid) return { kind: 'invalid', invalid };
  if (error.code === 'offline') return { kind: 'offline' };
  return { kind: 'other', code: error.code, message: words(error) };
}
