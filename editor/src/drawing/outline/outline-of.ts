import type { Pack, Text } from '@parcours/engine';
import { replaceEqualDeep } from '@tanstack/react-query';
import { rolesOf, stepDefinition } from '../../pack/step-of-pack.ts';
import { askedIn } from '../commands/asks.ts';
import { readingOrder } from '../commands/reading-order.ts';
import type { MachineState } from '../log/find-state.ts';
import { type OutlineWay, waysOn } from './outline-ways.ts';

type Entry = Pack['steps'][string];
type StepKind = NonNullable<ReturnType<typeof stepDefinition>>['kind'];

export type OutlineRole = { readonly id: string; readonly label: Text; readonly sector: string };
export type OutlineSource = { readonly id: string; readonly instrument: Text; readonly article: string };
/** A span as people read it: a duration, a number with its unit, or `null` while national law is not found; one per value. */
export type OutlineDeadline = {
  readonly id: string;
  readonly label: Text;
  readonly spans: readonly (string | { readonly value: number; readonly unit: string } | null)[];
  readonly isWorking: boolean;
};

type RowBase = {
  readonly id: string;
  /** `steps/visit`. */
  readonly place: string;
  /** Reading number: `1`, `1.2`, `1.2.3`. */
  readonly number: string;
  /** 0 for a track. */
  readonly depth: number;
  /** The track or stage in which it stands; undefined for a track. */
  readonly holder: string | undefined;
  readonly title: Text;
  readonly ways: readonly OutlineWay[];
  readonly sources: readonly OutlineSource[];
  readonly basis: 'law' | 'standard' | 'practice' | undefined;
};

/** A chapter (a track) or a heading (a stage). */
export type HeadingRow = RowBase & {
  readonly kind: 'track' | 'stage';
  /** Its stages go side by side. */
  readonly isParallel: boolean;
  readonly isEmpty: boolean;
};

/** A numbered step with everything its line says: it changes only when what it says does. */
export type StepRow = RowBase & {
  readonly kind: 'step';
  readonly stepKind: StepKind;
  readonly isMeasure: boolean;
  readonly who: readonly OutlineRole[];
  /** The fact that chooses among them, when one does. */
  readonly chosenBy: Text | undefined;
  readonly with: readonly OutlineRole[];
  readonly deadlines: readonly OutlineDeadline[];
  /** What its form asks, in the order in which it asks. */
  readonly asks: readonly { readonly id: string; readonly label: Text }[];
  readonly how: Text | undefined;
  readonly child: Text | undefined;
};

export type OutlineRow = HeadingRow | StepRow;
export type OutlineNode = { readonly row: OutlineRow; readonly children: readonly OutlineNode[] };
export type Outline = { readonly chapters: readonly OutlineNode[] };

/** The procedure as a document: tracks as chapters, stages as headings, steps numbered in reading order. Pure. */
export function outlineOf(pack: Pack): Outline {
  return made(pack, undefined).outline;
}

/** The same, keeping every part of the one before that says the same: what did not change is the same object. */
export function nextOutline(before: Outline | undefined, pack: Pack): Outline {
  const known = before && makings.get(before);
  const making = made(pack, known);
  const outline = replaceEqualDeep(before, making.outline) as Outline;
  makings.set(outline, making);
  return outline;
}

/** An outline with what each of its rows was made of. */
type Making = {
  readonly outline: Outline;
  readonly pack: Pack;
  readonly numbers: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<
    string,
    { readonly row: OutlineRow; readonly state: MachineState; readonly isEmpty: boolean }
  >;
};

const makings = new WeakMap<Outline, Making>();

function made(pack: Pack, before: Making | undefined): Making {
  const numbers = new Map<string, string>();
  const rows = new Map<string, { row: OutlineRow; state: MachineState; isEmpty: boolean }>();
  const tracks = readingOrder(pack, { states: pack.machine.states, initial: 'main' });
  const number = (state: MachineState, own: string) => {
    numbers.set(state.id, own);
    for (const [index, child] of childrenOf(pack, state).entries()) number(child, `${own}.${index + 1}`);
  };
  const states = tracks.flatMap((id) => pack.machine.states[id] ?? []);
  for (const [index, track] of states.entries()) number(track, String(index + 1));
  const areWordsSame = before !== undefined && sameBesideSteps(before.pack, pack);
  // A row made of the same state, the same entry and the same words elsewhere says the same: a key typed makes few anew.
  const knownRow = (state: MachineState, holder: string | undefined, depth: number, isEmpty: boolean) => {
    const known = areWordsSame ? before.rows.get(state.id) : undefined;
    if (!before || !known || known.state !== state || known.isEmpty !== isEmpty) return undefined;
    const { row } = known;
    const isSame = (id: string) =>
      before.pack.steps[id] === pack.steps[id] && before.numbers.get(id) === numbers.get(id);
    return row.holder === holder &&
      row.depth === depth &&
      isSame(state.id) &&
      row.ways.every(
        ({ target, guard }) => (!target || isSame(target.id)) && (!guard || guard.kind === 'rule'),
      )
      ? row
      : undefined;
  };
  const node = (state: MachineState, holder: string | undefined, depth: number): OutlineNode => {
    const children = childrenOf(pack, state);
    const isEmpty = children.length === 0;
    const row =
      knownRow(state, holder, depth, isEmpty) ?? rowOf(pack, numbers, state, holder, depth, isEmpty);
    rows.set(state.id, { row, state, isEmpty });
    return { row, children: children.map((child) => node(child, state.id, depth + 1)) };
  };
  return { outline: { chapters: states.map((track) => node(track, undefined, 0)) }, pack, numbers, rows };
}

