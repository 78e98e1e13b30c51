import type { Pack } from '@parcours/engine';
import { waysOf } from '../commands/way.ts';

type Say = (text: Pack['pack']['title'] | undefined, otherwise?: string) => string;

/**
 * What people call each event: its label; where several have the same one ("It is done"), the steps that hear it are named with
 * it, and where that does not tell them apart either, its id.
 */
export function eventNames(
  { events, machine, steps }: Pick<Pack, 'events' | 'machine' | 'steps'>,
  say: Say,
): ReadonlyMap<string, string> {
  const labels = new Map(Object.entries(events).map(([id, { label }]) => [id, say(label, id)]));
  const alike = repeated(labels);
  if (alike.size === 0) return labels;
  const heardAt = new Map<string, Set<string>>();
  for (const { by, name, from } of waysOf(machine)) {
    if (by !== 'on' || !alike.has(name)) continue;
    const title = say(steps[from]?.title, from);
    heardAt.set(name, (heardAt.get(name) ?? new Set()).add(title));
  }
  const placed = new Map(
    [...labels].map(([id, label]) => {
      const at = heardAt.get(id);
      return [id, at ? `${label} (${[...at].join(', ')})` : label];
    }),
  );
  const still = repeated(placed);
  return new Map([...placed].map(([id, name]) => [id, still.has(id) ? `${name} [${id}]` : name]));
}

/** Ids whose name another has too. */
function repeated(names: ReadonlyMap<string, string>): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
  return new Set([...names].flatMap(([id, name]) => ((times.get(name) ?? 0) > 1 ? [id] : [])));
}
