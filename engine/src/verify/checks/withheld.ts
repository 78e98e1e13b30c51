import { type Check, error, warning } from '../check.ts';

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
        by === 'on' && from.track === track && isSignal(name) && pack.events[name]?.protective === true,
    );
    if (opener) {
      const message = `The protective signal "${opener.name}" opens "${track}", so it can never be withheld.`;
      yield error('withheld.protective', path, message, { track, event: opener.name });
    }
    if (!call?.length) {
      yield warning('withheld.nobody_to_call', path, 'Say in "call" whom to call instead.', { track });
    }
  }
};
