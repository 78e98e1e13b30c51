import { compile, type Pack, proveSafeguards, type Scenario } from '@parcours/engine';

/**
 * The shortest story by which a case enters a step, played on the engine; undefined when no path leads there, or when the case
 * stands there from the beginning. Throws `pack.unsound` where `compile` does.
 */
export function storyTo(pack: Pack, step: string): Scenario | undefined {
  const label = pack.steps[step]?.title ?? { en: step };
  const wanted: Pack = {
    ...pack,
    safeguards: {
      reached: {
        label,
        property: { at_most: { n: 0, a: `step:${step}` } },
        severity: 'major',
        basis: 'practice',
      },
    },
  };
  return proveSafeguards(compile(wanted))[0]?.story;
}
