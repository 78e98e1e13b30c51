/** The closed set of ways a call to the engine can be wrong. A wrong pack is not one: it yields findings. */
export type EngineErrorCode =
  | 'instant.invalid'
  | 'duration.invalid'
  | 'pack.unsound'
  | 'pack.mismatch'
  | 'journal.broken'
  | 'rule.unknown'
  | 'fact.unknown'
  | 'value.invalid'
  | 'command.invalid'
  | 'scenario.invalid'
  | 'engine.internal';

/** A call that broke its contract. The message says the cure. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;

  constructor(
    code: EngineErrorCode,
    message: string,
    parameters: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
    this.parameters = parameters;
  }
}
