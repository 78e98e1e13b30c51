import {
  canonicalJson,
  checkElement,
  checkSection,
  type ElementSection,
  type Pack,
  referencesOf,
  type Text,
  type Use,
} from '@parcours/engine';
import { findState, type MachineState, statesWithin } from './find-state.ts';

/** Sections of which a step may need elements, in the order in which they are read. */
export const CARRIED = [
  'events',
  'rules',
  'facts',
  'parameters',
  'forms',
  'deadlines',
  'effects',
  'roles',
  'sources',
] as const satisfies readonly ElementSection[];
export type CarriedSection = (typeof CARRIED)[number];

/**
 * Steps and stages cut out of a procedure with everything they need to mean the same in another. Plain JSON: it travels
 * on the clipboard. What they only point at (a step they lead to, an event another step hears) is kept in `beyond` as it
 * was, so that it is found again where it means the same.
 */
export type Fragment = {
  readonly parcours: 'fragment';
  /** Ids of the outermost steps and stages, in reading order. */
  readonly roots: readonly string[];
  readonly states: Readonly<Record<string, MachineState>>;
  readonly steps: Pack['steps'];
  readonly elements: { readonly [section in CarriedSection]: Readonly<Record<string, unknown>> };
  /** Titles of steps and canonical texts of events pointed at and not carried: `steps/decide`, `events/child_seen`. */
  readonly beyond: Readonly<Record<string, string>>;
};

/** Sections that hold what a name of each kind stands for; steps have their own way. */
const HOLDS: { readonly [kind in Use['kind']]?: readonly CarriedSection[] } = {
  event: ['events'],
  signal: ['events'],
  rule: ['rules'],
  fact: ['facts'],
  value: ['facts', 'parameters'],
  parameter: ['parameters'],
  role: ['roles'],
  form: ['forms'],
  deadline: ['deadlines'],
  source: ['sources'],
};

/** The element of a carried section that a use names, as `rules/child_heard`; undefined for steps and fields. */
export function elementNamed(
  elements: Readonly<Record<CarriedSection, Readonly<Record<string, unknown>>>>,
  { kind, name }: Use,
): `${CarriedSection}/${string}` | undefined {
  const section = HOLDS[kind]?.find((each) => Object.hasOwn(elements[each], name));
  return section && `${section}/${name}`;
}

/** The step that a use names, `undefined` for anything else. */
export function stepNamed({ kind, name }: Use): string | undefined {
  if (kind === 'state' || kind === 'step') return name;
  return kind === 'reference' && /^(step|stage):/.test(name) ? name.slice(name.indexOf(':') + 1) : undefined;
}

/** The titles or definitions by which what a fragment points at is known again. */
export const markOf = (value: unknown): string => canonicalJson(value as Parameters<typeof canonicalJson>[0]);

/** Steps and stages with what they need; undefined when one is not there, is a track, or only waits for its track to open. */
export function fragmentOf(pack: Pack, ids: readonly string[]): Fragment | undefined {
  const found = ids.map((id) => findState(pack.machine, id));
  if (found.length === 0 || found.some((each) => !each || each.above.length === 0)) return undefined;
  const within = new Set(
    found.flatMap((each) => (each ? [...statesWithin(each.state)] : [])).map(({ id }) => id),
  );
  if ([...within].some((id) => pack.steps[id]?.kind === 'idle')) return undefined;
  const roots = ids.filter((id) => !findState(pack.machine, id)?.above.some((each) => within.has(each.id)));
  const uses = usesByOwner(pack);
  const elements: Record<CarriedSection, Record<string, unknown>> = {
    events: {},
    rules: {},
    facts: {},
    parameters: {},
    forms: {},
    deadlines: {},
    effects: {},
    roles: {},
    sources: {},
  };
  const beyond: Record<string, string> = {};
  const waiting = [...within].flatMap((id) => [`machine/${id}`, `steps/${id}`]);
  for (const [id, effect] of Object.entries(pack.effects)) {
    const on = 'enter' in effect.on ? effect.on.enter : 'leave' in effect.on ? effect.on.leave : '';
    if (!within.has(on.slice(on.indexOf(':') + 1))) continue;
    elements.effects[id] = effect;
    waiting.push(`effects/${id}`);
  }
  for (let owner = waiting.pop(); owner !== undefined; owner = waiting.pop()) {
    for (const use of uses.get(owner) ?? []) {
      const step = stepNamed(use);
      const place = elementNamed(pack, use);
      if (step !== undefined) {
        if (!within.has(step)) beyond[`steps/${step}`] = markOf(pack.steps[step]?.title ?? {});
      } else if (place === undefined) continue;
      else if (isOnlyPointedAt(owner, use)) beyond[place] = markOf(pack.events[use.name] ?? {});
      else {
        const [section, id] = place.split('/') as [CarriedSection, string];
        if (Object.hasOwn(elements[section], id)) continue;
        elements[section][id] = pack[section][id];
        waiting.push(place);
      }
    }
  }
  const carried = Object.keys(beyond).filter((place) => Object.hasOwn(elements.events, place.slice(7)));
  for (const place of carried) delete beyond[place];
  return structuredClone({
    parcours: 'fragment',
    roots,
    states: Object.fromEntries(roots.map((id) => [id, findState(pack.machine, id)?.state])),
    steps: Object.fromEntries([...within].flatMap((id) => (pack.steps[id] ? [[id, pack.steps[id]]] : []))),
    elements,
    beyond,
  }) as Fragment;
}

