import { type Difference, diffPacks, type Pack } from '@parcours/engine';
import { waysOf } from '../commands/way.ts';

type Level = 'locked' | 'tighten' | 'free';

/** What an adaptation made of one element of its base. */
export type ElementAdaptation = {
  /** Where it is shown: `steps/visit`. The ways of a step are shown at the step. */
  readonly place: string;
  readonly section: Exclude<Difference['section'], 'machine'>;
  readonly id: string;
  readonly status: 'inherited' | 'changed' | 'added' | 'removed';
  /** How far the base lets it be changed. */
  readonly level: Level;
  readonly reason: Readonly<Record<string, string>> | undefined;
  readonly sources: readonly string[];
  readonly differences: readonly Difference[];
};

/** Everything that an adaptation changed, added and removed, by place; what is not there is as in the base. */
export type Adaptation = ReadonlyMap<string, ElementAdaptation>;

type Element = {
  readonly adaptation?: Level;
  readonly reason?: Readonly<Record<string, string>>;
  readonly sources?: readonly string[];
};

type Section = ElementAdaptation['section'];

/** The reason stands beside; the order in which steps are read, and what makes an adaptation one, say nothing to a reader. */
export function isTold({ path }: Difference): boolean {
  return !/(^pack\/(id|kind|extends|version|review|authors|effective)$|\/reason$|^steps\/[^/]+\/order$)/.test(
    path,
  );
}

/** A pure projection: the same base and pack, the same answer. */
export function adaptOf(base: Pack, pack: Pack): Adaptation {
  const found = new Map<string, Difference[]>();
  for (const difference of diffPacks(base, pack)) {
    const place = placeOfDifference(difference);
    const known = found.get(place);
    if (known) known.push(difference);
    else found.set(place, [difference]);
  }
  return new Map([...found].map(([place, differences]) => [place, adapted(base, pack, place, differences)]));
}

/** One element, changed or not. */
export function adaptationAt(
  adaptation: Adaptation,
  base: Pack,
  pack: Pack,
  place: string,
): ElementAdaptation {
  return adaptation.get(place) ?? adapted(base, pack, place, []);
}

function placeOfDifference({ section, id }: Difference): string {
  if (section === 'pack' || section === 'calendar') return section;
  return section === 'machine' ? `steps/${id}` : `${section}/${id}`;
}

function adapted(
  base: Pack,
  pack: Pack,
  place: string,
  differences: readonly Difference[],
): ElementAdaptation {
  const [section = 'pack', id = ''] = place.split('/') as [Section, string?];
  const [before, after] = [elementOf(base, section, id), elementOf(pack, section, id)];
  const status =
    differences.length === 0
      ? 'inherited'
      : before === undefined && after !== undefined
        ? 'added'
        : after === undefined && before !== undefined
          ? 'removed'
          : 'changed';
  const own = after ?? before;
  return {
    place,
    section,
    id,
    status,
    level: levelAt(base, place),
    reason: own?.reason,
    sources: own?.sources ?? [],
    differences,
  };
}

function elementOf(pack: Pack, section: Section, id: string): Element | undefined {
  if (section === 'pack' || section === 'calendar') return {};
  const elements = pack[section] as Readonly<Record<string, Element>>;
  return Object.hasOwn(elements, id) ? elements[id] : undefined;
}

/**
 * How far the base lets an element be changed. Safeguards are never loosened; rules of decisions only when the base says so; what
 * the adaptation added is its own.
 */
export function levelAt(base: Pack, place: string): Level {
  const [section = 'pack', id = ''] = place.split('/') as [Section, string?];
  const before = elementOf(base, section, id);
  if (!before) return 'free';
  if (section === 'safeguards') return before.adaptation === 'locked' ? 'locked' : 'tighten';
  return before.adaptation ?? (section === 'rules' && rulesThatDecide(base).has(id) ? 'tighten' : 'free');
}

const deciding = new WeakMap<Pack, ReadonlySet<string>>();

/** Rules that stand at the door of a decision about the child, or of a protective act, or that raise a protective signal. */
function rulesThatDecide(pack: Pack): ReadonlySet<string> {
  const last = deciding.get(pack);
  if (last) return last;
  const rules = new Set<string>();
  for (const { by, name, candidate } of waysOf(pack.machine)) {
    const event = by === 'on' ? pack.events[name] : undefined;
    if (!event?.decision && !event?.protective) continue;
    for (const rule of Object.keys(pack.rules))
      if (JSON.stringify(candidate.guard ?? null).includes(`"${rule}"`)) rules.add(rule);
  }
  for (const { when, protective } of Object.values(pack.events)) if (when && protective) rules.add(when);
  deciding.set(pack, rules);
  return rules;
}
