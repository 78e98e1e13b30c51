/**
 * Does what the device is asked one thing after another, each in a task of its own: the letter that was typed is drawn first, and
 * who reads finds what was asked to be kept before.
 */
export function oneAfterAnother(soon: (call: () => void) => void): <T>(ask: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (ask) => {
    const turn = last.then(() => new Promise<void>((go) => soon(go))).then(ask);
    last = turn.catch(() => undefined);
    return turn;
  };
}
