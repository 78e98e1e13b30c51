import type { Text } from '@parcours/engine';
import type { Command, OpenPack } from '../log/command.ts';
import { findState, openStep } from '../log/find-state.ts';
import { newId } from '../log/new-id.ts';
import { isHolder, putIntoLine } from './add-step.ts';
import { ask, askedIn, formOf } from './asks.ts';
import { idFor, nameOf } from './elements.ts';
import { putInOrder, readingOrder } from './reading-order.ts';
import { openCandidates } from './way.ts';
import { wordsOf } from './ways.ts';

type NewStage = {
  readonly title: Text;
  /** The track or stage in which it stands. */
  readonly into: string;
  readonly after?: string;
  /** A stage is never empty: the title of its first step. */
  readonly firstStep: Text;
  /** Label of the outcome by which one goes on to what follows; with it the stage is put into the line, without it it stands alone. */
  readonly outcome?: Text;
};

/** A new stage with its first step. With an outcome it enters the line: what `after` led to, its first step now leads to. */
export const addStage: Command<NewStage> = {
  id: 'add_stage',
  can: (pack, { into }) => {
    const holder = findState(pack.machine, into);
    if (!holder) return { why: 'gone', names: { id: into } };
    return isHolder(pack, into) ? undefined : { why: 'step_holds_nothing' };
  },
  run: (pack, { title, into, after, firstStep, outcome }) => {
    const holder = findState(pack.machine, into)?.state;
    if (!holder) return { places: [`steps/${into}`] };
    const isTaken = (id: string) =>
      Object.hasOwn(pack.steps, id) || findState(pack.machine, id) !== undefined;
    const id = newId(wordsOf(title), 'stage', isTaken);
    const first = newId(wordsOf(firstStep), 'step', (each) => each === id || isTaken(each));
    const order = readingOrder(pack as never, holder as never);
    holder.states ??= {};
    holder.states[id] = { id, initial: first, states: { [first]: { id: first } } };
    if (holder.type !== 'parallel') holder.initial ??= id;
    pack.steps[id] = { kind: 'stage', title, basis: 'practice' };
    pack.steps[first] = { kind: 'work', title: firstStep, order: 1, basis: 'practice' };
    const index = after === undefined ? -1 : order.indexOf(after);
    order.splice(index < 0 ? order.length : index + 1, 0, id);
    putInOrder(pack, holder as never, order, id);
    if (outcome && after !== undefined) putIntoLine(pack, first, lastStepOf(pack, after), outcome);
    return { places: [`steps/${id}`, `steps/${first}`] };
  },
  names: (_, { title }) => ({ name: title }),
};

/** The step that is read last in a stage; a step itself. */
function lastStepOf(pack: OpenPack, id: string): string {
  const state = findState(pack.machine, id)?.state;
  const last = state?.states && readingOrder(pack as never, state as never).at(-1);
  return last === undefined ? id : lastStepOf(pack, last);
}

type NewTrack = { readonly title: Text; readonly idle: Text };

/** A new track, waiting: a case stands in its idle step until something opens it. */
export const addTrack: Command<NewTrack> = {
  id: 'add_track',
  can: () => undefined,
  run: (pack, { title, idle }) => {
    const isTaken = (id: string) =>
      Object.hasOwn(pack.steps, id) || findState(pack.machine, id) !== undefined;
    const id = newId(wordsOf(title), 'track', isTaken);
    const waiting = newId(`${wordsOf(title)} idle`, 'idle', (each) => each === id || isTaken(each));
    pack.machine.states[id] = {
      id,
      initial: waiting,
      states: { [waiting]: { id: waiting, tags: ['idle'] } },
    };
    const last = Object.keys(pack.machine.states).map((each) => pack.steps[each]?.order ?? 0);
    pack.steps[id] = { kind: 'track', title, order: Math.max(0, ...last) + 1 };
    pack.steps[waiting] = { kind: 'idle', title: idle, order: 1 };
    return { places: [`steps/${id}`] };
  },
  names: (_, { title }) => ({ name: title }),
};

type OpenOn = {
  /** The rule that turns to yes. */
  readonly rule: string;
  /** The step to go to, in the track that it opens. */
  readonly to: string;
  /** How the signal reads in the journal: "Danger was seen". */
  readonly label: Text;
};

/** "When danger is seen, open the emergency track": a signal, heard by the idle step of that track. */
export const openTrackWhen: Command<OpenOn> = {
  id: 'open_track_when',
  can: (pack, { rule, to }) => {
    if (!Object.hasOwn(pack.rules, rule)) return { why: 'gone', names: { id: rule } };
    const target = findState(pack.machine, to);
    const track = target?.above[0];
    if (!target || !track) return { why: 'gone', names: { id: to } };
    if (target.state.tags?.includes('measure')) return { why: 'clock_into_measure' };
    const idle = track.initial;
    if (idle === undefined || pack.steps[idle]?.kind !== 'idle' || idle === to)
      return { why: 'no_idle_step' };
    const known = Object.entries(findState(pack.machine, idle)?.state.on ?? {});
    const isThere = known.some(
      ([event, list]) =>
        pack.events[event]?.when === rule && list.some(({ target: end }) => end === `#${to}`),
    );
    return isThere ? { why: 'already' } : undefined;
  },
  run: (pack, { rule, to, label }) => {
    const idle = findState(pack.machine, to)?.above[0]?.initial;
    const state = idle === undefined ? undefined : findState(pack.machine, idle)?.state;
    if (!state) return { places: [`steps/${to}`] };
    const known = Object.entries(pack.events).find(([, event]) => event.when === rule)?.[0];
    const id = known ?? idFor(pack, 'events', wordsOf(label));
    pack.events[id] ??= { label, when: rule, basis: 'practice' };
    openCandidates(state, 'on', id).push({ target: `#${to}` });
    return { places: [`steps/${to}`, `events/${id}`, `rules/${rule}`] };
  },
  names: (pack, { rule, to }) => ({ rule: nameOf(pack, 'rules', rule), to: nameOf(pack, 'steps', to) }),
};

type AskAgain = { readonly step: string; readonly facts: readonly string[] };

/** "Ask again each time": the facts become unknown when the step opens, and its form asks them. */
export const askAgain: Command<AskAgain> = {
  id: 'ask_again',
  can: (pack, { step, facts }) => {
    const entry = pack.steps[step];
    if (!entry) return { why: 'gone', names: { id: step } };
    if (entry.kind === 'stage' || entry.kind === 'track') return { why: 'only_a_step' };
    const missing = facts.find((fact) => !Object.hasOwn(pack.facts, fact));
    if (missing !== undefined) return { why: 'gone', names: { id: missing } };
    return facts.find((fact) => pack.facts[fact]?.derive !== undefined) === undefined
      ? undefined
      : { why: 'derived' };
  },
  run: (pack, { step, facts }) => {
    const entry = openStep(pack, step);
    if (!entry) return { places: [`steps/${step}`] };
    const fresh = [...new Set([...(entry.fresh ?? []), ...facts])];
    if (fresh.length !== (entry.fresh ?? []).length) entry.fresh = fresh;
    const form = formOf(pack, step);
    if (form === undefined) return { places: [`steps/${step}`] };
    const asked = askedIn(pack, step);
    const missing = [...new Set(facts)].filter((fact) => !asked.includes(fact));
    ask(
      pack,
      form,
      missing.map((fact) => ({ fact, required: true })),
    );
    return { places: [`steps/${step}`, `forms/${form}`] };
  },
  names: (pack, { step }) => ({ name: nameOf(pack, 'steps', step) }),
};
