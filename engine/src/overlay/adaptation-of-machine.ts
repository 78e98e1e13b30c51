import type { Adaptation } from '../procedure/element.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Json } from '../vocabulary/json.ts';
import { isEqual, isWithin, listed, type TighteningContext } from './loosening.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';

type LevelOf = (context: TighteningContext, section: string, id: string, element: JsonObject) => Adaptation;

/**
 * What the drawing itself may not lose: a locked step keeps its arrows; the doors of a decision keep their guards, or
 * gain to them with `all`; protective doors and those of signals are never taken away, and their guards gain only with `any`.
 */
export function checkMachine(context: TighteningContext, levelOf: LevelOf): Finding[] {
  const before = statesOf(context.inherited.machine);
  const after = statesOf(context.laid.machine);
  return [...before].flatMap(([id, old]) => {
    const now = after.get(id);
    const step = element(context.inherited.steps, id);
    const level = step ? levelOf(context, 'steps', id, step) : 'free';
    const path = now?.path ?? old.path;
    if (level !== 'free' && now === undefined)
      return [refused('adaptation.removed', path, `"${id}" is "${level}" and cannot be removed.`)];
    if (level === 'locked' && now && !isEqual(ownPart(old.state), ownPart(now.state))) {
      return [refused('adaptation.locked', path, `"${id}" is locked: its arrows stay as they are.`)];
    }
    const own = level !== 'free' && now ? checkState(old.state, now.state, path) : [];
    const doors = doorsOf(old.state).flatMap(([event, candidates]) => {
      const definition = element(context.inherited.events, event);
      if (!definition || definition.adaptation === 'free') return [];
      const at = `${path}/on/${event}`;
      const kept = now ? doorOf(now.state, event) : [];
      if (definition.protective === true || typeof definition.when === 'string')
        return candidates.flatMap((door) => checkProtective(door, kept, at));
      return definition.decision === true ? checkDecision(candidates, kept, at) : [];
    });
    return [...own, ...doors];
  });
}

/** A step that tightens keeps its tags, is no measure that it was not, and is moved by the deadlines that moved it. */
function checkState(old: JsonObject, now: JsonObject, path: string): Finding[] {
  const isMeasure = ({ tags }: JsonObject) => listed(tags).includes('measure');
  const areTagsKept = isWithin(old.tags, now.tags) && isMeasure(old) === isMeasure(now);
  const after = isJsonObject(now.after) ? now.after : {};
  const lost = Object.entries(isJsonObject(old.after) ? old.after : {}).filter(
    ([deadline, candidates]) => !isEqual(candidates, after[deadline]),
  );
  return [
    ...(areTagsKept ? [] : [tightened('tags', `${path}/tags`, 'its tags stay, and it becomes no measure')]),
    ...lost.map(([deadline]) =>
      tightened('after', `${path}/after/${deadline}`, 'this deadline moves it as before'),
    ),
  ];
}

/** Still there, and no harder to take. */
function checkProtective(old: JsonObject, now: readonly JsonObject[], at: string): Finding[] {
  const same = now.filter((door) => door.target === old.target);
  if (same.some((door) => isGuardKept(old.guard, door.guard, 'any') || door.guard === undefined)) return [];
  const message =
    'This protective way on would be lost or harder to take; keep it, and add to its guard only with "any".';
  return [refused('adaptation.protective_door', at, message)];
}

/** Every way on that was there before asks at least as much. */
function checkDecision(old: readonly JsonObject[], now: readonly JsonObject[], at: string): Finding[] {
  return now.flatMap((door, index) => {
    const before = old.filter((each) => each.target === door.target);
    if (before.length === 0 || before.some((each) => isGuardKept(each.guard, door.guard, 'all'))) return [];
    const message =
      'This decision would ask less than before; keep its guard, and add to it only with "all".';
    return [refused('adaptation.guard', `${at}/${index}/guard`, message)];
  });
}

/** The same guard, or one combined with others by `all` (asks more) or `any` (asks less). */
function isGuardKept(old: Json | undefined, now: Json | undefined, by: 'all' | 'any'): boolean {
  if (isEqual(old, now)) return true;
  if (old === undefined) return by === 'all';
  if (!isJsonObject(now) || now.type !== by || !isJsonObject(now.params) || !Array.isArray(now.params.of))
    return false;
  return now.params.of.some((part) => isEqual(part, old));
}

type Placed = { readonly path: string; readonly state: JsonObject };

function statesOf(machine: Json | undefined): Map<string, Placed> {
  const found = new Map<string, Placed>();
  const visit = (state: Json | undefined, path: string) => {
    if (!isJsonObject(state) || !isJsonObject(state.states)) return;
    for (const [id, child] of Object.entries(state.states)) {
      if (!isJsonObject(child)) continue;
      found.set(id, { path: `${path}/states/${id}`, state: child });
      visit(child, `${path}/states/${id}`);
    }
  };
  visit(machine, 'machine');
  return found;
}

function ownPart({ states: _states, ...own }: JsonObject): JsonObject {
  return own;
}

function doorsOf(state: JsonObject): [string, JsonObject[]][] {
  return Object.keys(isJsonObject(state.on) ? state.on : {}).map((event) => [event, doorOf(state, event)]);
}

function doorOf(state: JsonObject, event: string): JsonObject[] {
  const candidates = isJsonObject(state.on) ? state.on[event] : undefined;
  return Array.isArray(candidates) ? candidates.filter(isJsonObject) : [];
}

function element(section: Json | undefined, id: string): JsonObject | undefined {
  const found = isJsonObject(section) && Object.hasOwn(section, id) ? section[id] : undefined;
  return isJsonObject(found) ? found : undefined;
}

function tightened(field: string, path: string, why: string): Finding {
  return {
    ...refused('adaptation.tighten', path, `This can only be made more protective: ${why}.`),
    parameters: { field },
  };
}

function refused(code: string, path: string, message: string): Finding {
  return { code, severity: 'error', path, parameters: {}, message };
}
