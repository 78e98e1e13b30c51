/** How far long work has come, on one line of a terminal that is written over. */

/** The part of a stream that a bar needs; `process.stderr` is one. */
export type ProgressTerminal = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
};

export type Progress = {
  /** How much is done of `total`, and what is at hand in a few words. */
  readonly tell: (done: number, what?: string) => void;
  /** Wipes the line, so that what is printed next stands alone. */
  readonly end: () => void;
};

const CELLS = 24;
const ERASE_LINE = '\r\u001b[2K';
const SILENT: Progress = { tell: () => {}, end: () => {} };

/**
 * A bar for `total` parts. It writes to standard error, so that what is piped stays clean, and nothing at all when that is no
 * terminal. Writes only when the line would look different.
 */
export function progressBar(total: number, terminal: ProgressTerminal = process.stderr): Progress {
  if (terminal.isTTY !== true) return SILENT;
  let shown = '';
  return {
    tell: (done, what = '') => {
      const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 1;
      const filled = Math.round(share * CELLS);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(CELLS - filled)}`;
      const percent = `${Math.floor(share * 100)} %`.padStart(5);
      const line = `${bar} ${percent}  ${done} / ${total}  ${what}`.trimEnd();
      const fitting = line.slice(0, Math.max(CELLS, (terminal.columns ?? 80) - 1));
      if (fitting === shown) return;
      shown = fitting;
      terminal.write(`${ERASE_LINE}${fitting}`);
    },
    end: () => {
      if (shown !== '') terminal.write(ERASE_LINE);
      shown = '';
    },
  };
}

/** A bar for work that says only on the way of how many parts it is. */
export function partsBar(terminal?: ProgressTerminal): {
  readonly tell: (done: number, total: number, what?: string) => void;
  readonly end: () => void;
} {
  const bars: Progress[] = [];
  return {
    tell: (done, total, what) => {
      if (bars.length === 0) bars.push(progressBar(total, terminal));
      bars[0]?.tell(done, what);
    },
    end: () => bars[0]?.end(),
  };
}