/** An event that another step hears is not carried along by who must differ from its reporter, or by a count from it. */
function isOnlyPointedAt(owner: string, { kind }: Use): boolean {
  return kind === 'event' && (owner.startsWith('events/') || owner.startsWith('deadlines/'));
}

/** Uses by the element that says them; those of the machine by their innermost state. */
function usesByOwner(pack: Pack): ReadonlyMap<string, readonly Use[]> {
  const owners = new Map<string, Use[]>();
  for (const use of referencesOf(pack)) {
    const keys = use.path.split('/');
    const owner = keys[0] === 'machine' ? `machine/${stateOf(keys)}` : `${keys[0]}/${keys[1]}`;
    owners.set(owner, [...(owners.get(owner) ?? []), use]);
  }
  return owners;
}

function stateOf(keys: readonly string[]): string {
  let at = 1;
  while (keys[at] === 'states' && keys[at + 2] !== undefined) at += 2;
  return keys[at - 1] ?? '';
}

/** Reads a fragment from a text of the clipboard, which anybody may have written; undefined when it is none or not sound. */
export function readFragment(text: string): Fragment | undefined {
  if (text.length > 4_000_000 || !text.includes('"parcours"')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isFragment(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for what has the shape of a fragment and whose every element keeps its schema. */
export function isFragment(value: unknown): value is Fragment {
  if (!isRecord(value) || value['parcours'] !== 'fragment') return false;
  const { roots, states, steps, elements, beyond } = value;
  if (!Array.isArray(roots) || ![states, steps, elements, beyond].every(isRecord)) return false;
  const sections = elements as Record<string, unknown>;
  if (!CARRIED.every((section) => isRecord(sections[section]))) return false;
  if (!Object.values(beyond as object).every((mark) => typeof mark === 'string')) return false;
  if (roots.length === 0 || roots.length !== Object.keys(states as object).length) return false;
  if (!roots.every((id) => typeof id === 'string' && Object.hasOwn(states as object, id))) return false;
  const machine = { id: 'fragment', type: 'parallel', states: { fragment: { id: 'fragment', states } } };
  if (checkSection('machine', machine).length > 0) return false;
  const inside = (roots as string[]).flatMap((id) => [
    ...statesWithin((states as Record<string, MachineState>)[id] as MachineState),
  ]);
  const ids = inside.map(({ id }) => id);
  const isWhole =
    new Set(ids).size === ids.length &&
    Object.entries(states as Record<string, MachineState>).every(([id, state]) => isKeyed(id, state)) &&
    Object.keys(steps as object).every((id) => ids.includes(id));
  return (
    isWhole &&
    Object.entries(steps as object).every(
      ([id, step]) =>
        checkElement('steps', id, step).length === 0 &&
        !['idle', 'track'].includes((step as { kind: string }).kind),
    ) &&
    CARRIED.every((section) =>
      Object.entries(sections[section] as object).every(
        ([id, each]) => checkElement(section, id, each).length === 0,
      ),
    )
  );
}

function isKeyed(key: string, state: MachineState): boolean {
  return state.id === key && Object.entries(state.states ?? {}).every(([id, child]) => isKeyed(id, child));
}

/** The titles of its outermost steps, to name it. */
export function titleOf({ roots, steps }: Fragment): Text {
  return steps[roots[0] ?? '']?.title ?? {};
}
