/**
 * An overlay's difference held against the two versions of what it lies over. A line is in conflict when the base has
 * changed, since, the very thing that the line changes, and to something else. What only one side changed is no conflict.
 */
import { isJsonObject, type JsonObject } from '../overlay/merge-patch.ts';
import { REPLACED_WHOLE } from '../procedure/patch-findings.ts';
import type { Json } from '../vocabulary/json.ts';
import { isSame } from './diff-elements.ts';

/** What a line would do to one place. `laid` is what the overlay made of the first version there. */
type Place = {
  readonly path: readonly string[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly laid: Json | undefined;
};

export type Clash = {
  readonly path: string;
  readonly kind: 'both_changed' | 'both_added' | 'base_removed' | 'you_removed';
  /** What the base said, what it says now, and what the overlay says; absent where it says nothing. */
  readonly before?: Json;
  readonly theirs?: Json;
  readonly ours?: Json;
};

export type Choice = 'ours' | 'theirs';
type Settle = (clash: Clash) => Choice;

/** The difference to lay over the second version; undefined when nothing of it is left. */
export function carryOver(patch: Json, place: Place, settle: Settle): Json | undefined {
  const { before, after, path } = place;
  const key = path.at(-1) ?? '';
  if (isSame(before, after)) return patch;
  if (!isJsonObject(patch) || REPLACED_WHOLE.has(key)) return carryLine(patch, place, settle);
  if (before === undefined) return carryAdded(patch, place, settle);
  if (after === undefined) return settleRemoved(place, settle);
  if (Array.isArray(before) && Array.isArray(after)) return carryMembers(patch, place, settle, entryOf);
  if (isJsonObject(before) && isJsonObject(after)) return carryMembers(patch, place, settle, memberOf);
  return carryLine(patch, place, settle);
}

function carryLine(patch: Json, place: Place, settle: Settle): Json | undefined {
  const { before, after, laid } = place;
  if (patch === null && after === undefined) return undefined;
  if (isSame(after, laid) || (patch === true && Array.isArray(after))) return patch;
  /** `true` adds an entry, and it is there now whatever it says. */
  if (patch === true && before === undefined) return patch;
  if (after === undefined) return settleRemoved(place, settle);
  const kind = patch === null ? 'you_removed' : before === undefined ? 'both_added' : 'both_changed';
  return settle(clashOf(place, kind)) === 'ours' ? patch : undefined;
}

function carryAdded(patch: JsonObject, place: Place, settle: Settle): Json | undefined {
  const { after, laid } = place;
  if (after === undefined || isSame(after, laid)) return patch;
  return settle(clashOf(place, 'both_added')) === 'ours' ? patch : undefined;
}

/** To keep what the base has taken away, the overlay must say the whole of it. */
function settleRemoved(place: Place, settle: Settle): Json | undefined {
  if (place.laid === undefined) return undefined;
  return settle(clashOf(place, 'base_removed')) === 'ours' ? place.laid : undefined;
}

type Member = (holder: Json | undefined, key: string) => Json | undefined;

function carryMembers(patch: JsonObject, place: Place, settle: Settle, member: Member): Json | undefined {
  const carried = Object.entries(patch).flatMap(([key, change]): [string, Json][] => {
    if (key === 'after' && typeof change === 'string' && member === memberOf && isEntry(place))
      return [[key, change]];
    const line = carryOver(
      change,
      {
        path: [...place.path, key],
        before: member(place.before, key),
        after: member(place.after, key),
        laid: member(place.laid, key),
      },
      settle,
    );
    return line === undefined ? [] : [[key, line]];
  });
  return carried.length === 0 && Object.keys(patch).length > 0 ? undefined : Object.fromEntries(carried);
}

/** `after` orders an entry of a list; of a state of the machine it is a field. */
function isEntry({ before }: Place): boolean {
  return isJsonObject(before) && ('target' in before || 'fact' in before);
}

function memberOf(holder: Json | undefined, key: string): Json | undefined {
  return isJsonObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/** The entry of a list that has an identity: the text itself, or its target, fact or id. */
function entryOf(holder: Json | undefined, identity: string): Json | undefined {
  if (!Array.isArray(holder)) return undefined;
  return holder.find((entry: Json) =>
    isJsonObject(entry) ? [entry.target, entry.fact, entry.id].includes(identity) : entry === identity,
  );
}

function clashOf({ path, before, after, laid }: Place, kind: Clash['kind']): Clash {
  return {
    path: path.join('/'),
    kind,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { theirs: after }),
    ...(laid !== undefined && { ours: laid }),
  };
}
