import type { ElementSection, Pack } from '@parcours/engine';
import { allStates, type MachineState } from '../log/find-state.ts';
import { type ElementAdaptation, levelAt } from './adapt-of.ts';

/** How one element of an adaptation stands to its base: enough to mark it in every view, at each key. */
export type Mark = Pick<ElementAdaptation, 'level' | 'reason' | 'sources'> & {
  readonly status: Exclude<ElementAdaptation['status'], 'removed'>;
};

type Held = {
  readonly adaptation?: unknown;
  readonly reason?: Mark['reason'];
  readonly sources?: readonly string[];
};

const known = new WeakMap<
  object,
  { readonly base: Pack; readonly with: object | undefined; readonly mark: Mark }
>();

/**
 * The mark of an element that is there. A step is marked with its ways. Agrees with `adaptOf`, but looks at one element only; while
 * that stays as it is, the mark is the same object.
 */
export function markAt(base: Pack, pack: Pack, place: string): Mark | undefined {
  const [section = '', id = ''] = place.split('/');
  const after = elementOf(pack, section, id);
  const state = section === 'steps' ? stateOf(pack, id) : undefined;
  const own = after ?? state;
  if (own === undefined) return undefined;
  const last = known.get(own);
  if (last?.base === base && last.with === state) return last.mark;
  const before = elementOf(base, section, id);
  const inherited = section === 'steps' ? stateOf(base, id) : undefined;
  const isSame = isSameJson(told(before), told(after)) && isSameJson(ownPart(inherited), ownPart(state));
  const mark: Mark = {
    status: isSame ? 'inherited' : before === undefined && inherited === undefined ? 'added' : 'changed',
    level: levelAt(base, place),
    reason: after?.reason,
    sources: after?.sources ?? [],
  };
  known.set(own, { base, with: state, mark });
  return mark;
}

function elementOf(pack: Pack, section: string, id: string): Held | undefined {
  const elements = (pack as unknown as Readonly<Record<string, Readonly<Record<string, Held>>>>)[
    section as ElementSection
  ];
  return elements && Object.hasOwn(elements, id) ? elements[id] : undefined;
}

const states = new WeakMap<Pack['machine'], ReadonlyMap<string, MachineState>>();

function stateOf({ machine }: Pack, id: string): MachineState | undefined {
  const found = states.get(machine) ?? new Map([...allStates(machine)].map((state) => [state.id, state]));
  states.set(machine, found);
  return found.get(id);
}

/** What is told of an element: its reason stands beside, its reading order says nothing. */
function told(element: Held | undefined): unknown {
  if (!element) return undefined;
  const { reason: _reason, order: _order, ...rest } = element as Held & { readonly order?: number };
  return rest;
}

function ownPart(state: MachineState | undefined): unknown {
  if (!state) return undefined;
  const { states: _inside, ...own } = state;
  return own;
}

function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  return (
    keys.length === Object.keys(right).filter((key) => right[key] !== undefined).length &&
    keys.every((key) => isSameJson(left[key], right[key]))
  );
}
