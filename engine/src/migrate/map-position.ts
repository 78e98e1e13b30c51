/**
 * Where a case would stand in another version. Every step where it stands must have a counterpart in the same track: a
 * case is never put back to a beginning in silence. Tracks and regions that the new version adds begin where it says.
 */
import type { CaseFile, Position, StateValue } from '../journal/case-file.ts';
import type { IdMap } from '../journal/command.ts';
import type { MigrationObstacle } from '../journal/entry.ts';
import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { activeStates } from '../pathway/step-machine.ts';

export type MappedPosition = {
  readonly position: Position;
  /** New ids of states where the case stood already, by old id; tracks included. */
  readonly counterparts: ReadonlyMap<string, string>;
  readonly steps: readonly { readonly from: string; readonly to: string }[];
  /** States of `from` that are left because the new version has no place for them, innermost first. */
  readonly closes: readonly string[];
  readonly obstacles: readonly MigrationObstacle[];
};

type Ground = { readonly from: Pathway; readonly to: Pathway; readonly rename: (state: string) => string };

/** Maps a position; where there are obstacles it is where the case would stand without them. */
export function mapPosition(
  from: Pathway,
  to: Pathway,
  { position }: CaseFile,
  map: IdMap['steps'] = {},
): MappedPosition {
  const ground = { from, to, rename: (id: string) => (Object.hasOwn(map, id) ? (map[id] ?? id) : id) };
  const active = activeStates(position);
  const leaves = [...active].flatMap((id) => from.states.get(id) ?? []).filter(({ leaf }) => leaf);
  const obstacles: MigrationObstacle[] = [];
  const steps: { from: string; to: string }[] = [];
  for (const leaf of leaves) {
    const found = counterpartOf(ground, leaf);
    if (found === 'closed') continue;
    if (found) steps.push({ from: leaf.id, to: found.id });
    else obstacles.push(noCounterpart(ground, leaf.id));
  }
  const standing = new Set(steps.map((step) => step.to));
  const value = Object.fromEntries(
    to.tracks.map((track) => [track, compose(ground, track, standing, obstacles)]),
  );
  const mapped: Position = { value, history: mapHistory(ground, position.history, obstacles) };
  const now = activeStates(mapped);
  const counterparts = new Map(
    [...active].flatMap((id): [string, string][] =>
      now.has(ground.rename(id)) ? [[id, ground.rename(id)]] : [],
    ),
  );
  const closes = [...active].filter((id) => !counterparts.has(id)).reverse();
  return { position: mapped, counterparts, steps, closes, obstacles };
}

/** The step in the new version; `closed` where its whole track is gone, or it was the done end of a region that is. */
function counterpartOf(
  { from, to, rename }: Ground,
  leaf: PathwayState,
): PathwayState | 'closed' | undefined {
  const track = rename(leaf.track);
  if (!to.tracks.includes(track)) return leaf.track === 'main' ? undefined : 'closed';
  const found = to.states.get(rename(leaf.id));
  if (found?.leaf && found.track === track) return found;
  return !found && leaf.type === 'final' && from.states.has(leaf.id) ? 'closed' : undefined;
}

/** The value of a state from the steps that stand inside it; its beginning where none does. */
function compose(
  ground: Ground,
  id: string,
  standing: ReadonlySet<string>,
  obstacles: MigrationObstacle[],
): StateValue {
  const { states } = ground.to;
  const state = states.get(id);
  if (!state) return id;
  if (state.type === 'parallel') {
    return Object.fromEntries(
      state.children.map((child) => [child, compose(ground, child, standing, obstacles)]),
    );
  }
  const inside = state.children.filter((child) => holds(ground.to, child, standing));
  if (inside.length > 1) obstacles.push(crowded(id, inside));
  const child = inside[0] ?? state.node.initial ?? state.children[0] ?? id;
  return states.get(child)?.leaf ? child : { [child]: compose(ground, child, standing, obstacles) };
}

function holds({ states }: Pathway, id: string, standing: ReadonlySet<string>): boolean {
  return [...standing].some((step) => step === id || states.get(step)?.ancestors.includes(id));
}

/** History that the new version still keeps; what it remembers must have a place there, or it would be lost unseen. */
function mapHistory(
  ground: Ground,
  history: Position['history'],
  obstacles: MigrationObstacle[],
): Position['history'] {
  const { to, rename } = ground;
  return Object.fromEntries(
    Object.entries(history).flatMap(([id, remembered]) => {
      if (to.states.get(rename(id))?.type !== 'history') return [];
      const lost = remembered.find((state) => !to.states.has(rename(state)));
      if (lost !== undefined) obstacles.push(noCounterpart(ground, lost));
      return lost === undefined ? [[rename(id), remembered.map(rename).sort()]] : [];
    }),
  );
}

function noCounterpart({ from, rename }: Ground, of: string): MigrationObstacle {
  const track = from.states.get(of)?.track ?? of;
  const wanted = rename(of);
  const name = wanted === of ? of : `${of}, mapped to ${wanted},`;
  return {
    code: 'step.no_counterpart',
    of,
    message: `The step ${name} has no counterpart in the track ${rename(track)} of the new version: map it to one.`,
  };
}

function crowded(of: string, inside: readonly string[]): MigrationObstacle {
  return {
    code: 'step.crowded',
    of,
    message: `The case would stand in ${inside.join(' and ')} of ${of} at once, where one is open at a time: map them apart.`,
  };
}
