import { referencesOf } from '@parcours/engine';
import type { Command } from '../log/command.ts';
import { dropUse, isMeaning } from '../log/drop-use.ts';
import { findState } from '../log/find-state.ts';
import { nameOf } from './elements.ts';
import { candidatesOf, openCandidates, type Way } from './way.ts';
import { whyNotTo } from './ways.ts';

type Otherwise = Omit<Way, 'index'> & { readonly to: string };

/** "Otherwise, go there": the last way of a list, without a condition, for when nothing is known. */
export const addOtherwise: Command<Otherwise> = {
  id: 'add_otherwise',
  can: (pack, { from, by, name, to }) => {
    const refused = whyNotTo(pack, from, to);
    if (refused) return refused;
    const state = findState(pack.machine, from)?.state;
    const list = state && candidatesOf(state, by, name);
    if (!list || list.length === 0) return { why: 'gone', names: { id: name } };
    if (list.some(({ guard }) => guard === undefined)) return { why: 'two_open_ways' };
    const isReported = by === 'on' && pack.events[name]?.when === undefined;
    const isMeasure = findState(pack.machine, to)?.state.tags?.includes('measure');
    return isMeasure && !isReported ? { why: 'clock_into_measure' } : undefined;
  },
  run: (pack, { from, by, name, to }) => {
    const state = findState(pack.machine, from)?.state;
    if (state) openCandidates(state, by, name).push({ target: `#${to}` });
    return { places: [`steps/${from}`] };
  },
  names: (pack, { from, to }) => ({ from: nameOf(pack, 'steps', from), to: nameOf(pack, 'steps', to) }),
};

/** Takes a name away where it stands (`steps/visit/who/0`), with what cannot stand without it. Refused where it says what a rule, a door or a safeguard means. */
export const dropName: Command<{ readonly path: string }> = {
  id: 'drop_name',
  can: (pack, { path }) => {
    const use = referencesOf(pack).find((each) => each.path === path);
    const isHeld = path.split('/').length > 2 && (!path.startsWith('machine/') || path.endsWith('/target'));
    if (!use || !isHeld) return { why: 'gone', names: { id: path } };
    return isMeaning(use) ? { why: 'looked_at' } : undefined;
  },
  run: (pack, { path }) => {
    dropUse(pack, { path });
    const [section = '', id = ''] = path.split('/');
    return { places: [`${section}/${id}`] };
  },
  names: (_, { path }) => ({ name: { en: path.split('/').at(-2) ?? path } }),
};
