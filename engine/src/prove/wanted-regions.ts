import type { Cell } from './explore.ts';
import type { Stage } from './retrace.ts';
import { LINK } from './turn.ts';
import { earlier, type Variable } from './variable.ts';

/** A variable and the regions in which it must lie for the story to go on as it does. */
export type Wanted = { readonly variable: Variable; readonly mask: number };

/**
 * What facts must be when each act of a story has been recorded. What a later act asks of a fact that nobody recorded in between
 * is asked of it already when it was recorded; time is taken to change nothing where the story does not need it.
 * `cell` is what the facts must be in the end.
 */
export function wantedRegions(
  stages: readonly Stage[],
  variables: readonly Variable[],
  cell: Cell = new Map(),
): readonly (readonly Wanted[])[] {
  const wanted: (readonly Wanted[])[] = [];
  let later = Int32Array.from(variables.map(({ index, full }) => cell.get(index) ?? full));
  for (const { turn } of [...stages].reverse()) {
    const now = turn.now.slice();
    const before = turn.before.slice();
    for (const variable of variables) {
      const { index } = variable;
      const after = (turn.after[index] as number) & (later[index] as number);
      if (!turn.asked.includes(index)) now[index] = (now[index] as number) & after;
      const unchanged = (before[index] as number) & (now[index] as number);
      const link = turn.linkNow[index];
      if (link === LINK.same || (link === LINK.later && unchanged !== 0)) before[index] = unchanged;
      else if (link === LINK.later)
        before[index] = earlier(variable, before[index] as number, now[index] as number);
    }
    wanted.unshift(
      variables.flatMap((variable) =>
        now[variable.index] === variable.full ? [] : [{ variable, mask: now[variable.index] as number }],
      ),
    );
    later = before;
  }
  return wanted;
}
