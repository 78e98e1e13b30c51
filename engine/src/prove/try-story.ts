/** A story that the explorer found while facts were free is put to the test: by its facts, then by playing it. */
import { addDuration } from '../calendar/instant.ts';
import type { Act, Scenario } from '../procedure/scenario.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { driveStory, STORY_START, scenarioOf } from './drive-story.ts';
import type { Found } from './explore.ts';
import type { Ground } from './ground.ts';
import type { WalkedProperty } from './property.ts';
import { pathTo, readsOf, retrace, type Story, whyImpossible } from './retrace.ts';
import type { View } from './view.ts';
import { initialMasks } from './view-of.ts';
import { witness } from './witness.ts';

export type Tried =
  | { readonly story: Scenario }
  /** Variables that refute it. */
  | { readonly needs: ReadonlySet<number> }
  | { readonly why: string };

type Candidate = {
  readonly view: View;
  readonly found: Extract<Found, { kind: 'bad' }>;
  readonly remembered: ReadonlySet<number>;
};

/** Walks a story again with its facts remembered, then plays it. */
export function tryStory(
  ground: Ground,
  property: WalkedProperty,
  label: Readonly<Record<string, string>>,
  { view, found, remembered }: Candidate,
): Tried {
  const story: Story = {
    view,
    path: pathTo(found.at),
    initial: initialMasks(ground, false),
    cell: found.badness?.cell,
  };
  const reads = readsOf(story);
  const carried = new Set([...reads.carried, ...remembered]);
  if (retrace(story, carried) === undefined) return { needs: whyImpossible(story, carried) };
  const everything = new Set([...reads.all, ...carried]);
  const last = retrace(story, everything);
  if (last === 'too_many') {
    const needs = refutedByFew(story, carried, everything);
    return needs ? { needs } : { why: 'it has too many ways to be retraced' };
  }
  if (last === undefined) return { needs: whyImpossible(story, everything) };
  const told = driveStory(last, ground, { samePerson: property.samePerson, cell: story.cell });
  const shown =
    'acts' in told
      ? witness(
          ground,
          property,
          scenarioOf(label, told.acts, endingOf(property, told.acts, ground.start?.at), ground.start),
          found.badness?.deadEnd,
        )
      : told;
  return 'scenario' in shown ? { story: shown.scenario } : shown;
}

/** Where everything at once is too much to walk, a few facts more may refute a story: one by one first, then in growing handfuls. */
function refutedByFew(
  story: Story,
  carried: ReadonlySet<number>,
  everything: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  const more = [...everything].filter((index) => !carried.has(index)).sort((a, b) => a - b);
  for (let size = 1; size < more.length; size *= 2)
    for (let start = 0; start < more.length; start += size) {
      const few = new Set([...carried, ...more.slice(start, start + size)]);
      const walked = retrace(story, few);
      if (walked === undefined) return whyImpossible(story, few);
      // A handful that is too much is a slow walk, and what comes after it is as large.
      if (walked === 'too_many') return undefined;
    }
  return undefined;
}

/** A story that ends with something owed ends in waiting; one that ends before a closed door ends in trying it. */
function endingOf(
  { owed, refused }: WalkedProperty,
  acts: readonly Act[],
  start: Instant = STORY_START,
): readonly Act[] {
  const last = acts.at(-1)?.at ?? start;
  if (refused !== undefined)
    return [{ at: last, event: refused, reason: 'Invented.', expect: { refused: true } }];
  if (!owed) return [];
  const minutes = (owed.minutes ?? LONG_WAIT_MINUTES) + 1;
  return [{ at: addDuration(last, `PT${minutes}M`, 'UTC'), wait: true }];
}

const LONG_WAIT_MINUTES = 60 * 24 * 60;
