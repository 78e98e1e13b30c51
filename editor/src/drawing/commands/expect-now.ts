import type { Pack, Playback } from '@parcours/engine';
import { current } from 'immer';
import type { Command, OpenPack } from '../log/command.ts';
import { nameOf } from './elements.ts';
import { playedNow } from './played-now.ts';

type Expecting = {
  readonly id: string;
  /** The route is expected too where the story left it open. */
  readonly withRoute?: boolean;
};

/**
 * A story expects what happens in it now. Whether that is anything else is found out when it is done, and not while it is offered:
 * the whole story is played for it. One that goes as it says, or that cannot be told, stays as it is.
 */
export const expectNow: Command<Expecting> = {
  id: 'expect_now',
  can: (pack, { id }) => (Object.hasOwn(pack.scenarios, id) ? undefined : { why: 'gone', names: { id } }),
  run: (pack, { id, withRoute = false }) => {
    const story = pack.scenarios[id];
    const playback = story && playedNow(current(pack) as Pack, current(story));
    if (story && playback) {
      expectIn(story, playback);
      if (withRoute) story.expect.route ??= [...playback.route];
    }
    return { places: [`scenarios/${id}`] };
  },
  names: (pack, { id }) => ({ name: nameOf(pack, 'scenarios', id) }),
};

type Open = Record<string, unknown>;

/** Expects what happens wherever the story said otherwise; what it left open stays open. */
function expectIn(story: OpenPack['scenarios'][string], { mismatches, route }: Playback): void {
  for (const { path, got } of mismatches) {
    const keys = path.split('/');
    // `expect/outcome`, `acts/2/expect/facts/age`: a fact may have the name of a part.
    const start = keys.indexOf('expect') + 1;
    const [part = '', ...inner] = keys.slice(start);
    const expected = heldAt(story, keys.slice(0, start));
    if (part === 'route') expected[part] = [...route];
    else if (part === 'unknown') expected[part] = withoutName(expected[part], inner.at(-1));
    else if (part === 'refused' && got === false) {
      delete expected[part];
      delete expected['missing'];
    } else if (part !== 'missing' || expected[part] !== undefined)
      place(heldAt(expected, keys.slice(start, -1)), keys.at(-1) ?? part, got);
  }
}

const withoutName = (list: unknown, name: string | undefined): unknown =>
  Array.isArray(list) ? list.filter((each) => each !== name) : list;

function place(holder: Open, key: string, value: unknown): void {
  if (value === null) delete holder[key];
  else holder[key] = value;
}

/** What stands at some keys; maps on the way are made. */
function heldAt(root: Open, keys: readonly string[]): Open {
  return keys.reduce<Open>((holder, key) => {
    holder[key] ??= {};
    return holder[key] as Open;
  }, root);
}
