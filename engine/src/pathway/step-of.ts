import type { Pack } from '../procedure/pack.ts';
import type { Step } from '../procedure/steps.ts';

/** What the pack says of a leaf state; undefined for stages, tracks and states that people never see. */
export function stepOf({ steps }: Pick<Pack, 'steps'>, id: string): Step | undefined {
  const definition = Object.hasOwn(steps, id) ? steps[id] : undefined;
  return definition && isStep(definition) ? definition : undefined;
}

function isStep(definition: Pack['steps'][string]): definition is Step {
  return definition.kind !== 'stage' && definition.kind !== 'track';
}
