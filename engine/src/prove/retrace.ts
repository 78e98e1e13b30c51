/**
 * A story found while facts were free is walked again with facts remembered. Where it holds, it is real as far as facts can tell;
 * where it breaks, a smallest set of facts that breaks it is what the next round must remember.
 */
import type { Cell, Met } from './explore.ts';
import { holdsUnknown, variablesIn } from './formula.ts';
import { mannerOf } from './masks.ts';
import { openTurn, takeTurn } from './take-move.ts';
import { type EveryTurn, LINK, type Manner, MOST_TURNS, type Turn } from './turn.ts';
import { turnsOf } from './turns-of.ts';
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

/** More ways through a story than this are not tried; it then counts as not retraced. */
const MOST_WAYS = 20_000;

/** The path that led to a state. */
export function pathTo(met: Met): readonly Met[] {
  const path: Met[] = [];
  for (let at: Met | undefined = met; at; at = at.from) path.unshift(at);
  return path;
}

/** What a story reads: every variable, and those that it reads where nobody records them, so that they come from earlier. */
export type Reads = { readonly all: ReadonlySet<number>; readonly carried: ReadonlySet<number> };

/** The variables that a story reads while nothing is remembered. */
export function readsOf(story: Story): Reads {
  const all = new Set<number>(story.cell?.keys());
  const carried = new Set(all);
  walk(story, new Set(), (formula, linkNow) => {
    for (const index of variablesIn(formula)) {
      all.add(index);
      const link = linkNow[index];
      const isRecorded = link === LINK.free || link === LINK.keepsKnown;
      if (!isRecorded || holdsUnknown(formula, index)) carried.add(index);
    }
  });
  return { all, carried };
}

/** The last stage of a story with some variables remembered; undefined when facts forbid it. */
export function retrace(story: Story, remembered: ReadonlySet<number>): Stage | undefined | 'too_many' {
  return walk(story, remembered);
}

type Runners = { readonly exact: Uint8Array; readonly at: (depth: number) => EveryTurn };

const runnersOf = new WeakMap<Story, Runners>();

/** One runner for each move of a story, made once however often it is walked; what they remember is set before each walk. */
function runnersFor(story: Story, onAsk: Manner['onAsk']): Runners {
  const known = onAsk ? undefined : runnersOf.get(story);
  if (known) return known;
  const { exact, variables } = mannerOf(story.view, []);
  const made: EveryTurn[] = [];
  const at = (depth: number): EveryTurn => {
    const found = made[depth] ?? turnsOf({ variables, exact, onAsk, most: MOST_TURNS });
    made[depth] = found;
    return found;
  };
  const runners = { exact, at };
  if (!onAsk) runnersOf.set(story, runners);
  return runners;
}

/** Depth first, because one way through is enough; masks that led nowhere are not tried again. */
function walk(
  story: Story,
  remembered: ReadonlySet<number>,
  onAsk?: Manner['onAsk'],
): Stage | undefined | 'too_many' {
  const { view, path, initial, cell } = story;
  const { variables } = view.ground.space;
  const order = [...remembered].sort((a, b) => a - b);
  const { exact, at } = runnersFor(story, onAsk);
  exact.fill(0);
  for (const index of order) exact[index] = 1;
  const tried = path.map(() => new Set<string>());
  const full = Int32Array.from(variables, (variable) => variable.full);
  let ways = 0;
  let isCut = false;

  const fitsCell = (after: Int32Array) =>
    [...(cell ?? [])].every(
      ([index, mask]) => !remembered.has(index) || ((after[index] as number) & mask) !== 0,
    );
  const from = (depth: number, stage: Stage | undefined): Stage | undefined => {
    const met = path[depth];
    if (!met) return stage;
    const everyTurn = at(depth);
    const start = full.slice();
    for (const index of order) start[index] = (stage ? stage.turn.after[index] : initial[index]) as number;
    let found: Stage | undefined;
    const isPartial = everyTurn(
      start,
      (turn) =>
        stage && met.move
          ? takeTurn(view, stage.taken, met.move, turn, ignore)
          : openTurn(view, turn, ignore),
      (taken, turn) => {
        if (taken.standing !== met.standing || taken.monitor !== met.monitor || taken.seen !== met.seen)
          return true;
        if (depth === path.length - 1 && !fitsCell(turn.after)) return true;
        const key = order.map((index) => turn.after[index]).join();
        if (tried[depth]?.has(key)) return true;
        tried[depth]?.add(key);
        ways += 1;
        if (ways > MOST_WAYS) return false;
        found = from(depth + 1, { met, taken, turn: copyOf(turn), ...(stage && { from: stage }) });
        return found === undefined;
      },
    );
    isCut ||= isPartial;
    return found;
  };
  const last = from(0, undefined);
  return last ?? (isCut || ways > MOST_WAYS ? 'too_many' : undefined);
}

/** A smallest set of variables that forbids a story: each of them is needed, though there may be another set as small. */
export function whyImpossible(story: Story, reads: ReadonlySet<number>): ReadonlySet<number> {
  let needed = [...reads].sort((a, b) => a - b);
  for (let size = Math.ceil(needed.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < needed.length; ) {
      const without = [...needed.slice(0, start), ...needed.slice(start + size)];
      if (without.length < needed.length && retrace(story, new Set(without)) === undefined) needed = without;
      else start += size;
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