/** Nothing but the machine and what its steps say of themselves is another. */
function sameBesideSteps(before: Pack, after: Pack): boolean {
  const sections = Object.keys(after) as (keyof Pack)[];
  return sections.every(
    (section) => section === 'steps' || section === 'machine' || before[section] === after[section],
  );
}

/** What people read of a stage; where parallel works join is no step to read. */
function childrenOf(pack: Pack, state: MachineState): readonly MachineState[] {
  return readingOrder(pack, state).flatMap((id) => {
    const child = state.states?.[id];
    return child && (child.type !== 'final' || Object.hasOwn(pack.steps, id)) ? [child] : [];
  });
}

function rowOf(
  pack: Pack,
  numbers: ReadonlyMap<string, string>,
  state: MachineState,
  holder: string | undefined,
  depth: number,
  isEmpty: boolean,
): OutlineRow {
  const entry: Entry | undefined = Object.hasOwn(pack.steps, state.id) ? pack.steps[state.id] : undefined;
  const base = {
    id: state.id,
    place: `steps/${state.id}`,
    number: numbers.get(state.id) ?? '',
    depth,
    holder,
    title: entry?.title ?? {},
    ways: waysOn(pack, numbers, state),
    sources: (entry?.sources ?? []).map((id) => shownSource(pack, id)),
    basis: entry?.basis,
  };
  const step = stepDefinition(pack, state.id);
  if (!step && (holder === undefined || !isEmpty || entry !== undefined))
    return {
      ...base,
      kind: holder === undefined ? 'track' : 'stage',
      isParallel: state.type === 'parallel',
      isEmpty,
    };
  const who = step?.who;
  return {
    ...base,
    kind: 'step',
    stepKind: step?.kind ?? 'work',
    isMeasure: state.tags?.includes('measure') ?? false,
    who: rolesOf(who).map((id) => shownRole(pack, id)),
    chosenBy: who && 'by' in who ? (pack.facts[who.by]?.label ?? { en: who.by }) : undefined,
    with: (step?.with ?? []).map((id) => shownRole(pack, id)),
    deadlines: (step?.deadlines ?? []).map((id) => shownDeadline(pack, id)),
    asks: askedIn(pack, state.id).map((id) => ({ id, label: pack.facts[id]?.label ?? {} })),
    how: step?.how,
    child: step?.child,
  };
}

function shownRole(pack: Pack, id: string): OutlineRole {
  const role = pack.roles[id];
  return { id, label: role?.label ?? {}, sector: role?.sector ?? '' };
}

function shownSource(pack: Pack, id: string): OutlineSource {
  const source = pack.sources[id];
  return { id, instrument: source?.instrument ?? {}, article: source?.article ?? '' };
}

/** A deadline in the words of its span. */
export function shownDeadline(pack: Pack, id: string): OutlineDeadline {
  const deadline = pack.deadlines[id];
  const read = (span: string | { readonly parameter: string }) => {
    if (typeof span === 'string') return span;
    const parameter = pack.parameters[span.parameter];
    if (typeof parameter?.value === 'string') return parameter.value;
    if (typeof parameter?.value !== 'number') return null;
    return { value: parameter.value, unit: parameter.unit ?? '' };
  };
  const within = deadline?.within ?? [];
  const spans = typeof within === 'object' && 'values' in within ? Object.values(within.values) : [within];
  return {
    id,
    label: deadline?.label ?? {},
    spans: (spans as (string | { readonly parameter: string })[]).map(read),
    isWorking: deadline?.calendar === 'working',
  };
}

/** Every row in the order in which it is read. */
export function rowsOf({ chapters }: Outline): readonly OutlineRow[] {
  const visit = ({ row, children }: OutlineNode): OutlineRow[] => [row, ...children.flatMap(visit)];
  return chapters.flatMap(visit);
}
