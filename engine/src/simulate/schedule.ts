import { addDuration, toInstant } from '../calendar/instant.ts';
import type { Act, Scenario } from '../procedure/scenario.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';

/** An instant of a story: written as one, or as a span after its start by the clocks of the zone. */
export function storyInstant(start: Instant, text: string, timeZone: string): Instant {
  return text.startsWith('P') ? addDuration(start, text, timeZone) : toInstant(text);
}

/** When each act happens; throws `scenario.invalid` when one lies before the act it follows, because a clock runs one way. */
export function scheduleActs(
  { start, acts }: Scenario,
  timeZone: string,
): readonly { readonly act: Act; readonly at: Instant }[] {
  const begun = toInstant(start);
  let last = begun;
  return acts.map((act, index) => {
    const at = storyInstant(begun, act.at, timeZone);
    if (at < last) {
      throw new EngineError(
        'scenario.invalid',
        `Act ${index} happens at ${at}, before the act it follows (${last}): put the acts in the order of time.`,
        { act: index },
      );
    }
    last = at;
    return { act, at };
  });
}
