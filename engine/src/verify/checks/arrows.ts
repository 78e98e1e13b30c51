import { type Check, error } from '../check.ts';
import { isInside } from '../outline.ts';

/**
 * A target lies strictly inside the region of its source: an arrow to another track, or to a region itself, silently
 * resets tracks. Nested parallel regions included.
 */
export const arrows: Check = function* ({ lists, targetOf }) {
  for (const { from, path, candidates } of lists) {
    for (const [index, candidate] of candidates.entries()) {
      const at = `${path}/${index}`;
      const target = targetOf(candidate);
      const isRegion = from.kind === 'track' || from.kind === 'region';
      if (candidate.reenter && isRegion) {
        yield error(
          'machine.reenters_region',
          at,
          `"${from.id}" would start again from nothing; take "reenter" away.`,
          { from: from.id },
        );
      }
      if (!target || isInside(target, from.region)) continue;
      const parameters = { from: from.id, to: target.id };
      if (target.kind === 'track' || target.kind === 'region') {
        yield error(
          'machine.targets_region',
          at,
          `"${target.id}" is a whole region; aim at a step inside "${from.region.id}".`,
          parameters,
        );
      } else {
        const message = `The arrow leaves "${from.region.id}" for "${target.id}"; use a signal that the other track hears.`;
        yield error('machine.cross_track', at, message, parameters);
      }
    }
  }
};
