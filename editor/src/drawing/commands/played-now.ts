import { compile, EngineError, type Pack, type Playback, play, type Scenario } from '@parcours/engine';

/** A story as it goes now; undefined while it, or the procedure, cannot be told. */
export function playedNow(pack: Pack, story: Scenario): Playback | undefined {
  try {
    return play(compile(pack), story);
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}
