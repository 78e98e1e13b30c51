import { YES } from '../../rules/tri.ts';
import type { DistrictCounts } from './district-counts.ts';
import type { LightCase } from './light-case.ts';
import { PHASE } from './light-row.ts';
import type { Progress } from './progress.ts';
import type { Setting } from './setting.ts';
import type { Watcher } from './watcher.ts';

/** Counts what happens to the cases of a district, notes their needs, and has work begun at the steps they enter. */
export function districtWatcher(
  { engine, needs, needsMetBy, isStage }: Setting,
  counts: DistrictCounts,
  progressOf: (found: LightCase) => Progress,
  begin: (progress: Progress, step: number) => void,
): Watcher {
  const { clock, slots, states, events } = engine;
  const metByStep = states.ids.map((id) => [
    ...(needsMetBy.get(`step:${id}`) ?? NONE),
    ...(needsMetBy.get(`stage:${id}`) ?? NONE),
  ]);
  const metByEvent = events.ids.map((id) => needsMetBy.get(`event:${id}`));
  const meet = ({ met }: Progress, places: readonly number[] | undefined): void => {
    for (const place of places ?? NONE) met[place] = 1;
  };
  return {
    entered: (found, step) => {
      const progress = progressOf(found);
      counts.entered(step);
      if (progress.reached[step] === 0) {
        progress.reached[step] = 1;
        counts.reached(step, clock.nowMs - found.openedMs);
        if (isStage[step]) progress.stages.push(states.ids[step] as string);
      }
      begin(progress, step);
    },
    left: (found, step) => {
      const progress = progressOf(found);
      meet(progress, metByStep[step]);
      if (progress.stuckAt === states.ids[step]) progress.stuckAt = undefined;
      const { working } = progress;
      for (let index = working.length - 1; index >= 0; index -= 1) {
        const item = working[index];
        if (item?.habit?.step !== step) continue;
        item.cancelled = true;
        working.splice(index, 1);
      }
    },
    event: (found, kind, event) => {
      counts.event(kind);
      const progress = progressOf(found);
      progress.events += 1;
      if (kind !== 2) meet(progress, metByEvent[event]);
    },
    armed: (_, { plan }) => counts.armed(plan.index),
    ended: (found, { plan, phase }) => {
      counts.ended(plan.index, phase);
      if (phase === PHASE.missed) progressOf(found).late = true;
    },
    told: (_, __, to) => {
      if (to !== undefined) counts.told(to);
    },
    after: (found, version) => {
      if (needs.length === 0) return;
      const progress = progressOf(found);
      if (progress.version === version) return;
      progress.version = version;
      const { arisen, met } = progress;
      for (let place = 0; place < needs.length; place += 1) {
        const { when, rule } = needs[place] as (typeof needs)[number];
        if (arisen[place] === 0 && slots.decide(found.facts, when) === YES) arisen[place] = 1;
        if (rule !== undefined && met[place] === 0 && slots.decide(found.facts, rule) === YES) met[place] = 1;
      }
    },
  };
}

const NONE: readonly number[] = [];
