import type { DocumentLanguage } from './document-words.ts';

/** Some words of a line. `mark` is a remark of the document itself: proposed, no legal basis. */
export type Run = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly mark?: true;
  /** A place to which others lead. */
  readonly id?: string;
  /** The id of a place of this document. */
  readonly to?: string;
  /** An address outside, http or https alone. */
  readonly href?: string;
};
export type Line = readonly Run[];
export type Item = { readonly line: Line; readonly items?: readonly Item[] };

/** How a question of a form is answered by hand. */
export type Answer =
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly several: boolean }
  | { readonly kind: 'line' | 'date' | 'instant' }
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'rows'; readonly columns: readonly string[]; readonly count: number };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly id?: string; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly tone?: 'quiet' | 'warning' }
  | { readonly kind: 'list'; readonly ordered?: true; readonly items: readonly Item[] }
  /** A table of two columns without a heading row: what it is, and what stands there. */
  | {
      readonly kind: 'pairs';
      readonly rows: readonly { readonly label: string; readonly blocks: readonly Block[] }[];
    }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  | {
      readonly kind: 'question';
      readonly label: string;
      readonly required: boolean;
      readonly help?: string;
      readonly answer: Answer;
    };

export type Chapter = {
  readonly id: string;
  readonly kind:
    | 'track'
    | 'rules'
    | 'parameters'
    | 'forms'
    | 'deadlines'
    | 'safeguards'
    | 'missing'
    | 'sources';
  readonly title: string;
  /** The track it tells; its picture may stand at its head. */
  readonly track?: string;
  readonly blocks: readonly Block[];
};

/** True for a chapter of a remark alone, "No rule.": it takes no page of its own. */
export function isBrief({ blocks }: Chapter): boolean {
  return blocks.every(({ kind }) => kind === 'paragraph');
}

/** A procedure as people read and sign it: a title page, then chapters. Every text is already in the language. */
export type ProcedureDocument = {
  readonly language: DocumentLanguage;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  /** `child-protection 0.1.0`, for the foot of each page. */
  readonly foot: string;
  readonly titlePage: readonly Block[];
  readonly contentsTitle: string;
  readonly chapters: readonly Chapter[];
};
