/** What was pressed in a title, and how the title stands. */
export type TitleKey = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly hasCommand: boolean;
  /** Letters are being put together by an input method. */
  readonly isComposing: boolean;
  readonly isEmpty: boolean;
  readonly isOneLine: boolean;
  readonly caret: 'start' | 'end' | 'inside' | 'both';
  /** The reader came by Tab and has done nothing here yet: Tab goes on, as everywhere on the page. */
  readonly isPassing: boolean;
};

export type TitleAct =
  | 'new'
  | 'split'
  | 'leave'
  | 'remove'
  | 'join'
  | 'nest'
  | 'unnest'
  | 'previous'
  | 'next'
  | 'release';

/** What a key means in a title, as in a text processor; undefined for typing. */
export function titleAct(key: TitleKey): TitleAct | undefined {
  if (key.isComposing || key.altKey || key.hasCommand) return undefined;
  switch (key.key) {
    case 'Enter':
      if (key.isEmpty) return 'leave';
      return key.caret === 'inside' ? 'split' : 'new';
    case 'Backspace':
      if (key.isEmpty) return 'remove';
      return key.caret === 'start' ? 'join' : undefined;
    case 'Tab':
      // In front of the text alone, where a text processor shifts the line; elsewhere Tab goes on, so that nobody is held.
      if (key.isPassing || (key.caret !== 'start' && key.caret !== 'both')) return undefined;
      return key.shiftKey ? 'unnest' : 'nest';
    case 'Escape':
      return 'release';
    case 'ArrowUp':
      return key.isOneLine || key.caret === 'start' || key.caret === 'both' ? 'previous' : undefined;
    case 'ArrowDown':
      return key.isOneLine || key.caret === 'end' || key.caret === 'both' ? 'next' : undefined;
    default:
      return undefined;
  }
}
