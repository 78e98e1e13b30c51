import type { Pack, Text } from '@parcours/engine';
import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { Command, Refused } from './command.ts';

enablePatches();

/** One change as the log keeps it, as it is saved, and as the minutes tell it. Plain JSON. */
export type Change = {
  /** Id of the command. */
  readonly command: string;
  readonly names: Readonly<Record<string, Text>>;
  readonly places: readonly [string, ...string[]];
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  /** Changes of one typing burst or one gesture carry the same mark and are one entry. */
  readonly burst?: string;
};

/** A pack with everything done to it since it was opened, and everything undone that can be done again. */
export type CommandLog = {
  readonly pack: Pack;
  readonly past: readonly Change[];
  readonly future: readonly Change[];
};

export type Outcome =
  | { readonly ok: true; readonly log: CommandLog; readonly change: Change | undefined }
  | { readonly ok: false; readonly refused: Refused };

export function openLog(pack: Pack): CommandLog {
  return { pack: frozen(pack), past: [], future: [] };
}

/** Nobody changes a pack but a command. Done here, once and plainly: the first change would do it, and take a whole frame of a long one. */
function frozen<Json>(value: Json): Json {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}

/**
 * Does a command. Refused: nothing has changed. A command that changes nothing leaves no entry. With the `burst` of the
 * entry before it, it joins that entry, so that undo takes back the whole word or the whole drag.
 */
export function perform<Args>(log: CommandLog, command: Command<Args>, args: Args, burst?: string): Outcome {
  const refused = command.can(log.pack, args);
  if (refused) return { ok: false, refused };
  const before = command.names?.(log.pack, args) ?? {};
  let places: readonly [string, ...string[]] = ['pack'];
  const [pack, patches, inverse] = produceWithPatches(log.pack, (open) => {
    places = command.run(open, args).places;
  });
  if (patches.length === 0) return { ok: true, log, change: undefined };
  const names = { ...command.names?.(pack, args), ...before };
  const change: Change = { command: command.id, names, places, patches, inverse, ...(burst && { burst }) };
  const last = log.past.at(-1);
  const past =
    last && burst !== undefined && last.burst === burst && log.future.length === 0
      ? [...log.past.slice(0, -1), joined(last, change)]
      : [...log.past, change];
  return { ok: true, log: { pack, past, future: [] }, change };
}

function joined(first: Change, second: Change): Change {
  return {
    ...second,
    names: { ...second.names, ...first.names },
    patches: [...first.patches, ...second.patches],
    inverse: [...second.inverse, ...first.inverse],
  };
}

/** Takes the last change back; undefined when there is none. `change` tells what to show. */
export function undo(log: CommandLog): { readonly log: CommandLog; readonly change: Change } | undefined {
  const change = log.past.at(-1);
  if (!change) return undefined;
  const pack = applyPatches(log.pack, change.inverse);
  return { log: { pack, past: log.past.slice(0, -1), future: [change, ...log.future] }, change };
}

/** Does again what was undone last; undefined when there is none. */
export function redo(log: CommandLog): { readonly log: CommandLog; readonly change: Change } | undefined {
  const [change, ...future] = log.future;
  if (!change) return undefined;
  const pack = applyPatches(log.pack, change.patches);
  return { log: { pack, past: [...log.past, change], future }, change };
}
