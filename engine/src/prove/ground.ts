import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import type { Place } from '../pathway/track-place.ts';
import {
  askedFields,
  collectedFacts,
  type Field,
  factsOfRule,
  freshOf,
  hearing,
  writtenIn,
} from './collects.ts';
import { cutFacts, type FactSpace } from './fact-space.ts';
import { holdsUnknown, variablesIn } from './formula.ts';
import { type Move, movesAt } from './moves.ts';
import { compileFormulas, type RuleFormulas } from './rule-formulas.ts';
import { keepSkeletons, type Skeletons } from './skeletons.ts';
import type { Standing } from './standing.ts';
import type { Start } from './start.ts';
import { type TrackSteps, trackSteps } from './track-steps.ts';
import type { Variable } from './variable.ts';

/** What the explored tracks hear of an event, and what reporting it records and asks. */
export type Hearing = {
  readonly heard: readonly PathwayState[];
  readonly records: readonly Variable[];
  readonly fields: readonly Field[];
};

/** A variable and the regions in which it lies when its facts are asked again. */
export type AskedAgain = { readonly variable: Variable; readonly mask: number };

/** What is compiled once for a pathway and serves every safeguard. */
export interface Ground {
  readonly pathway: Pathway;
  /** Where a case stands, when proofs go from there; absent when they go from the opening. */
  readonly start?: Start;
  readonly space: FactSpace;
  readonly rules: RuleFormulas;
  readonly steps: TrackSteps;
  readonly skeletons: Skeletons;
  /** Variables that time alone changes. */
  readonly drifting: readonly Variable[];
  /** Signals whose rule may turn to yes because a step asks facts again: whether it was yes before is left open. */
  readonly turnedByAsking: ReadonlySet<string>;
  movesAt(place: Place): readonly Move[];
  hearing(standing: Standing, event: string): Hearing;
  /** Variables that follow from some facts; asked again for the same list, the same answer. */
  variablesOf(facts: Iterable<string> & object): readonly Variable[];
  /** Variables that follow from the facts on which a rule stands. */
  variablesOfRule(rule: string): readonly Variable[];
  /** Every fact that a track records or asks again. */
  writtenIn(track: string): ReadonlySet<string>;
  /** What the steps entered ask again. */
  askedAgain(entered: readonly string[]): readonly AskedAgain[];
}

/** Lays the ground; what is asked of it is remembered. */
export function layGround(pathway: Pathway): Ground {
  const space = cutFacts(pathway.program);
  const rules = compileFormulas(pathway.program, space);
  const moves = new Map<Place, readonly Move[]>();
  const heard = new Map<string, Hearing>();
  const heardAt = new Map<Standing, Map<string, Hearing>>();
  const again = new Map<string, readonly AskedAgain[]>();
  const ofRules = new Map<string, readonly Variable[]>();
  const written = new Map<string, ReadonlySet<string>>();
  const following = new WeakMap<object, readonly Variable[]>();
  const variablesOf = (facts: Iterable<string> & object): readonly Variable[] => {
    const known = following.get(facts);
    if (known) return known;
    const found = [...new Set([...facts].flatMap((fact) => space.followFrom.get(fact) ?? []))];
    following.set(facts, found);
    return found;
  };
  return {
    pathway,
    space,
    rules,
    steps: trackSteps(pathway),
    skeletons: keepSkeletons(pathway, space),
    drifting: space.variables.filter(({ drift }) => drift !== 'none'),
    turnedByAsking: turnedByAsking(pathway, space, rules),
    variablesOf,
    variablesOfRule: (rule) => remember(ofRules, rule, () => variablesOf(factsOfRule(pathway, rule))),
    writtenIn: (track) => remember(written, track, () => writtenIn(pathway, track)),
    movesAt: (place) => remember(moves, place, () => movesAt(pathway, place)),
    hearing: (standing, event) => {
      const known = heardAt.get(standing) ?? new Map<string, Hearing>();
      heardAt.set(standing, known);
      return remember(known, event, () => {
        const hearers = standing.places.filter((place) => place.heard.has(event));
        return remember(heard, `${event} ${hearers.map(({ id }) => id).join(' ')}`, () => {
          const open = hearers.flatMap(({ states }) => states);
          const states = hearing(pathway, open, event);
          return {
            heard: states,
            records: variablesOf(collectedFacts(pathway, open, event)),
            fields: askedFields(pathway, states),
          };
        });
      });
    },
    askedAgain: (entered) => remember(again, entered.join(' '), () => askedAgain(pathway, space, entered)),
  };
}

function remember<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  kept.set(key, made);
  return made;
}

function askedAgain(pathway: Pathway, space: FactSpace, entered: readonly string[]): readonly AskedAgain[] {
  const fresh = new Set(entered.flatMap((id) => freshOf(pathway, id)));
  const concerned = new Set([...fresh].flatMap((fact) => space.followFrom.get(fact) ?? []));
  return [...concerned].map((variable) => {
    const isGone = [...variable.bases].every(
      (base) => fresh.has(base) || pathway.program.parts.has(`fact:${base}`),
    );
    return { variable, mask: isGone ? 1 : variable.full };
  });
}

function turnedByAsking(pathway: Pathway, space: FactSpace, rules: RuleFormulas): ReadonlySet<string> {
  const fresh = new Set(Object.keys(pathway.pack.steps).flatMap((id) => freshOf(pathway, id)));
  const isTurned = (rule: string) => {
    const { yes } = rules(rule);
    return [...variablesIn(yes)].some(
      (index) =>
        [...(space.variables[index]?.bases ?? [])].some((base) => fresh.has(base)) &&
        holdsUnknown(yes, index),
    );
  };
  return new Set(pathway.signals.flatMap(({ event, rule }) => (isTurned(rule) ? [event] : [])));
}
