import type { Pathway, PathwayCandidate, PathwayState } from '../pathway/pathway.ts';
import { allOf, anyOf, type Formula } from '../prove/formula.ts';
import type { AtomFormulas } from '../prove/variable.ts';
import type { ChoiceAnalysis } from './analysis.ts';
import { guardFormulas, type Terrain } from './guard-formulas.ts';
import { negated } from './negated.ts';

/** The ways on of one list, in order, and how it is read. */
export type Choice = Pick<ChoiceAnalysis, 'state' | 'kind' | 'name'> & {
  readonly candidates: readonly PathwayCandidate[];
  readonly manner: Manner;
};

/** `asked`: somebody can be asked. `protective`: unknown is read as yes save into a measure. `unasked`: nobody can be. */
export type Manner = 'asked' | 'protective' | 'unasked';

/** Every list of candidates of a pathway, in the order of its states. */
export function choicesOf(pathway: Pathway): readonly Choice[] {
  return [...pathway.states.values()].flatMap((state) => choicesAt(pathway, state));
}

/** The lists of one state. */
export function choicesAt({ pack }: Pathway, state: PathwayState): readonly Choice[] {
  const choice = (
    kind: Choice['kind'],
    name: string,
    candidates: readonly PathwayCandidate[],
    manner: Manner = 'unasked',
  ) => (candidates.length > 0 ? [{ state: state.id, kind, name, candidates, manner }] : []);
  const mannerOf = (event: string): Manner => {
    const definition = Object.hasOwn(pack.events, event) ? pack.events[event] : undefined;
    if (definition?.when !== undefined) return 'unasked';
    return definition?.protective ? 'protective' : 'asked';
  };
  return [
    ...[...state.on].flatMap(([event, candidates]) => choice('event', event, candidates, mannerOf(event))),
    ...[...state.after].flatMap(([deadline, candidates]) => choice('after', deadline, candidates)),
    ...choice('always', '', state.always),
    ...choice('onDone', '', state.onDone),
  ];
}

/** A list as formulas: each guard, where each candidate is the one taken, and where one is. */
export type ReadChoice = {
  readonly guards: readonly AtomFormulas[];
  readonly taken: readonly Formula[];
  readonly open: Formula;
};

/**
 * Reads a list as `readEvent` does: in order, stopping at the first that is not a sure no. That other tracks must rest before a
 * case closes is left aside.
 */
export function readChoice(
  terrain: Terrain,
  { candidates, manner }: Pick<Choice, 'candidates' | 'manner'>,
): ReadChoice {
  const { variables } = terrain;
  const guards = candidates.map(({ guard }) => guardFormulas(guard, terrain));
  const read = candidates.map(({ measure }) => manner !== 'unasked' || !measure);
  const passed: Formula[] = [];
  const doubted: Formula[] = [];
  const taken = guards.map(({ yes, no }, index): Formula => {
    if (!read[index]) return false;
    const measure = candidates[index]?.measure === true;
    const here = allOf([...passed, manner === 'protective' && !measure ? negated(no, variables) : yes]);
    doubted.push(allOf([...passed, negated(yes, variables), negated(no, variables)]));
    passed.push(manner === 'protective' && measure ? negated(yes, variables) : no);
    return here;
  });
  const last = candidates.length - 1;
  if (manner === 'unasked' && candidates[last] !== undefined && candidates[last].guard === undefined) {
    taken[last] = anyOf([taken[last] ?? false, ...doubted]);
  }
  return { guards, taken, open: anyOf(taken) };
}
