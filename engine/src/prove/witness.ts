/** Plays a story on the engine and watches the same sentence on the journal that the play wrote. */

import { toEpochMs } from '../calendar/instant.ts';
import type { CaseFile } from '../journal/case-file.ts';
import type { Entry } from '../journal/entry.ts';
import type { Scenario } from '../procedure/scenario.ts';
import { play } from '../simulate/play.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { goOn } from './go-on.ts';
import type { Ground } from './ground.ts';
import { happenings } from './happenings.ts';
import { BROKEN } from './monitor.ts';
import type { WalkedProperty } from './property.ts';
import { OWED } from './safety-monitors.ts';
import { monitorAfter } from './start.ts';
import { findWayOn } from './way-on.ts';

const MINUTE_MS = 60_000;

type Played = {
  readonly entries: readonly Entry[];
  readonly route: readonly string[];
  readonly caseFile: CaseFile;
  readonly at: Instant;
};

/** The story with the route it takes, when playing it breaks the sentence. */
export function witness(
  ground: Ground,
  property: WalkedProperty,
  scenario: Scenario,
  deadEnd = false,
): { readonly scenario: Scenario } | { readonly why: string } {
  const played = ground.start ? goOn(ground.pathway, ground.start, scenario) : playWhole(ground, scenario);
  if ('why' in played) return played;
  if (!property.inspect && !breaks(ground, property, played)) return { why: 'the engine keeps the sentence' };
  const way = deadEnd ? findWayOn(ground.pathway, played.caseFile, played.at) : undefined;
  if (way !== undefined) return { why: `${way} is possible in the end` };
  return { scenario: { ...scenario, expect: { ...scenario.expect, route: [...played.route] } } };
}

function playWhole({ pathway }: Ground, scenario: Scenario): Played | { readonly why: string } {
  const { mismatches, frames, entries, route } = play(pathway, scenario);
  const last = frames.at(-1);
  if (mismatches.length > 0 || !last) return { why: `it goes otherwise at ${mismatches[0]?.path}` };
  return { entries, route, caseFile: last.caseFile, at: last.at };
}

function breaks(
  { space, start }: Ground,
  { monitor, owed }: WalkedProperty,
  { entries, at: end }: Played,
): boolean {
  let state = start ? monitorAfter(monitor, start.past) : monitor.initial;
  let since: Instant = start?.at ?? entries[0]?.happened ?? end;
  for (const { happening, happened } of happenings(entries, {
    variables: space.variables,
    before: start?.caseFile,
  })) {
    const earlier = state;
    state = monitor.step(state, happening, () => {});
    if (state === BROKEN) return true;
    if (state === OWED && earlier !== OWED) since = happened;
  }
  if (!owed || state !== OWED) return false;
  return toEpochMs(end) - toEpochMs(since) > (owed.minutes ?? 0) * MINUTE_MS;
}
