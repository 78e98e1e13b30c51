import type { Place } from '../pathway/track-place.ts';
import { doneAt, hasLength, type Move, missesAt } from './moves.ts';
import type { Standing } from './standing.ts';
import type { View } from './view.ts';

/** Everything that can happen next, as far as the safeguard can tell. */
export function movesFrom(view: View, standing: Standing, remembered: readonly number[]): readonly Move[] {
  const { ground, corrected, readsRules } = view;
  const { places } = standing;
  const plain = places.flatMap((place) => placeMoves(view, place));
  const signals = ground.pathway.signals.filter(({ event, rule }) => {
    const isNamed = view.signals.some((signal) => signal.event === event && signal.named);
    const isHeard = places.some(({ heard, restless }) => restless || heard.has(event));
    return isNamed || isHeard || readsRules || touches(view, rule, remembered);
  });
  const isRestless =
    view.tracks.length < ground.pathway.tracks.length && places.some(({ restless }) => restless);
  const elsewhere: readonly Move[] = [{ kind: 'elsewhere' }];
  if (corrected) {
    const corrections: readonly Move[] = signals.length > 0 || readsRules ? [{ kind: 'correct' }] : [];
    return [...plain, ...corrections, ...(isRestless ? elsewhere : [])];
  }
  const records = signals.map(({ event }): Move => ({ kind: 'record', signal: event }));
  const isTouched = view.elsewhere.some((fact) =>
    ground.space.followFrom.get(fact)?.some(({ index }) => remembered.includes(index)),
  );
  const isConcerned = (readsRules && view.elsewhere.length > 0) || isTouched || isRestless;
  return [...plain, ...records, ...(isConcerned ? elsewhere : [])];
}

const kept = new WeakMap<View, (readonly Move[] | undefined)[]>();

/** What can happen in a place, worked out once for a view. */
function placeMoves(view: View, place: Place): readonly Move[] {
  const known = kept.get(view) ?? [];
  kept.set(view, known);
  const found = known[place.id] ?? movesIn(view, place);
  known[place.id] = found;
  return found;
}

function movesIn({ ground, corrected, misses }: View, place: Place): readonly Move[] {
  const { pathway } = ground;
  const all = ground.movesAt(place);
  const moves = corrected
    ? all
    : all.filter((move) => move.kind !== 'pass' || hasLength(pathway.pack, move.deadline));
  const more = [
    ...(corrected ? doneAt(pathway, place) : []),
    ...(misses.size > 0 ? missesAt(pathway, place, misses) : []),
  ];
  return more.length > 0 ? [...moves, ...more] : moves;
}

/** True when recording what sets a signal off changes a fact remembered. */
function touches({ ground }: View, rule: string, remembered: readonly number[]): boolean {
  if (remembered.length === 0) return false;
  const facts = ground.pathway.program.names(`rule:${rule}`).facts;
  return remembered.some((index) =>
    [...(ground.space.variables[index]?.bases ?? [])].some((base) => facts.has(base)),
  );
}
