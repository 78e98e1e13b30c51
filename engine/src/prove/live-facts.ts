/**
 * What can still be read of each fact remembered, wherever a case may stand: by the guards, the demands of forms and events, the
 * tasks, the signals and the safeguard itself, before the fact is recorded or asked anew. It is found backwards over a walk that
 * remembers no fact, and so over more than can happen; history and re-entry are in it, because it is the same walk. A fact called
 * unread too early could only make a false story, never a false proof.
 */
import type { Search } from './explore.ts';
import { type Formula, literalsIn } from './formula.ts';
import { mannerOf } from './masks.ts';
import { BROKEN } from './monitor.ts';
import type { Move } from './moves.ts';
import { movesFrom } from './moves-from.ts';
import { openTurn, takeTurn } from './take-move.ts';
import { LINK, MOST_TURNS, type Turn } from './turn.ts';
import { turnsOf } from './turns-of.ts';
import type { Variable } from './variable.ts';
import type { Taken } from './view.ts';

/** How much of a fact can still be read, each more than the one before. */
const READ = {
  nothing: 0,
  /** Whether it may be unknown: a blank answer keeps what was known. */
  blank: 1,
  /** Whether it is known, unknown or either. */
  known: 2,
  value: 3,
} as const;

/** Forgets, in the masks of the facts remembered, what nothing reads any more; the very same masks when all of it is read. */
export type Forget = (taken: Taken, masks: Int32Array) => Int32Array;

type From = Pick<Taken, 'standing' | 'monitor' | 'seen'>;

/** Where a move leads, and how much of what is read there comes from the facts as they were; by place among those remembered. */
type Way = { readonly to: Node; readonly passes: Uint8Array };
type Node = { readonly from: From; readonly live: Uint8Array; readonly ways: Way[] };

/** A step for each place looked at; undefined at the end when the walk is too long to be told: then nothing may be forgotten. */
export function* liveFacts(search: Search): Generator<void, Forget | undefined> {
  const nodes = yield* walkFree(search);
  if (!nodes) return undefined;
  flowBack([...nodes.values()]);
  const remembered = search.remembered.map((index) => search.view.ground.space.variables[index] as Variable);
  return (taken, masks) => {
    const live = nodes.get(keyOf(taken))?.live;
    if (!live) return masks;
    let left = masks;
    for (let place = 0; place < masks.length; place += 1) {
      const mask = masks[place] as number;
      const kept = readable(remembered[place] as Variable, mask, live[place] as number);
      if (kept === mask) continue;
      if (left === masks) left = masks.slice();
      left[place] = kept;
    }
    return left;
  };
}

/** Everything that cannot be told from a mask by what is still read of it. */
function readable({ full, known }: Variable, mask: number, level: number): number {
  if (level === READ.value) return mask;
  if (level === READ.nothing) return full;
  return level === READ.blank || (mask & known) !== 0 ? mask | known : mask;
}

/** Every place that a case may come to while no fact is remembered, with what each move reads there. */
function* walkFree(search: Search): Generator<void, ReadonlyMap<string, Node> | undefined> {
  const { view, remembered, initial, maxStates, stop } = search;
  const { variables } = view.ground.space;
  const nodes = new Map<string, Node>();
  const list: Node[] = [];
  const nodeOf = ({ standing, monitor, seen }: From): Node => {
    const key = keyOf({ standing, monitor, seen });
    const known = nodes.get(key);
    if (known) return known;
    const node = { from: { standing, monitor, seen }, live: new Uint8Array(remembered.length), ways: [] };
    nodes.set(key, node);
    list.push(node);
    return node;
  };
  let reading: Uint8Array = new Uint8Array(remembered.length);
  const everyTurn = turnsOf({
    ...mannerOf(view, []),
    onAsk: readInto(search, () => reading),
    most: MOST_TURNS,
  });
  const full = Int32Array.from(variables, (variable) => variable.full);
  const passesOf = ({ linkNow, asked }: Turn) =>
    Uint8Array.from(remembered, (variable) =>
      asked.includes(variable) ? READ.nothing : PASSES[linkNow[variable] as keyof typeof PASSES],
    );
  /** Answers false when there are more ways than are told apart. */
  const look = (node: Node, move: Move): boolean => {
    const seen = new Set<string>();
    reading = node.live;
    return !everyTurn(
      full,
      (turn) => takeTurn(view, node.from, move, turn, ignore),
      (taken, turn) => {
        if (taken.monitor === BROKEN) return true;
        const passes = passesOf(turn);
        const key = `${keyOf(taken)} ${passes.join('')}`;
        if (!seen.has(key)) node.ways.push({ to: nodeOf(taken), passes });
        seen.add(key);
        return true;
      },
    );
  };
  const isPartial = everyTurn(
    initial,
    (turn) => openTurn(view, turn, ignore),
    (taken) => taken.monitor === BROKEN || nodeOf(taken) !== undefined,
  );
  if (isPartial) return undefined;
  for (let next = 0; next < list.length; next += 1) {
    const node = list[next] as Node;
    if (list.length > maxStates || stop()) return undefined;
    for (const move of movesFrom(view, node.from.standing, remembered)) {
      if (!look(node, move)) return undefined;
    }
    yield;
  }
  return nodes;
}

/** How much of what is read of a fact afterwards is read of it as it was before, by how it was recorded. */
const PASSES = {
  [LINK.same]: READ.value,
  [LINK.later]: READ.value,
  [LINK.keepsKnown]: READ.blank,
  [LINK.free]: READ.nothing,
} as const;

/** Notes how much a formula that is asked reads of the facts as they were before the act. */
function readInto({ view, remembered }: Search, reading: () => Uint8Array) {
  const { variables } = view.ground.space;
  const places = new Map(remembered.map((variable, place) => [variable, place]));
  return (formula: Formula, linkNow: Uint8Array, isBefore: boolean): void => {
    for (const { variable, mask } of literalsIn(formula)) {
      const place = places.get(variable);
      if (place === undefined) continue;
      const { known, full } = variables[variable] as Variable;
      const asked = mask === known || mask === (full & ~known) ? READ.known : READ.value;
      const link = isBefore ? LINK.same : (linkNow[variable] as keyof typeof PASSES);
      const level = Math.min(asked, PASSES[link]);
      const live = reading();
      if (level > (live[place] as number)) live[place] = level;
    }
  };
}

/** What is read later is read now, as far as it comes from what is now. */
function flowBack(nodes: readonly Node[]): void {
  for (let grew = true; grew; ) {
    grew = false;
    for (let at = nodes.length - 1; at >= 0; at -= 1) {
      const { live, ways } = nodes[at] as Node;
      for (const { to, passes } of ways) {
        for (let place = 0; place < live.length; place += 1) {
          const level = Math.min(to.live[place] as number, passes[place] as number);
          if (level <= (live[place] as number)) continue;
          live[place] = level;
          grew = true;
        }
      }
    }
  }
}

function keyOf({ standing: { id }, monitor, seen }: From): string {
  return `${id} ${monitor} ${seen}`;
}

function ignore(): void {}
