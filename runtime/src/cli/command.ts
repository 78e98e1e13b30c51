/** Where a command writes, and what it is given. */
export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the project: `procedures/`, `data/`, `editor/dist/` stand in it. */
  readonly home: string;
};

/** One word of the command line. */
export type CliCommand = {
  readonly usage: string;
  /** Resolves to the exit code: 0 well, 1 something is wrong with what was asked about, 2 called wrongly. */
  readonly run: (words: readonly string[], terminal: Terminal) => Promise<number>;
};

/** Called wrongly: exit code 2, and the message says the cure. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
