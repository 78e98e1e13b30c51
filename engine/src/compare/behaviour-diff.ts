/** Which stories end differently in two versions, and where they part: scenarios of committees, and stories invented by seed. */
import { localDate, startOfLocalDay, toEpochMs } from '../calendar/instant.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Scenario } from '../procedure/scenario.ts';
import { newestDeadlines, openSteps } from '../simulate/compare.ts';
import { play } from '../simulate/play.ts';
import type { Frame, Playback, PlayedDeadline } from '../simulate/playback.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { inventStory } from './invent-story.ts';

export type StoryEnd = {
  readonly route: readonly string[];
  readonly steps: readonly string[];
  readonly status: 'open' | 'closed';
  readonly outcome?: string;
  readonly deadlines: readonly PlayedDeadline[];
};

/** How a story goes in one of the versions; or why it cannot be told there (a name that the version does not have). */
export type StoryTold = StoryEnd | { readonly untold: string };

/** The first act after which the two stand differently. */
export type Parting = {
  readonly act: number;
  readonly at: Instant;
  readonly before: PartedAt;
  readonly after: PartedAt;
};
export type PartedAt = {
  readonly steps: readonly string[];
  readonly refused?: string;
  readonly deadlines: readonly PlayedDeadline[];
};

export type BehaviourDifference = {
  /** Id of the scenario, or `invented_<seed>`. */
  readonly story: string;
  readonly scenario: Scenario;
  readonly invented: boolean;
  /** What differs at the end; `untold` when only one version can tell it. */
  readonly differs: readonly ('route' | 'outcome' | 'status' | 'steps' | 'deadlines' | 'untold')[];
  readonly before: StoryTold;
  readonly after: StoryTold;
  readonly parts?: Parting;
};

export type InventedStories = {
  /** How many to invent in each version. */
  readonly count: number;
  readonly seed: number;
  /** Acts of each; 25 when absent. */
  readonly length?: number;
};

/**
 * Tells each story in both versions. Half of the invented stories come from either version, so that a way which only one of
 * them has is walked too. Same pathways, scenarios and seed, same answer.
 */
export function behaviourDiff(
  before: Pathway,
  after: Pathway,
  scenarios: Readonly<Record<string, Scenario>>,
  invent?: InventedStories,
): readonly BehaviourDifference[] {
  const told = Object.entries(scenarios).map(([story, scenario]) => ({ story, scenario, invented: false }));
  const invented = invent ? inventStories([before, after], invent) : [];
  return [...told, ...invented].flatMap((one) => compareStory(before, after, one));
}

type Story = Pick<BehaviourDifference, 'story' | 'scenario' | 'invented'>;

function inventStories(
  pathways: readonly Pathway[],
  { count, seed, length = 25 }: InventedStories,
): readonly Story[] {
  return Array.from({ length: count }, (_, index) => seed + index).flatMap((own) =>
    pathways.map((pathway, place) => ({
      story: `invented_${place === 0 ? 'before' : 'after'}_${own}`,
      scenario: inventStory(pathway, own, length),
      invented: true,
    })),
  );
}

function compareStory(before: Pathway, after: Pathway, story: Story): readonly BehaviourDifference[] {
  const [old, now] = [tell(before, story.scenario), tell(after, story.scenario)];
  if ('untold' in old || 'untold' in now) {
    if ('untold' in old && 'untold' in now) return [];
    return [{ ...story, differs: ['untold'], before: shorten(before, old), after: shorten(after, now) }];
  }
  const [first, second] = [endOf(before, old), endOf(after, now)];
  const areSame = sameClocks(before, after);
  const differs = PARTS.filter((part) =>
    part === 'deadlines'
      ? !areSame(first.deadlines, second.deadlines)
      : JSON.stringify(first[part]) !== JSON.stringify(second[part]),
  );
  if (differs.length === 0) return [];
  const parts = partingOf(before, after, old, now);
  return [{ ...story, differs, before: first, after: second, ...(parts && { parts }) }];
}

const PARTS = ['route', 'outcome', 'status', 'steps', 'deadlines'] as const;

type Told = Playback | { readonly untold: string };

function tell(pathway: Pathway, scenario: Scenario): Told {
  try {
    return play(pathway, scenario);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'scenario.invalid') return { untold: error.message };
    throw error;
  }
}

function shorten(pathway: Pathway, told: Told): StoryTold {
  return 'untold' in told ? told : endOf(pathway, told);
}

function endOf(pathway: Pathway, { route, outcome, deadlines, caseFile }: Playback): StoryEnd {
  return {
    route,
    steps: openSteps(pathway, caseFile),
    status: caseFile.status,
    ...(outcome !== undefined && { outcome }),
    deadlines,
  };
}

type Clocks = (before: readonly PlayedDeadline[], after: readonly PlayedDeadline[]) => boolean;

/**
 * True of deadlines that stand alike and end at one instant, or at one hour of the clock on the wall of each version: the end of
 * a day is the end of that day in either country.
 */
function sameClocks({ pack: before }: Pathway, { pack: after }: Pathway): Clocks {
  const [there, here] = [before.pack.timeZone, after.pack.timeZone];
  const sameDue = (old: Instant | undefined, now: Instant | undefined) =>
    old === now || (old !== undefined && now !== undefined && onTheWall(old, there) === onTheWall(now, here));
  return (olds, nows) =>
    olds.length === nows.length &&
    olds.every(({ id, state, due }, index) => {
      const now = nows[index];
      return now?.id === id && now.state === state && sameDue(due, now.due);
    });
}

/** The day in a time zone, and how long since it began. */
function onTheWall(instant: Instant, timeZone: string): string {
  const day = localDate(instant, timeZone);
  return `${day} ${toEpochMs(instant) - toEpochMs(startOfLocalDay(day, timeZone))}`;
}

function partingOf(before: Pathway, after: Pathway, old: Playback, now: Playback): Parting | undefined {
  const areSame = sameClocks(before, after);
  for (const [index, frame] of old.frames.entries()) {
    const other = now.frames[index];
    if (!other) return undefined;
    const [first, second] = [standing(before, frame), standing(after, other)];
    const [{ deadlines: olds, ...stood }, { deadlines: nows, ...stands }] = [first, second];
    if (JSON.stringify(stood) !== JSON.stringify(stands) || !areSame(olds, nows))
      return { act: frame.act, at: frame.at, before: first, after: second };
  }
  return undefined;
}

function standing(pathway: Pathway, { caseFile, refusal, invalid }: Frame): PartedAt {
  const refused = refusal?.code ?? (invalid ? 'invalid' : undefined);
  return {
    steps: openSteps(pathway, caseFile),
    ...(refused !== undefined && { refused }),
    deadlines: newestDeadlines(caseFile),
  };
}
