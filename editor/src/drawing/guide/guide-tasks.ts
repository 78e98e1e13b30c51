import type { Finding, Pack, Verdict } from '@parcours/engine';
import { standingOf } from '../../pack/standing.ts';
import { type MachineState, statesWithin } from '../log/find-state.ts';
import type { ViewId } from '../views.ts';
import type { guideWords } from '../words/guide.ts';

export type GuideTaskId = keyof (typeof guideWords)['fr']['tasks'];

/** One task of a first procedure: whether the draft shows it done, and where it is done. */
export type GuideTask = {
  readonly id: GuideTaskId;
  readonly isDone: boolean;
  readonly view: ViewId;
  /** As findings name places; absent where the whole view is meant. */
  readonly place?: string;
};

/** What is computed from the draft beside it: findings and verdicts, as far as they are told. */
export type Checked = {
  readonly isChecked: boolean;
  readonly findings: readonly Finding[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** It was taken out on paper: the device remembers, for nothing in the draft tells it. */
  readonly isTakenOut: boolean;
  /** A text was looked for, and a step found to be practice. */
  readonly isPractice: boolean;
};

/** Enough steps to see an order in them. */
const FEW_STEPS = 3;

/** The tasks of a first procedure in their order. Nothing is counted: but for paper and practice, the draft alone tells what is done. */
export function guideTasks(pack: Pack, checked: Checked): readonly GuideTask[] {
  const working = workingSteps(pack);
  const first = working[0]?.[0];
  const last = working.at(-1)?.[0];
  const titled = working.filter(([, { title }]) => isSaid(title));
  const isWritten = titled.length >= FEW_STEPS;
  const at = (id: string | undefined) => (id === undefined ? {} : { place: `steps/${id}` });
  const owed =
    working.find(([, step]) => !isDue(pack, step) && !hasWho(step)) ??
    working.find(([, step]) => !isDue(pack, step) || !hasWho(step)) ??
    working[0];
  const bare = working.find(([, step]) => !restsOnText(pack, step)) ?? working[0];
  return [
    {
      id: 'name',
      isDone: isSaid(pack.pack.title),
      view: 'sections',
      place: 'pack/title',
    },
    {
      id: 'stage',
      isDone: Object.values(pack.steps).some(({ kind, title }) => kind === 'stage' && isSaid(title)),
      view: 'outline',
      ...at(first),
    },
    { id: 'steps', isDone: isWritten, view: 'outline', ...at(last) },
    {
      id: 'who',
      isDone: working.some(([, step]) => hasWho(step) && isDue(pack, step)),
      view: 'outline',
      ...at(owed?.[0]),
    },
    {
      id: 'rests',
      isDone: checked.isPractice || working.some(([, step]) => restsOnText(pack, step)),
      view: 'outline',
      ...at(bare?.[0]),
    },
    {
      id: 'way',
      isDone: working.some(([id]) => targetsOf(pack, id).size > 1),
      view: 'map',
      ...at(first),
    },
    { id: 'danger', isDone: opensTrack(pack), view: 'rules', place: 'events/none' },
    {
      id: 'todo',
      isDone:
        isWritten && checked.isChecked && checked.findings.every(({ severity }) => severity !== 'error'),
      view: 'findings',
    },
    {
      id: 'safeguard',
      isDone: Object.keys(pack.safeguards).some((id) =>
        ['proved', 'bounded'].includes(standingOf(checked.verdicts.get(id))),
      ),
      view: 'sections',
      place: 'safeguards/none',
    },
    { id: 'try', isDone: Object.keys(pack.scenarios).length > 0, view: 'trial' },
    { id: 'print', isDone: checked.isTakenOut, view: 'exchange' },
  ];
}

/** The task to tell: the one that was picked until it is done, then the first open one after it, then what was passed over. */
export function nextTask(
  tasks: readonly GuideTask[],
  picked: GuideTaskId | undefined,
): GuideTask | undefined {
  const from = Math.max(
    0,
    tasks.findIndex(({ id }) => id === picked),
  );
  return [...tasks.slice(from), ...tasks.slice(0, from)].find(({ isDone }) => !isDone);
}

/** True for a procedure that has only just been begun. */
export function isBeginning(pack: Pack): boolean {
  return pack.pack.kind === 'procedure' && workingSteps(pack).length < FEW_STEPS;
}

type Step = Exclude<Pack['steps'][string], { readonly kind: 'stage' | 'track' }>;

/** Steps in which somebody acts or is waited for, as they are read. */
function workingSteps(pack: Pack): readonly (readonly [string, Step])[] {
  return Object.values(pack.machine.states).flatMap((track) =>
    [...statesWithin<MachineState>(track)].flatMap(({ id }) => {
      const step = pack.steps[id];
      return step?.kind === 'work' || step?.kind === 'wait' ? [[id, step as Step] as const] : [];
    }),
  );
}

const isSaid = (text: Readonly<Record<string, string>>): boolean =>
  Object.values(text).some((words) => words.trim() !== '');

const hasWho = ({ who }: Step): boolean => who !== undefined && (!Array.isArray(who) || who.length > 0);

const isDue = (pack: Pack, { deadlines = [] }: Step): boolean =>
  deadlines.some((id) => Object.hasOwn(pack.deadlines, id));

const restsOnText = (pack: Pack, { sources = [] }: Step): boolean =>
  sources.some((id) => Object.hasOwn(pack.sources, id));

/** Where the ways out of a step lead. */
function targetsOf(pack: Pack, id: string): ReadonlySet<string> {
  const state = Object.values(pack.machine.states)
    .flatMap((track) => [...statesWithin<MachineState>(track)])
    .find((each) => each.id === id);
  const lists = [
    ...Object.values(state?.on ?? {}),
    ...Object.values(state?.after ?? {}),
    state?.always ?? [],
  ];
  return new Set(lists.flat().flatMap(({ target }) => (target === undefined ? [] : [target])));
}

/** A signal is heard where a track waits to be opened. */
function opensTrack(pack: Pack): boolean {
  return Object.entries(pack.machine.states).some(
    ([id, track]) =>
      id !== 'main' &&
      [...statesWithin<MachineState>(track)].some((state) =>
        Object.entries(state.on ?? {}).some(
          ([event, ways]) =>
            pack.events[event]?.when !== undefined && ways.some(({ target }) => target !== undefined),
        ),
      ),
  );
}
