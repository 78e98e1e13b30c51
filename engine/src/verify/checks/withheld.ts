import { type Check, error, own, warning } from '../check.ts';
import type { Node } from '../outline.ts';

/** `main`, and any track that a protective signal opens, can never be withheld; what is withheld says whom to call. */
export const withheld: Check = function* ({ pack, lists, isSignal }) {
  for (const [track, { call }] of Object.entries(pack.pack.withheld ?? {})) {
    const path = `pack/withheld/${track}`;
    if (track === 'main') {
      yield error(
        'withheld.main',
        path,
        '"main" can never be withheld; publish nothing until it can be run.',
        { track },
      );
    }
    const opener = lists.find(
      ({ by, name, from }) =>
        by === 'on' &&
        from.track === track &&
        isClosed(from) &&
        isSignal(name) &&
        own(pack.events, name)?.protective === true,
    );
    if (opener) {
      const message = `The protective signal "${opener.name}" opens "${track}", so it can never be withheld.`;
      yield error('withheld.protective', path, message, { track, event: opener.name });
    }
    if (!call?.length) {
      yield warning('withheld.nobody_to_call', path, 'Say in "call" whom to call instead.', { track });
    }
  }

  /** Where the track is not open yet: its idle step, or whatever holds it. */
  function isClosed(node: Node): boolean {
    return own(pack.steps, node.id)?.kind === 'idle' || node.children.some(isClosed);
  }
};
