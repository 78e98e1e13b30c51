/** What a unique guard refused: the command that lost must read again. */
export type ConflictOn =
  | 'entries'
  | 'answer'
  | 'account'
  | 'proposal'
  | 'once'
  | 'delivery'
  | 'acknowledgement'
  | 'move'
  | 'draft'
  | 'publication';

/** Another commit was first. Nothing of this one was written. */
export class StoreConflict extends Error {
  readonly on: ConflictOn;

  constructor(on: ConflictOn) {
    super(`another commit was first on ${on}; read again and retry`);
    this.name = 'StoreConflict';
    this.on = on;
  }
}

/**
 * The world failed under the store. `retry: 'same-key'`: whether it was written is not known, so ask again with the
 * same idempotency key; `retry: 'never'`: it cannot work without a person's help.
 */
export class StoreFailure extends Error {
  readonly retry: 'same-key' | 'never';

  constructor(message: string, retry: 'same-key' | 'never', cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreFailure';
    this.retry = retry;
  }
}
