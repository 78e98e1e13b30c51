import type { Pack, Text } from '@parcours/engine';
import type { Command, OpenPack } from '../log/command.ts';
import { findState, type OpenState, statesWithin } from '../log/find-state.ts';
import { newId } from '../log/new-id.ts';
import { putInOrder, readingOrder } from './reading-order.ts';
import { findWay, openCandidates, type Way } from './way.ts';
import { reportedWays, trackOf, wordsOf } from './ways.ts';

type StepKind = 'work' | 'idle' | 'wait' | 'choice' | 'end';

/** Ids of states are unique in the whole machine. */
function idForState(pack: Pack | OpenPack, title: Text, fallback: string): string {
  const taken = new Set(Object.keys(pack.steps));
  for (const track of Object.values(pack.machine.states))
    for (const { id } of statesWithin(track as OpenState)) taken.add(id);
  return newId(wordsOf(title), fallback, (id) => taken.has(id));
}

/** Where people read a new step: behind `after`, else last of `into`. */
export function placeInOrder(pack: OpenPack, into: OpenState, id: string, after: string | undefined): void {
  const wanted = readingOrder(pack, into as never).filter((each) => each !== id);
  const index = after === undefined ? -1 : wanted.indexOf(after);
  wanted.splice(index < 0 ? wanted.length : index + 1, 0, id);
  putInOrder(pack, into as never, wanted, id);
}

type NewStep = {
  readonly title: Text;
  /** The stage or track in which it stands. */
  readonly into: string;
  /** The step behind which it is read and, when `linked`, from which it is reached. */
  readonly after?: string;
  readonly kind?: StepKind;
  /** Label of the outcome by which one goes on to what follows; with it the step is put into the line, without it it stands alone. */
  readonly outcome?: Text;
};

/** A new step. With an outcome it enters the line: what `after` led to, the new step now leads to. */
export const addStep: Command<NewStep> = {
  id: 'add_step',
  can: (pack, { into, after }) => {
    const holder = findState(pack.machine, into);
    if (!holder) return { why: 'gone', names: { id: into } };
    if (holder.state.type === 'parallel') return { why: 'parallel_holds_stages' };
    if (!isHolder(pack, into)) return { why: 'step_holds_nothing' };
    if (after !== undefined && !findState(pack.machine, after)) return { why: 'gone', names: { id: after } };
    return undefined;
  },
  run: (pack, { title, into, after, kind = 'work', outcome }) => {
    const id = idForState(pack, title, 'step');
    const holder = findState(pack.machine, into)?.state;
    if (!holder) return { places: [`steps/${into}`] };
    holder.states ??= {};
    holder.states[id] = { id };
    holder.initial ??= id;
    pack.steps[id] = { kind, title, basis: 'practice' };
    placeInOrder(pack, holder, id, after);
    if (outcome) putIntoLine(pack, id, after, outcome);
    return { places: [`steps/${id}`] };
  },
  names: (_, { title }) => ({ name: title }),
};

/** A stage or a track: it holds states, or is told to. */
export function isHolder(pack: Pack, id: string): boolean {
  const kind = pack.steps[id]?.kind;
  return kind === 'stage' || kind === 'track' || findState(pack.machine, id)?.state.states !== undefined;
}

/** The first unconditional reported way out of a step, or its only one. */
function lineFrom(pack: OpenPack, id: string): Way | undefined {
  const ways = reportedWays(pack, id);
  const open = ways.filter((way) => {
    const candidate = findWay(pack as Pack, way);
    return candidate?.guard === undefined && candidate?.target !== undefined;
  });
  return open.length === 1 ? open[0] : undefined;
}

/** Puts a new step on the way that goes on from `after`; a step that nothing leads out of leads to it. */
export function putIntoLine(pack: OpenPack, id: string, after: string | undefined, outcome: Text): void {
  const standing = findState(pack.machine, id);
  if (!standing) return;
  const before = after === undefined ? undefined : findState(pack.machine, after);
  const isStep = before !== undefined && before.state.states === undefined;
  const line = isStep && after !== undefined ? lineFrom(pack, after) : undefined;
  const event = newId(`${wordsOf(pack.steps[id]?.title ?? {})} done`, 'outcome', (each) =>
    Object.hasOwn(pack.events, each),
  );
  if (line) {
    const candidate = before ? openCandidates(before.state, line.by, line.name)[line.index] : undefined;
    const target = candidate?.target;
    if (candidate) candidate.target = `#${id}`;
    if (target === undefined || pack.steps[id]?.kind === 'end') return;
    pack.events[event] = { label: outcome, basis: 'practice' };
    standing.state.on = { [event]: [{ target }] };
    return;
  }
  const kind = isStep ? pack.steps[after ?? '']?.kind : undefined;
  // Nothing follows an end; what opens a track that waits is for the committee to say.
  if (
    !isStep ||
    kind === 'end' ||
    kind === 'idle' ||
    before === undefined ||
    trackOf(pack, id) !== trackOf(pack, after ?? '')
  )
    return;
  if (reportedWays(pack, after ?? '').length > 0) return;
  pack.events[event] = { label: outcome, basis: 'practice' };
  openCandidates(before.state, 'on', event).push({ target: `#${id}` });
}

/** A step put on a way: the way leads to it, and it leads where the way led. */
export const insertStep: Command<{ readonly way: Way; readonly title: Text; readonly outcome: Text }> = {
  id: 'insert_step',
  can: (pack, { way }) => {
    const candidate = findWay(pack, way);
    if (candidate?.target === undefined) return { why: 'gone', names: { id: way.name } };
    return findState(pack.machine, candidate.target.slice(1))
      ? undefined
      : { why: 'gone', names: { id: candidate.target } };
  },
  run: (pack, { way, title, outcome }) => {
    const from = findState(pack.machine, way.from);
    const candidate = from && openCandidates(from.state, way.by, way.name)[way.index];
    const target = candidate?.target;
    if (!from || !candidate || target === undefined) return { places: [`steps/${way.from}`] };
    const after = from.state.states === undefined ? way.from : undefined;
    const holder =
      after === undefined ? findState(pack.machine, target.slice(1))?.above.at(-1) : from.above.at(-1);
    if (!holder) return { places: [`steps/${way.from}`] };
    const id = idForState(pack, title, 'step');
    holder.states ??= {};
    const event = newId(`${wordsOf(title)} done`, 'outcome', (each) => Object.hasOwn(pack.events, each));
    holder.states[id] = { id, on: { [event]: [{ target }] } };
    pack.events[event] = { label: outcome, basis: 'practice' };
    pack.steps[id] = { kind: 'work', title, basis: 'practice' };
    candidate.target = `#${id}`;
    placeInOrder(pack, holder, id, after);
    return { places: [`steps/${id}`] };
  },
  names: (_, { title }) => ({ name: title }),
};
