import type { Pack } from '@parcours/engine';
import { type Way, waysOf } from '../commands/way.ts';
import { findState } from '../log/find-state.ts';

/** A signal: the rule that sets it off, and the ways it opens. */
export type SignalLine = {
  readonly event: string;
  readonly rule: string;
  readonly isProtective: boolean;
  readonly opens: readonly { readonly way: Way; readonly to: string | undefined }[];
};

/** A step that asks facts again each time it opens. */
export type AgainLine = { readonly step: string; readonly facts: readonly string[] };

export type Signals = {
  readonly signals: readonly SignalLine[];
  readonly again: readonly AgainLine[];
  /** Steps that a signal can open: those of tracks that wait, their idle step and measures apart. */
  readonly openable: readonly string[];
};

/** The signals of a pack, what is asked again, and what a signal may open. */
export function projectSignals(pack: Pack): Signals {
  const ways = [...waysOf(pack.machine)];
  const signals = Object.entries(pack.events).flatMap(([event, { when, protective }]): SignalLine[] => {
    if (when === undefined) return [];
    const opens = ways
      .filter(({ by, name }) => by === 'on' && name === event)
      .map(({ from, by, name, index, candidate }) => ({
        way: { from, by, name, index },
        to: candidate.target?.slice(1),
      }));
    return [{ event, rule: when, isProtective: protective === true, opens }];
  });
  const again = Object.entries(pack.steps).flatMap(([step, entry]): AgainLine[] =>
    'fresh' in entry && entry.fresh !== undefined ? [{ step, facts: entry.fresh }] : [],
  );
  const openable = Object.keys(pack.steps).filter((id) => mayOpen(pack, id));
  return { signals, again, openable };
}

function mayOpen(pack: Pack, id: string): boolean {
  const found = findState(pack.machine, id);
  const idle = found?.above[0]?.initial;
  if (!found || idle === undefined || idle === id || pack.steps[idle]?.kind !== 'idle') return false;
  return !found.state.tags?.includes('measure');
}
