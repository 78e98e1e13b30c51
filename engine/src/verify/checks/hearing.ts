import { type Check, error, warning } from '../check.ts';
import { isInside, type Node } from '../outline.ts';

/** A reported event is heard in one track, and there in one region at a time; signals may be heard anywhere. */
export const hearing: Check = function* ({ pack, lists, isSignal }) {
  const hearers = new Map<string, Node[]>();
  for (const { by, name, from } of lists) {
    if (by === 'on') hearers.set(name, [...(hearers.get(name) ?? []), from]);
  }
  for (const event of Object.keys(pack.events)) {
    const heard = hearers.get(event) ?? [];
    if (heard.length === 0) {
      yield warning(
        'event.unheard',
        `events/${event}`,
        `No step hears "${event}"; let one hear it, or take it away.`,
        { event },
      );
    }
    if (isSignal(event)) continue;
    const tracks = [...new Set(heard.map((node) => node.track))];
    if (tracks.length > 1) {
      const message = `"${event}" is heard in ${tracks.join(' and ')}; name one event for each track, or make it a signal.`;
      yield error('event.two_tracks', `events/${event}`, message, { event, tracks: tracks.join(', ') });
    } else {
      yield* atOnce(event, heard);
    }
  }
};

function* atOnce(event: string, heard: readonly Node[]) {
  const regions = [...new Set(heard.map((node) => node.region))];
  for (const [index, a] of regions.entries()) {
    const b = regions.slice(index + 1).find((other) => areConcurrent(a, other));
    if (!b) continue;
    const message = `"${event}" is heard in "${a.id}" and "${b.id}" at once; name one event for each.`;
    yield warning('event.two_regions', `events/${event}`, message, { event, a: a.id, b: b.id });
    return;
  }
}

/** Neither holds the other, and they part at a parallel stage. */
function areConcurrent(a: Node, b: Node): boolean {
  if (a === b || isInside(a, b) || isInside(b, a)) return false;
  let above: Node | undefined = a;
  while (above && !isInside(b, above)) above = above.parent;
  return above?.state.type === 'parallel';
}
