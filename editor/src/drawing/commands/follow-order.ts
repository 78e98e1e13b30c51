import type { OpenPack } from '../log/command.ts';
import { findState, type OpenState } from '../log/find-state.ts';
import { readingOrder } from './reading-order.ts';
import { openCandidates, type Way, waysOf } from './way.ts';

type Move = { readonly id: string; readonly into: string; readonly after?: string | undefined };

/**
 * A step that is moved takes its place in the line as well, where steps simply follow one another: what led to it
 * leads to what it led to, and it is led to from where it is read now. Where a way has a condition, or where there are
 * several, nobody can know what is meant: the ways stay. Called before the step is moved.
 */
export function followOrder(pack: OpenPack, { id, into, after }: Move): void {
  const own = onlyWay(pack, id);
  const [standing, holder] = [findState(pack.machine, id), findState(pack.machine, into)?.state];
  const parent = standing?.above.at(-1);
  if (!own || !holder || !parent || isStage(standing?.state)) return;
  const old = readingOrder(pack, parent as never);
  const before = old[old.indexOf(id) - 1];
  if (before === after && parent.id === into) return;
  const inward = waysInto(pack, id);
  const isFirst = before === undefined && inward.length === 0;
  const led = before === undefined ? undefined : onlyWay(pack, before);
  const isLed =
    led?.target === id && inward.length === 1 && !isStage(findState(pack.machine, before ?? '')?.state);
  if (!isFirst && !isLed) return;

  if (after === undefined) {
    const [first] = readingOrder(pack, holder as never).filter((each) => each !== id);
    // What opens the whole is read first: nothing may lead there but its place.
    if (parent.id !== into || first === undefined || isStage(findState(pack.machine, first)?.state)) return;
    if (waysInto(pack, first).some(({ from }) => from !== id) || !isLed) return;
    lead(pack, led, own.target);
    lead(pack, own, first);
    return;
  }
  const behind = onlyWay(pack, after);
  if (!behind || after === before || behind.target === id || isStage(findState(pack.machine, after)?.state))
    return;
  // In a line that runs backwards there is no place between two steps.
  if (isFirst && old[1] !== own.target) return;
  if (isLed) lead(pack, led, own.target);
  lead(pack, behind, id);
  lead(pack, own, behind.target);
}

type Line = { readonly way: Way; readonly target: string };

const isStage = (state: { readonly states?: unknown } | undefined): boolean => state?.states !== undefined;

/** The one way out of a step, reported and without a condition. */
function onlyWay(pack: OpenPack, id: string): Line | undefined {
  const [way, another] = [...waysOf(pack.machine)].filter(({ from }) => from === id);
  const target = way?.candidate.target?.slice(1);
  if (!way || another || way.by !== 'on' || way.candidate.guard !== undefined || target === undefined)
    return undefined;
  return { way, target };
}

const waysInto = (pack: OpenPack, id: string) =>
  [...waysOf(pack.machine)].filter(({ candidate }) => candidate.target === `#${id}`);

function lead(pack: OpenPack, { way }: Line, target: string): void {
  const state: OpenState | undefined = findState(pack.machine, way.from)?.state;
  const candidate = state && openCandidates(state, way.by, way.name)[way.index];
  if (candidate) candidate.target = `#${target}`;
}
