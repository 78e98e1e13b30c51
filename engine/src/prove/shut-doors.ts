/**
 * What never happens only because a parameter has no value: a door that rests on it stays shut, so that a sentence about what
 * lies behind it is kept for want of a law and not by the procedure.
 */
import { guardRules } from '../pathway/guard-outcome.ts';
import type { Guard } from '../procedure/machine.ts';
import { explore } from './explore.ts';
import { decide, indexesIn } from './formula.ts';
import type { Ground } from './ground.ts';
import { tracksOf } from './moment.ts';
import type { Moment } from './monitor.ts';
import type { Checkable } from './property.ts';
import { initialMasks, viewOf } from './view-of.ts';

/** Why a sentence that is kept says nothing, and the parameters that have no value. */
export type Shut = { readonly vacuous: string; readonly awaits: readonly string[] };

/** Says why a sentence that is kept says nothing while some parameter has no value; undefined when it says something. */
export type ShutDoors = (checkable: Checkable) => Shut | undefined;

/** More states of one track than these are not walked for it. */
const MOST_STATES = 5_000;

/** Walks each track once for every set of parameters, and only when first asked; `moments` are all that will be asked. */
export function shutDoors(ground: Ground, moments: readonly Moment[], stop: () => boolean): ShutDoors {
  const { space, pathway } = ground;
  const waiting = space.variables.filter(({ missing = [] }) => missing.length > 0);
  const parameters = [...new Set(waiting.flatMap(({ missing = [] }) => missing))].sort();
  const walked = new Map<string, ReadonlySet<string> | undefined>();
  const readIn = new Map<string, ReadonlySet<string>>();

  /**
   * What happens in a track while some parameters have no value and the others may have any; undefined when its doors rest on none,
   * or it was not walked out.
   */
  const happening = (track: string, all: readonly string[]): ReadonlySet<string> | undefined => {
    const read = readIn.get(track) ?? parametersOf(ground, track);
    readIn.set(track, read);
    if (read.size === 0) return undefined;
    const unknown = all.filter((id) => read.has(id));
    const key = `${track} ${unknown.join(' ')}`;
    if (walked.has(key)) return walked.get(key);
    const own = moments.filter((moment) => tracksIn(moment).includes(track));
    const view = viewOf(ground, watching(track, own), new Set([track]), false);
    const found = explore({
      view,
      remembered: waiting.flatMap(({ index, missing = [] }) =>
        missing.some((id) => unknown.includes(id)) ? [index] : [],
      ),
      initial: initialMasks(ground, false),
      maxStates: MOST_STATES,
      stop,
      forgetFrom: Number.POSITIVE_INFINITY,
    });
    const told = found.kind === 'none' ? found.happened : undefined;
    walked.set(key, told);
    return told;
  };
  const tracksIn = (moment: Moment) => (moment.kind === 'rule' ? [] : tracksOf(pathway, moment));
  const isShut = (moment: Moment, unknown: readonly string[]): boolean => {
    const tracks = tracksIn(moment);
    return (
      tracks.length > 0 && tracks.every((track) => happening(track, unknown)?.has(moment.text) === false)
    );
  };

  return (checkable) => {
    if (parameters.length === 0) return undefined;
    const { among = [] } = checkable;
    const spoken = checkable.kind === 'walked' ? checkable.spoken : [];
    const isNow = (moment: Moment) => isShut(moment, parameters);
    const first = spoken.find(isNow) ?? (among.every(isNow) ? among[0] : undefined);
    if (!first || isShut(first, [])) return undefined;
    const alone = parameters.filter((id) => isShut(first, [id]));
    const awaits =
      alone.length > 0
        ? alone
        : parameters.filter((id) => tracksIn(first).some((track) => readIn.get(track)?.has(id)));
    const have = awaits.length > 1 ? 'have' : 'has';
    return { vacuous: `${first.text} never happens while ${awaits.join(', ')} ${have} no value`, awaits };
  };
}

/** Parameters without a value for which some door of a track stays shut, each by itself or together. */
function parametersOf({ pathway, space, rules }: Ground, track: string): ReadonlySet<string> {
  const masks = Int32Array.from(space.variables, ({ full, missing }) => (missing ? 1 : full));
  const mayBe = (guard: Guard | undefined, answer: 'yes' | 'no'): boolean => {
    if (guard === undefined) return answer === 'yes';
    if (typeof guard === 'string') return decide(rules(guard)[answer], masks) !== false;
    if (guard.type === 'in') return true;
    const { of } = guard.params;
    if (guard.type === 'not') return of.every((one) => mayBe(one, answer === 'yes' ? 'no' : 'yes'));
    const needsAll = (guard.type === 'all') === (answer === 'yes');
    return needsAll ? of.every((one) => mayBe(one, answer)) : of.some((one) => mayBe(one, answer));
  };
  const doors = [...pathway.states.values()]
    .filter((state) => state.track === track)
    .flatMap(({ on, always, after, onDone }) => [...on.values(), always, ...after.values(), onDone].flat());
  const shut = doors.flatMap(({ guard }) => (mayBe(guard, 'yes') ? [] : guardRules(guard)));
  const signals = pathway.signals.flatMap(({ rule }) => (mayBe(rule, 'yes') ? [] : [rule]));
  const indexes = [...new Set([...shut, ...signals])].flatMap((rule) => {
    const { yes, no } = rules(rule);
    return [...indexesIn(yes), ...indexesIn(no)];
  });
  return new Set(indexes.flatMap((index) => space.variables[index]?.missing ?? []));
}

/** A sentence that is never broken and tells everything that happens. */
function watching(track: string, moments: readonly Moment[]) {
  return {
    kind: 'walked',
    monitor: {
      initial: 0,
      step: (state, happening, told) => {
        for (const moment of moments) if (moment.happens(happening)) told(moment);
        return state;
      },
    },
    moments,
    spoken: [],
    tracks: [track],
  } as const satisfies Checkable;
}
