import { recordedValues } from '../journal/decide.ts';
import type { Ground } from './ground.ts';
import type { WalkedProperty } from './property.ts';
import type { View } from './view.ts';

/** How a property looks at some tracks of a pathway, in one of the two worlds. */
export function viewOf(
  ground: Ground,
  property: WalkedProperty,
  tracks: ReadonlySet<string>,
  corrected: boolean,
): View {
  const { pathway } = ground;
  const named = property.moments
    .filter(({ kind }) => kind === 'event')
    .map(({ text }) => text.split(':')[1] ?? '');
  const dropped = pathway.tracks.filter((track) => !tracks.has(track));
  const missed = property.moments
    .filter(({ kind }) => kind === 'deadline')
    .map(({ text }) => text.split(':')[1] ?? '');
  return {
    ground,
    monitor: property.monitor,
    signals: signalsIn(ground, tracks, named, corrected),
    readsRules: property.readsRules === true || property.moments.some(({ kind }) => kind === 'rule'),
    misses: new Set(missed),
    tracks: pathway.tracks.filter((track) => tracks.has(track)),
    elsewhere: [...new Set(dropped.flatMap((track) => [...ground.writtenIn(track)]))],
    corrected,
  };
}

function signalsIn(
  { pathway, turnedByAsking }: Ground,
  tracks: ReadonlySet<string>,
  named: readonly string[],
  corrected: boolean,
): View['signals'] {
  // Where an eventless way on may stay closed, every signal has it read again.
  const mayBeRestless = [...pathway.states.values()].some(
    ({ track, always }) => tracks.has(track) && always.length > 0,
  );
  let bits = 0;
  return pathway.signals.flatMap(({ event, rule }) => {
    const isHeard = pathway.hearers.get(event)?.some((id) => tracks.has(pathway.states.get(id)?.track ?? ''));
    if (!named.includes(event) && !isHeard && !mayBeRestless) return [];
    const isTracked = turnedByAsking.has(event) && !corrected;
    if (isTracked) bits += 1;
    return [{ event, rule, named: named.includes(event), bit: isTracked ? 1 << (bits - 1) : 0 }];
  });
}

const asRecorded = new WeakMap<Ground, Int32Array>();

/**
 * Facts as a case opens: those with an initial value, everything else unknown; or as recorded where it stands. Worked out once for
 * a ground: nobody may write into them.
 */
export function initialMasks(ground: Ground, corrected: boolean): Int32Array {
  if (corrected) return Int32Array.from(ground.space.variables, ({ full }) => full);
  const known = asRecorded.get(ground);
  if (known) return known;
  const masks = recordedMasks(ground);
  asRecorded.set(ground, masks);
  return masks;
}

function recordedMasks({ pathway, space, start }: Ground): Int32Array {
  const initial = Object.fromEntries(
    Object.entries(pathway.pack.facts).flatMap(([id, fact]) =>
      fact.initial === undefined ? [] : [[id, fact.initial]],
    ),
  );
  const facts = start ? recordedValues(start.caseFile) : initial;
  const at = start?.at ?? '2026-03-02T08:00:00.000Z';
  return Int32Array.from(space.variables, (variable) => variable.regionAt(facts, at));
}
