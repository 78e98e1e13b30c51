import { type BehaviourDifference, behaviourDiff, compile, EngineError, type Pack } from '@parcours/engine';

/** Stories invented in each version besides those of the committees, from a fixed seed. */
const INVENTED = { count: 12, seed: 1 } as const;

/** How many stories were told in both versions, and those that end differently; nothing while one of them cannot run. */
export function behaviourOf(
  before: Pack,
  after: Pack,
): { readonly told: number; readonly differences: readonly BehaviourDifference[] } {
  const scenarios = { ...before.scenarios, ...after.scenarios };
  try {
    const differences = behaviourDiff(
      compile(before, 'before'),
      compile(after, 'after'),
      scenarios,
      INVENTED,
    );
    return { told: Object.keys(scenarios).length + 2 * INVENTED.count, differences };
  } catch (error) {
    if (error instanceof EngineError && error.code === 'pack.unsound') return { told: 0, differences: [] };
    throw error;
  }
}
