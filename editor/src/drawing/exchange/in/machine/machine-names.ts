import { LIMITS } from '@parcours/engine';
import { newId } from '../../../log/new-id.ts';
import { tidy } from '../reading.ts';
import { entriesOf, isRaw, type Json, type MachineNotes, type Raw, spoken } from './machine-notes.ts';
import { awaitedWays, heardWays } from './machine-ways.ts';

/** A state with the id it gets, and what stands in it. */
export type Named = {
  readonly id: string;
  readonly key: string;
  readonly path: string;
  readonly raw: Raw;
  readonly parent: Named | undefined;
  readonly region: Named;
  readonly children: Named[];
};

/** Gives every state of a machine an id, and finds the state that a target names. */
export function machineNames({ tell }: MachineNotes) {
  const ids = new Set<string>(['main', 'procedure']);
  /** By XState's own ids, for targets such as `#id`. */
  const byOwnId = new Map<string, Named>();
  let count = 0;

  const freeId = (said: string, fallback: string): string => {
    const id = newId(said, fallback, (each) => ids.has(each));
    ids.add(id);
    return id;
  };

  const name = (key: string, raw: Json, parent: Named | undefined, fixed?: string): Named => {
    count += 1;
    const path = parent ? `${parent.path}/${key}`.slice(0, 300) : key.slice(0, 100);
    const depth = depthOf(parent);
    const isFull = count > LIMITS.states || depth >= LIMITS.machineLevels;
    if (isFull)
      tell(
        count > LIMITS.states ? 'many_states' : 'deep',
        path,
        'The machine has too many states, or levels of states; simplify it.',
        key,
        'error',
      );
    const id = fixed ?? freeId(spoken(key), 'step');
    ids.add(id);
    const held = isRaw(raw) ? raw : {};
    const named = { id, key, path, raw: held, parent, children: [] } as unknown as Named & { region: Named };
    named.region = parent === undefined || parent.raw['type'] === 'parallel' ? named : parent.region;
    const own = held['id'];
    if (typeof own === 'string' && !byOwnId.has(own)) byOwnId.set(own, named);
    if (!isFull)
      for (const [child, inner] of entriesOf(held['states'])) named.children.push(name(child, inner, named));
    return named;
  };

  /** The state a target names, told when it is none or when it leads out of the region. */
  const targetOf = (from: Named, wanted: Json): Named | undefined => {
    if (typeof wanted !== 'string') return undefined;
    const found = wanted.startsWith('#')
      ? follow(
          byOwnId.get(wanted.slice(1)) ?? byOwnId.get(wanted.slice(1).split('.')[0] ?? ''),
          byOwnId.has(wanted.slice(1)) ? [] : wanted.split('.').slice(1),
        )
      : wanted.startsWith('.')
        ? follow(from, wanted.slice(1).split('.'))
        : follow(from.parent ?? from, wanted.split('.'));
    if (!found) {
      tell('target', from.path, 'An arrow leads to a state that is not there; it was left out.', wanted);
      return undefined;
    }
    if (found === found.region || found.region !== from.region) {
      tell(
        'region',
        from.path,
        'An arrow leads out of its track, which would reset every other; it was left out.',
        wanted,
      );
      return undefined;
    }
    return found;
  };

  return { freeId, name, targetOf };
}

/** What a state is called: what its author wrote of it, else its key as words. */
export function titleOf({ raw, key }: Named): string {
  const meta = isRaw(raw['meta']) ? raw['meta'] : {};
  const said = [raw['description'], meta['title'], meta['label']].find(
    (each) => typeof each === 'string' && tidy(each) !== '',
  );
  return tidy(String(said ?? '')).slice(0, 300) || spoken(key);
}

/** What else its author wrote of it and of its ways: it stands beside. */
export function notesOf(named: Named): string {
  const { raw } = named;
  const meta = entriesOf(raw['meta'])
    .filter(
      ([key, value]) => typeof value === 'string' && !(titleOf(named) === tidy(String(value)) || key === '$'),
    )
    .map(([key, value]) => `${spoken(key)} : ${tidy(String(value))}`);
  const whole = tidy(String(raw['description'] ?? ''));
  const ways = [...heardWays(raw), ...awaitedWays(raw)].flatMap(({ key, value }) =>
    (Array.isArray(value) ? value : [value]).flatMap((way: Json) => {
      const said = isRaw(way) && typeof way['description'] === 'string' ? tidy(way['description']) : '';
      return said === '' ? [] : [`${spoken(key)} : ${said}`];
    }),
  );
  return [...(whole.length > 300 ? [whole] : []), ...meta, ...ways].slice(0, 100).join('\n\n');
}

function follow(from: Named | undefined, keys: readonly string[]): Named | undefined {
  return keys.reduce<Named | undefined>((at, key) => at?.children.find((child) => child.key === key), from);
}

function depthOf(named: Named | undefined): number {
  let depth = 0;
  for (let at = named; at; at = at.parent) depth += 1;
  return depth;
}
