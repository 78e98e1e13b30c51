/**
 * A story found while facts were free is walked again with facts remembered. Where it holds, it is real as far as facts can tell;
 * where it breaks, a smallest set of facts that breaks it is what the next round must remember.
 */
import { type Cell, type Met, mannerOf } from './explore.ts';
import { type Formula, variablesIn } from './formula.ts';
import { openTurn, takeTurn } from './take-move.ts';
import { type Turn, turnsOf } from './turn.ts';
import type { Taken, View } from './view.ts';

/** The facts around a move, as its turn left them. */
export type Facts = Pick<Turn, 'before' | 'now' | 'after' | 'linkNow' | 'asked'>;

/** One move of a story with the facts that make it possible. */
export type Stage = { readonly met: Met; readonly taken: Taken; readonly turn: Facts; readonly from?: Stage };

export type Story = {
  readonly view: View;
  /** The states of the story, the opening first. */
  readonly path: readonly Met[];
  readonly initial: Int32Array;
  readonly cell?: Cell | undefined;
};

/** More ways through one move than this are not followed; the story then counts as not retraced. */
const MOST_WAYS = 4_000;

/** The path that led to a state. */
export function pathTo(met: Met): readonly Met[] {
  const path: Met[] = [];
  for (let at: Met | undefined = met; at; at = at.from) path.unshift(at);
  return path;
}

/** The story with some variables remembered: its last stage, or undefined when facts forbid it. */
export function retrace(
  story: Story,
  remembered: ReadonlySet<number>,
  reads?: Set<number>,
): Stage | undefined | 'too_many' {
  const { view, path, initial, cell } = story;
  const { variables } = view.ground.space;
  const onAsk = (formula: Formula) => {
    for (const index of variablesIn(formula)) reads?.add(index);
  };
  const everyTurn = turnsOf({ ...mannerOf(view, remembered), ...(reads && { onAsk }) });
  const order = [...remembered].sort((a, b) => a - b);
  let ways: readonly (Stage | undefined)[] = [undefined];
  for (const met of path) {
    const next = new Map<string, Stage>();
    for (const from of ways) {
      const start = variables.map(({ full }) => full);
      for (const index of order) start[index] = (from ? from.turn.after[index] : initial[index]) as number;
      everyTurn(
        Int32Array.from(start),
        (turn) =>
          from && met.move
            ? takeTurn(view, from.taken, met.move, turn, ignore)
            : openTurn(view, turn, ignore),
        (taken, turn) => {
          if (taken.standing !== met.standing || taken.monitor !== met.monitor || taken.seen !== met.seen)
            return;
          const key = order.map((index) => turn.after[index]).join();
          if (!next.has(key)) next.set(key, { met, taken, turn: copyOf(turn), ...(from && { from }) });
        },
      );
    }
    ways = [...next.values()];
    if (ways.length === 0) return undefined;
    if (ways.length > MOST_WAYS) return 'too_many';
  }
  for (const index of cell?.keys() ?? []) reads?.add(index);
  return ways.find(
    (way) =>
      way &&
      [...(cell ?? [])].every(
        ([index, mask]) => !remembered.has(index) || ((way.turn.after[index] as number) & mask) !== 0,
      ),
  );
}

/** A smallest set of variables that forbids a story: each of them is needed, though there may be another set as small. */
export function whyImpossible(story: Story, reads: ReadonlySet<number>): ReadonlySet<number> {
  let needed = [...reads].sort((a, b) => a - b);
  for (let size = Math.ceil(needed.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < needed.length; ) {
      const without = [...needed.slice(0, from), ...needed.slice(from + size)];
      if (without.length < needed.length && retrace(story, new Set(without)) === undefined) needed = without;
      else from += size;
    }
  }
  return new Set(needed);
}

function ignore(): void {}

function copyOf({ before, now, after, linkNow, asked }: Turn): Facts {
  const kept = now.slice();
  return {
    before: before.slice(),
    now: kept,
    after: after === now ? kept : after.slice(),
    linkNow: linkNow.slice(),
    asked: [...asked],
  };
}
