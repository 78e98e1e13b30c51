export type RouteStep = { readonly step: string; readonly side: 'both' | 'yours' | 'expected' };

/** Two routes side by side: the longest common one, with what only one of them holds in its place. */
export function compareRoutes(yours: readonly string[], expected: readonly string[]): readonly RouteStep[] {
  const lengths = Array.from({ length: yours.length + 1 }, () =>
    new Array<number>(expected.length + 1).fill(0),
  );
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = yours.length - 1; i >= 0; i -= 1) {
    for (let j = expected.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row)
        row[j] = yours[i] === expected[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: RouteStep[] = [];
  let i = 0;
  let j = 0;
  while (i < yours.length || j < expected.length) {
    const mine = yours[i];
    const theirs = expected[j];
    if (mine !== undefined && mine === theirs) {
      found.push({ step: mine, side: 'both' });
      i += 1;
      j += 1;
    } else if (theirs === undefined || (mine !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      if (mine !== undefined) found.push({ step: mine, side: 'yours' });
      i += 1;
    } else {
      found.push({ step: theirs, side: 'expected' });
      j += 1;
    }
  }
  return found;
}
