/** Browsers that do not tell when there is time. */
const IDLE_MS = 200;

/** Calls when the page has nothing else to do, at the latest after `timeout` milliseconds where one is given. Gives how to call it off. */
export function whenIdle(call: () => void, options?: IdleRequestOptions): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(call, options);
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(call, IDLE_MS);
  return () => clearTimeout(timer);
}
