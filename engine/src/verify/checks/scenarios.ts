import { checkScenario } from '../../simulate/check-scenario.ts';
import type { Check } from '../check.ts';

/** Every scenario can be played: its names, values, acts and time. Whether it ends as expected is told by playing it. */
export const scenarios: Check = function* ({ pack }) {
  for (const [id, scenario] of Object.entries(pack.scenarios))
    yield* checkScenario(pack, scenario, `scenarios/${id}`);
};
