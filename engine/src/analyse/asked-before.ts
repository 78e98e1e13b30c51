import type { Pathway, PathwayCandidate, PathwayState } from '../pathway/pathway.ts';
import { stepOf } from '../pathway/step-of.ts';

/** What people are asked on the way to a step. */
export interface AskedBefore {
  /** Asked in the step itself, by its form or by the needs of what it hears. */
  here(step: string): ReadonlySet<string>;
  /** Asked in the step, or before it on every path. */
  surely(step: string): ReadonlySet<string>;
  /** Asked in the step, or before it on some path, or in a track beside it. */
  perhaps(step: string): ReadonlySet<string>;
  /** The shortest way to a step on which no form asks some fact; empty when there is none. */
  pathWithout(step: string, fact: string): readonly string[];
}

type Edge = { readonly to: string; readonly needs: readonly string[] };

/**
 * Follows the forms and the needs of events through each track. What a signal rests on can be recorded from any step, and what
 * an act of the procedure itself sets is there from the start; neither is a gap in the forms. A track beside counts as asked.
 */
export function askedBefore(pathway: Pathway): AskedBefore {
  const { pack, states, tracks } = pathway;
  const leaves = [...states.values()].filter(({ leaf }) => leaf);
  const anywhere = new Set([
    ...Object.entries(pack.facts).flatMap(([id, { initial }]) => (initial === undefined ? [] : [id])),
    ...pathway.signals.flatMap(({ rule }) => [...pathway.program.names(`rule:${rule}`).facts]),
  ]);
  const fields = new Map(leaves.map(({ id }) => [id, fieldsOf(pathway, id)]));
  const edges = new Map(leaves.map((state) => [state.id, edgesOf(pathway, state)]));
  const inTrack = new Map(tracks.map((track) => [track, leaves.filter((state) => state.track === track)]));
  const askedIn = new Map(
    tracks.map((track) => {
      const all = (inTrack.get(track) ?? []).flatMap(({ id }) => [
        ...(fields.get(id) ?? []),
        ...(edges.get(id) ?? []).flatMap(({ needs }) => needs),
      ]);
      return [track, all];
    }),
  );
  const beside = (track: string) =>
    new Set([
      ...anywhere,
      ...tracks.filter((other) => other !== track).flatMap((other) => askedIn.get(other) ?? []),
    ]);
  const own = (id: string) => {
    const state = states.get(id);
    const needs = [id, ...(state?.ancestors ?? [])].flatMap((at) =>
      [...(states.get(at)?.on.keys() ?? [])].flatMap((event) => pack.events[event]?.needs ?? []),
    );
    return [...(fields.get(id) ?? []), ...needs];
  };
  const starts = new Map(tracks.map((track) => [track, entryLeaves(pathway, track)]));
  const every = new Map<string, ReadonlySet<string>>();
  const some = new Map<string, ReadonlySet<string>>();
  for (const track of tracks) {
    const given = { starts: starts.get(track) ?? [], edges, fields };
    for (const [id, set] of flow(given, 'every')) every.set(id, set);
    for (const [id, set] of flow(given, 'some')) some.set(id, set);
  }
  const trackOf = (id: string) => states.get(id)?.track ?? 'main';
  const forgotten = (id: string) => new Set(stepOf(pack, id)?.fresh ?? []);
  const told = (id: string, before: ReadonlySet<string> | undefined) => {
    const again = forgotten(id);
    const kept = [...(before ?? []), ...beside(trackOf(id))].filter((fact) => !again.has(fact));
    return new Set([...kept, ...own(id)]);
  };
  return {
    here: (id) => new Set(own(id)),
    surely: (id) => told(id, every.get(id)),
    perhaps: (id) => told(id, some.get(id)),
    pathWithout: (id, fact) => {
      const passes = (leaf: string) => !(fields.get(leaf) ?? []).includes(fact);
      return shortestPath(starts.get(trackOf(id)) ?? [], id, (leaf) =>
        passes(leaf)
          ? (edges.get(leaf) ?? []).flatMap(({ to, needs }) => (needs.includes(fact) ? [] : [to]))
          : [],
      );
    },
  };
}

type Flow = {
  readonly starts: readonly string[];
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  readonly fields: ReadonlyMap<string, readonly string[]>;
};

/** Facts asked before each step that can be reached: on every path, or on some. */
function flow(
  { starts, edges, fields }: Flow,
  on: 'every' | 'some',
): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, ReadonlySet<string>>(starts.map((start) => [start, new Set()]));
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to, needs } of edges.get(id) ?? []) {
      const after = new Set([...(before.get(id) ?? []), ...(fields.get(id) ?? []), ...needs]);
      const known = before.get(to);
      const merged =
        known === undefined ? after : on === 'every' ? meet(known, after) : new Set([...known, ...after]);
      if (known !== undefined && merged.size === known.size) continue;
      before.set(to, merged);
      open.push(to);
    }
  }
  return before;
}

function meet(one: ReadonlySet<string>, two: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((item) => two.has(item)));
}

function shortestPath(
  starts: readonly string[],
  end: string,
  next: (leaf: string) => readonly string[],
): readonly string[] {
  const from = new Map<string, string | undefined>(starts.map((start) => [start, undefined]));
  const open = [...starts];
  for (const leaf of open) {
    if (leaf === end) break;
    for (const to of next(leaf)) {
      if (from.has(to)) continue;
      from.set(to, leaf);
      open.push(to);
    }
  }
  if (!from.has(end)) return [];
  const path = [end];
  for (let leaf = from.get(end); leaf !== undefined; leaf = from.get(leaf)) path.unshift(leaf);
  return path;
}

function fieldsOf({ pack }: Pathway, id: string): readonly string[] {
  const form = stepOf(pack, id)?.form;
  const sections =
    form !== undefined && Object.hasOwn(pack.forms, form) ? pack.forms[form]?.sections : undefined;
  return Object.values(sections ?? {}).flatMap(({ fields }) => fields.map(({ fact }) => fact));
}

/** Where a leaf may lead: what it and the states around it hear, wait for and pass on. */
function edgesOf(pathway: Pathway, leaf: PathwayState): readonly Edge[] {
  const around = [leaf.id, ...leaf.ancestors].flatMap((id) => pathway.states.get(id) ?? []);
  return around.flatMap((state) => {
    const lead = (candidates: readonly PathwayCandidate[], needs: readonly string[] = []): readonly Edge[] =>
      candidates.flatMap(({ target }) =>
        target === undefined ? [] : entryLeaves(pathway, target).map((to) => ({ to, needs })),
      );
    return [
      ...[...state.on].flatMap(([event, candidates]) => lead(candidates, pathway.pack.events[event]?.needs)),
      ...[...state.after.values()].flatMap((candidates) => lead(candidates)),
      ...lead(state.always),
      ...lead(state.onDone),
    ];
  });
}

/** The leaves in which a case stands after entering a state; of a history state, any leaf around it. */
function entryLeaves({ states }: Pathway, id: string): readonly string[] {
  const found: string[] = [];
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const state = states.get(at);
    if (!state) continue;
    if (state.type === 'history') {
      const parent = state.ancestors.at(-1) ?? '';
      for (const other of states.values())
        if (other.leaf && other.ancestors.includes(parent)) found.push(other.id);
    } else if (state.leaf) found.push(at);
    else if (state.type === 'parallel') open.push(...state.children);
    else {
      const initial = state.node.initial;
      const key = initial === undefined ? undefined : state.node.states?.[initial]?.id;
      if (key !== undefined) open.push(key);
    }
  }
  return [...new Set(found)];
}
