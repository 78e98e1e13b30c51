import { apply, type CaseFile, type Pack, type Playback } from '@parcours/engine';
import { placedStates, targetId } from '../../pack/states.ts';
import { waysOf } from '../commands/way.ts';

/** One way of the machine as coverage counts it: several conditions of the same event to the same step are one. */
export type CoveredWay = {
  readonly from: string;
  readonly by: 'on' | 'after' | 'always' | 'onDone';
  readonly name: string;
  readonly to: string;
};

/** What the scenarios of a procedure pass through, and what none of them does. Steps that only wait to be opened are not counted. */
export type Coverage = {
  readonly steps: readonly string[];
  readonly missingSteps: readonly string[];
  readonly ways: readonly CoveredWay[];
  readonly missingWays: readonly CoveredWay[];
};

/** The steps and ways that some story passes through. Stories that could not be played count for nothing. */
export function coverageOf(pack: Pack, stories: readonly Pick<Playback, 'entries'>[]): Coverage {
  const placed = placedStates(pack.machine);
  const above = new Map(placed.map(({ id, parent }) => [id, parent]));
  const ways = countedWays(pack);
  const entered = new Set<string>();
  const used = new Set<string>();
  for (const { entries } of stories) {
    let caseFile: CaseFile | undefined;
    for (const entry of entries) {
      const before = caseFile && standingIn(caseFile);
      caseFile = apply(caseFile, entry);
      const after = standingIn(caseFile);
      const came = withHolders([...(entry.entered ?? []), ...(before ? [] : after)], above);
      for (const id of came) entered.add(id);
      if (entry.kind === 'refused') continue;
      const cause = entry.event ?? entry.deadline?.replace(/#\d+$/, '');
      for (const way of ways) {
        const isMoved = way.by === 'always' || way.by === 'onDone';
        if (!isMoved && way.name !== cause) continue;
        const wasThere = isMoved
          ? came.has(way.from) || before?.has(way.from)
          : before !== undefined && withHolders(before, above).has(way.from);
        if (wasThere && (came.has(way.to) || (!isMoved && after.has(way.to)))) used.add(keyOf(way));
      }
    }
  }
  const steps = placed
    .filter(({ id, leaf }) => leaf && COUNTED.has(pack.steps[id]?.kind ?? ''))
    .map(({ id }) => id);
  return {
    steps: steps.filter((id) => entered.has(id)),
    missingSteps: steps.filter((id) => !entered.has(id)),
    ways: ways.filter((way) => used.has(keyOf(way))),
    missingWays: ways.filter((way) => !used.has(keyOf(way))),
  };
}

const COUNTED: ReadonlySet<string> = new Set(['work', 'wait', 'end']);

const keyOf = ({ from, by, name, to }: CoveredWay) => `${from} ${by} ${name} ${to}`;

/** A way to what a stage remembers is a way to the stage. */
function countedWays(pack: Pack): readonly CoveredWay[] {
  const histories = new Map(
    placedStates(pack.machine).flatMap(({ id, state, parent }) =>
      state.type === 'history' ? [[id, parent ?? id] as const] : [],
    ),
  );
  const found = new Map<string, CoveredWay>();
  for (const { from, by, name, candidate } of waysOf(pack.machine)) {
    if (candidate.target === undefined) continue;
    const target = targetId(candidate.target);
    const way = { from, by, name, to: histories.get(target) ?? target };
    found.set(keyOf(way), way);
  }
  return [...found.values()];
}

/** The steps and stages in which a case stands. */
function standingIn({ position }: CaseFile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        found.add(key);
        visit(inner);
      }
  };
  visit(position.value);
  return found;
}

function withHolders(
  ids: Iterable<string>,
  above: ReadonlyMap<string, string | undefined>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const each of ids)
    for (let id: string | undefined = each; id !== undefined; id = above.get(id)) found.add(id);
  return found;
}
