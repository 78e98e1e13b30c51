import type { Pack, Text } from '@parcours/engine';
import { replaceEqualDeep } from '@tanstack/react-query';
import { rolesOf, stepDefinition } from '../../pack/step-of-pack.ts';
import { askedIn } from '../commands/asks.ts';
import { readingOrder } from '../commands/reading-order.ts';
import type { MachineState } from '../log/find-state.ts';
import { type OutlineWay, type ShownGuard, waysOn } from './outline-ways.ts';

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
  /** What it is for: of a document that was brought, what stands below the heading. */
  readonly purpose: Text | undefined;
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
  return nextOutline(undefined, pack);
}

/** The same, keeping every part of the one before that says the same: what did not change is the same object. */
export function nextOutline(before: Outline | undefined, pack: Pack): Outline {
  const making = made(pack, before && makings.get(before));
  makings.set(making.outline, making);
  return making.outline;
}

/** An outline with what each of its nodes was made of. */
type Making = {
  readonly outline: Outline;
  readonly pack: Pack;
  readonly numbers: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, Part>;
};

type Part = {
  readonly node: OutlineNode;
  readonly state: MachineState;
  readonly inside: readonly MachineState[];
};

const makings = new WeakMap<Outline, Making>();

function made(pack: Pack, before: Making | undefined): Making {
  const parts = new Map<string, Part>();
  const { numbers, tracks, inside } =
    before && isOrderSame(before.pack, pack) ? orderIn(before) : ordered(pack);
  const areWordsSame = before !== undefined && sameBesideSteps(before.pack, pack);
  const isSame = (id: string) =>
    before?.pack.steps[id] === pack.steps[id] && before?.numbers.get(id) === numbers.get(id);
  const isGuardSame = (guard: ShownGuard): boolean => {
    if (guard.kind === 'rule') return true;
    return guard.kind === 'in' ? isSame(guard.id) : guard.of.every(isGuardSame);
  };
  const areWaysSame = (ways: OutlineRow['ways']) =>
    ways.every(({ target, guard }) => (!target || isSame(target.id)) && (!guard || isGuardSame(guard)));
  // A row made of the same state, the same entry and the same words elsewhere says the same: a key typed makes few anew.
  const isKnown = (known: Part, now: Omit<Part, 'node'>, holder: string | undefined, depth: number) => {
    const { row } = known.node;
    return (
      areWordsSame &&
      known.state === now.state &&
      (known.inside.length === 0) === (now.inside.length === 0) &&
      row.holder === holder &&
      row.depth === depth &&
      isSame(row.id) &&
      areWaysSame(row.ways)
    );
  };
  const node = (state: MachineState, holder: string | undefined, depth: number): OutlineNode => {
    const part = { state, inside: inside(state) };
    const known = before?.parts.get(state.id);
    const row =
      known && isKnown(known, part, holder, depth)
        ? known.node.row
        : (replaceEqualDeep(
            known?.node.row,
            rowOf(pack, numbers, state, holder, depth, part.inside.length === 0),
          ) as OutlineRow);
    const nodes = part.inside.map((child) => node(child, state.id, depth + 1));
    const children = keptList(known?.node.children, nodes);
    const own =
      known && known.node.row === row && known.node.children === children ? known.node : { row, children };
    parts.set(state.id, { ...part, node: own });
    return own;
  };
  const chapters = keptList(
    before?.outline.chapters,
    tracks.map((track) => node(track, undefined, 0)),
  );
  const outline = before && before.outline.chapters === chapters ? before.outline : { chapters };
  return { outline, pack, numbers, parts };
}

/** The list before, when the same stand in it. */
function keptList<One>(before: readonly One[] | undefined, now: readonly One[]): readonly One[] {
  return before?.length === now.length && before.every((one, index) => one === now[index]) ? before : now;
}

/** Where everything stands: the tracks, what is read in each state, and the number of each. */
type Order = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly tracks: readonly MachineState[];
  readonly inside: (state: MachineState) => readonly MachineState[];
};

function ordered(pack: Pack): Order {
  const numbers = new Map<string, string>();
  const read = new Map<MachineState, readonly MachineState[]>();
  const number = (state: MachineState, own: string) => {
    const children = childrenOf(pack, state);
    numbers.set(state.id, own);
    read.set(state, children);
    for (const [index, child] of children.entries()) number(child, `${own}.${index + 1}`);
  };
  const ids = readingOrder(pack, { states: pack.machine.states, initial: 'main' });
  const tracks = ids.flatMap((id) => pack.machine.states[id] ?? []);
  for (const [index, track] of tracks.entries()) number(track, String(index + 1));
  return { numbers, tracks, inside: (state) => read.get(state) ?? [] };
}

const orderIn = ({ outline, numbers, parts }: Making): Order => ({
  numbers,
  tracks: outline.chapters.flatMap(({ row }) => parts.get(row.id)?.state ?? []),
  inside: ({ id }) => parts.get(id)?.inside ?? [],
});

/** Nothing that tells where a step stands is another: the machine, which steps have an entry, and their `order`. */
function isOrderSame(before: Pack, after: Pack): boolean {
  if (before.machine !== after.machine) return false;
  const ids = Object.keys(after.steps);
  return (
    ids.length === Object.keys(before.steps).length &&
    ids.every(
      (id) =>
        before.steps[id] === after.steps[id] ||
        (Object.hasOwn(before.steps, id) && before.steps[id]?.order === after.steps[id]?.order),
    )
  );
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
      purpose: entry?.purpose,
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
