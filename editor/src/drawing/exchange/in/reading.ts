import type { Finding, PackFiles } from '@parcours/engine';

/** A piece of a document somebody wrote, in the order in which it stands, with nothing understood yet. */
export type ReadBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  /** `isOrdered` for what is numbered; `level` from 0; `isCounted` in a list numbered 1., 1.1, 1.2. */
  | {
      readonly kind: 'item';
      readonly level: number;
      readonly isOrdered: boolean;
      readonly isCounted?: true;
      readonly text: string;
    }
  /**
   * `isOfNext` for what is said of the table below it; `isBold` for a line all in bold, a heading made by hand; `isOfPages` for what
   * every page says at its top or foot.
   */
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly isOfNext?: true;
      readonly isBold?: true;
      readonly isOfPages?: true;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** What a file was found to hold. `findings` say what was left out, or why nothing could be read. */
export type Reading = { readonly findings: readonly Finding[] } & (
  | { readonly kind: 'document'; readonly title: string; readonly blocks: readonly ReadBlock[] }
  /** Files that `parsePack` reads: a pack, or a machine drawn elsewhere. */
  | { readonly kind: 'pack' | 'machine'; readonly files: PackFiles }
  | { readonly kind: 'nothing' }
);

/** How much of a document is read. */
export const READ_LIMITS = {
  fileBytes: 10_000_000,
  /** Bytes of a Word file's parts once unpacked. */
  partBytes: 40_000_000,
  blocks: 5_000,
  rows: 2_000,
  columns: 40,
  /** Letters of one text. */
  letters: 20_000,
  milliseconds: 20_000,
} as const;

/** What keeps a file from being read, or what was left out of it. Screens say it by its code. */
export function trouble(
  code: string,
  path: string,
  message: string,
  severity: Finding['severity'] = 'error',
  parameters: Finding['parameters'] = {},
): Finding {
  return { code: `exchange.${code}`, severity, path, parameters, message };
}

export function nothing(finding: Finding): Reading {
  return { kind: 'nothing', findings: [finding] };
}

/** A text on one line, its spaces single, signs that turn the reading direction and other invisible ones left out. */
export function tidy(text: string): string {
  return lines(text).join(' ');
}

/** A text of several lines as a pack may hold it: nothing invisible in it, never empty. */
export function visible(text: string): string {
  const said = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(INVISIBLE, '')
    .slice(0, READ_LIMITS.letters)
    .replace(/\p{Cs}$/u, '')
    .trim();
  return said === '' ? '…' : said;
}

/** The lines of a text, each tidy; empty ones left out. */
export function lines(text: string): readonly string[] {
  return text
    .slice(0, READ_LIMITS.letters)
    .normalize('NFC')
    .split(/[\r\n\u2028\u2029\v\f]+/)
    .map((line) => line.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Lone surrogates, controls, marks of direction, zero-width signs, byte order marks. */
const INVISIBLE =
  /[\p{Cs}\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/gu;
