/**
 * What the rules of a pack leave open, say twice, or never say. Exact for yes and no, chosen values, bounded numbers, comparisons
 * of dates and numbers with each other, and lists; what it cannot tell is marked `approximate`, with why: derived facts that rest
 * on the same recorded ones, and which positions of two tracks can stand together. What it does not name there is not. A
 * parameter without a value is read whatever its value will be.
 */
import { compile } from '../pathway/compile.ts';
import type { Pack } from '../procedure/pack.ts';
import { cutFacts } from '../prove/fact-space.ts';
import { compileFormulas } from '../prove/rule-formulas.ts';
import { analyseChoice } from './analyse-choice.ts';
import { analyseRule } from './analyse-rule.ts';
import { stuckAt, unaskedAt, waysOf } from './analyse-step.ts';
import type { RuleAnalyses } from './analysis.ts';
import { askedBefore } from './asked-before.ts';
import { choicesOf } from './choices.ts';
import { findingsOf } from './findings-of.ts';
import { terrainOf, whereStanding } from './guard-formulas.ts';
import { onlyRead } from './only-read.ts';
import { partsIn } from './rule-parts.ts';
import { everything, type Ground } from './search.ts';

/** More boxes than this are not looked at in one analysis. */
const MOST_WORK = 20_000_000;

/**
 * `stop` is asked now and then and ends the analysis early when it answers true. `only` keeps to the choices of one state, for a
 * screen that shows one table: steps and rules are then not looked at. `onPart` is told of each step, rule and list before it is
 * looked at: how many were, out of how many, and which it is.
 */
export type AnalyseOptions = {
  readonly stop?: () => boolean;
  readonly only?: string;
  readonly onPart?: (done: number, total: number, what: string) => void;
};

/** Analyses every choice, step and rule of a pack. Throws `pack.unsound` where `compile` does. */
export function analyseRules(
  pack: Pack,
  { stop = () => false, only, onPart }: AnalyseOptions = {},
): RuleAnalyses {
  const pathway = compile(pack, '');
  const { program, states } = pathway;
  const space = cutFacts(program);
  const rules = compileFormulas(program, space);
  const choices = choicesOf(pathway).filter(({ state }) => only === undefined || state === only);
  const guards = choices.flatMap(({ candidates }) => candidates.map(({ guard }) => guard));
  const terrain = terrainOf(space.variables, rules, guards);
  const budget = { left: MOST_WORK, stop, stopped: false };
  const ground: Ground = {
    program,
    variables: terrain.variables,
    labels: pack,
    budget,
    remembered: new Map(),
  };
  const asked = askedBefore(pathway);
  const partOf = partsIn(space, rules);

  const standing = (state: string) => whereStanding(pathway, terrain, everything(ground), state);
  const steps = (only === undefined ? [...states.values()] : []).flatMap((state) => {
    const ways = state.leaf && isOpen(state.kind) ? waysOf(pathway, terrain, state) : undefined;
    if (ways === undefined) return [];
    const {
      ground: own,
      within,
      formulas,
    } = onlyRead({ ground, within: standing(state.id), formulas: [ways] });
    return [{ ground: own, step: state.id, open: formulas[0] ?? false, within }];
  });
  const named = only === undefined ? Object.keys(pack.rules) : [];
  const guarded = choices.filter(({ candidates }) => candidates.some(({ guard }) => guard !== undefined));
  const total = 2 * steps.length + named.length + guarded.length;
  let done = 0;
  const turnTo = (what: string): void => onPart?.(done++, total, what);
  const stuck = steps.flatMap((step) => {
    turnTo(step.step);
    return stuckAt(step.ground, step, asked) ?? [];
  });
  const unasked = steps.flatMap((step) => {
    turnTo(step.step);
    return unaskedAt(step.ground, step, asked);
  });
  const told = named.flatMap((rule) => {
    turnTo(rule);
    return analyseRule(ground, rules, partOf, rule) ?? [];
  });
  const analysed = guarded.map((choice) => {
    turnTo(choice.state);
    return analyseChoice(ground, terrain, choice, standing(choice.state));
  });
  const found = { choices: analysed, rules: told, stuck, unasked, complete: !budget.stopped };
  return { ...found, findings: findingsOf(pathway, found) };
}

function isOpen(kind: string | undefined): boolean {
  return kind === 'work' || kind === 'wait' || kind === 'choice';
}
