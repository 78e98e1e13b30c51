import type { Pack } from '@parcours/engine';
import { nameOf } from '../../commands/elements.ts';
import { candidatesOf, type Way } from '../../commands/way.ts';
import { findState } from '../../log/find-state.ts';
import { placeOf } from '../place-of.ts';
import { isMeasure, type Mender, MOST_CHOICES } from './mend.ts';

/** `machine/states/main/states/visit/on/visit_done/1` as a way; undefined when the path names none. */
export function wayAt(path: string): Way | undefined {
  const found = /\/(?:(on|after)\/([^/]+)|(always|onDone))(?:\/(\d+))?(?:\/|$)/.exec(path);
  const by = (found?.[1] ?? found?.[3]) as Way['by'] | undefined;
  if (!by) return undefined;
  return {
    from: placeOf(path).slice('steps/'.length),
    by,
    name: found?.[2] ?? by,
    index: Number(found?.[4] ?? 0),
  };
}

function listOf(pack: Pack, { from, by, name }: Way) {
  const state = findState(pack.machine, from)?.state;
  return (state && candidatesOf(state, by, name)) ?? [];
}

/** "Otherwise": to one of the steps the list leads to already, never into a measure. */
export const endUnguarded: Mender = (pack, { path }) => {
  const way = wayAt(path);
  if (!way) return [];
  const { from, by, name } = way;
  const targets = listOf(pack, way).flatMap(({ target }) => target?.slice(1) ?? []);
  const beside = Object.keys(findState(pack.machine, from)?.siblings ?? {});
  const isSafe = (id: string) =>
    id !== from && !isMeasure(pack, id) && findState(pack.machine, id)?.state.type !== 'history';
  return [...new Set([...targets.reverse(), ...beside])]
    .filter(isSafe)
    .slice(0, MOST_CHOICES)
    .map((to) => ({
      label: 'otherwise',
      names: { to: nameOf(pack, 'steps', to) },
      acts: [{ command: 'add_otherwise', args: { from, by, name, to } }],
    }));
};

/** The way without a condition goes last. */
export const putOpenLast: Mender = (pack, { path }) => {
  const way = wayAt(path);
  const list = way ? listOf(pack, way) : [];
  const open = list.findIndex(({ guard }) => guard === undefined);
  if (!way || open < 0) return [];
  return [
    {
      label: 'openLast',
      acts: [{ command: 'reorder_way', args: { way: { ...way, index: open }, to: list.length - 1 } }],
    },
  ];
};

/** A way that is never taken goes, or is read first. */
export const removeOrRaise: Mender = (pack, { path }) => {
  const way = wayAt(path);
  if (!way || !listOf(pack, way)[way.index]) return [];
  return [
    ...(way.index > 0
      ? [
          {
            label: 'readFirst' as const,
            acts: [{ command: 'reorder_way' as const, args: { way, to: 0 } }] as const,
          },
        ]
      : []),
    { label: 'removeWay', acts: [{ command: 'remove_way', args: way }] },
  ];
};
