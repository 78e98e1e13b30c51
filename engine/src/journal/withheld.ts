import type { Pathway } from '../pathway/pathway.ts';
import { readEvent } from '../pathway/read-candidates.ts';
import type { Refusal } from './entry.ts';
import type { Inquiry } from './inquiry.ts';

/** True when a protective event is heard only where a track is withheld: it is recorded as done and moves nothing. */
export function isHeardOnlyWhereWithheld({ pathway, command, reading, active, outcomes }: Inquiry): boolean {
  if (reading.verdict !== 'unheard') return false;
  const { heard: there } = readEvent(pathway, { outcomes, active }, command.event, { withheld: true });
  const hearers = there.length > 0 ? there : (pathway.hearers.get(command.event) ?? []);
  return hearers.length > 0 && hearers.every((id) => withheldTrack(pathway, id) !== undefined);
}

/** Which tracks are withheld, whom to call instead, and the law that was not found. */
export function withheldBy(
  pathway: Pathway,
  heardAt: readonly string[],
): Pick<Refusal, 'tracks' | 'call' | 'parameters'> {
  const tracks = [...new Set(heardAt.flatMap((id) => withheldTrack(pathway, id) ?? []))];
  const withheld = tracks.flatMap((track) => pathway.pack.pack.withheld?.[track] ?? []);
  const call = withheld.flatMap((track) => track.call ?? []);
  return {
    tracks,
    call: call.length > 0 ? [...new Set(call)] : Object.keys(pathway.pack.pack.contacts ?? {}).sort(),
    parameters: [...new Set(withheld.flatMap((track) => track.parameters ?? []))],
  };
}

function withheldTrack({ pack, states }: Pathway, id: string): string | undefined {
  const track = states.get(id)?.track;
  return track !== undefined && track !== 'main' && Object.hasOwn(pack.pack.withheld ?? {}, track)
    ? track
    : undefined;
}
