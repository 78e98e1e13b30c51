import type { Json } from '../vocabulary/json.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';

/**
 * What a rule's yes does at the doors of a pack: `opens` a coercive or plain door, `shuts` one (it is read under `not`);
 * the same for protective doors. `decides`: a door of a decision about the child, or a protective one, depends on it.
 */
export type RuleUse = {
  readonly decides: boolean;
  readonly opens: boolean;
  readonly shuts: boolean;
  readonly opensProtective: boolean;
  readonly shutsProtective: boolean;
};

type MutableUse = { -readonly [key in keyof RuleUse]: RuleUse[key] };
type Raw = Readonly<Record<string, Json>>;

type Door = { readonly protective: boolean; readonly decides: boolean };
type Reading = { readonly rule: string; readonly door: Door; readonly negated: boolean };

/** Reads every door of the machine and every signal; rules that name rules pass their use on. */
export function ruleUses(raw: Raw): ReadonlyMap<string, RuleUse> {
  const uses = new Map<string, MutableUse>();
  const rules = isJsonObject(raw.rules) ? raw.rules : {};
  const waiting = [...readAtDoors(raw)];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!note(uses, next)) continue;
    const rule = rules[next.rule];
    if (!isJsonObject(rule)) continue;
    const named = [rule.also, rule.or_also].flatMap((parts) =>
      isJsonObject(parts) ? Object.values(parts) : [],
    );
    for (const tree of [rule.conditions, ...named]) waiting.push(...namedIn(tree, next.door, next.negated));
  }
  return uses;
}

/** False when nothing new was learned of the rule, so that circles end. */
function note(uses: Map<string, MutableUse>, { rule, door, negated }: Reading): boolean {
  const protective = negated ? 'shutsProtective' : 'opensProtective';
  const field = door.protective ? protective : negated ? 'shuts' : 'opens';
  const use = uses.get(rule) ?? {
    decides: false,
    opens: false,
    shuts: false,
    opensProtective: false,
    shutsProtective: false,
  };
  if (use[field] && (use.decides || !door.decides)) return false;
  use[field] = true;
  use.decides ||= door.decides;
  uses.set(rule, use);
  return true;
}

function* namedIn(node: Json | undefined, door: Door, negated: boolean): Generator<Reading> {
  if (!isJsonObject(node)) return;
  for (const list of [node.all, node.any]) {
    if (Array.isArray(list)) for (const part of list) yield* namedIn(part, door, negated);
  }
  if (node.not !== undefined) yield* namedIn(node.not, door, !negated);
  if (typeof node.condition === 'string') yield { rule: node.condition, door, negated };
}

function* readAtDoors({ machine, events }: Raw): Generator<Reading> {
  const defined = isJsonObject(events) ? events : {};
  if (machine !== undefined) yield* inState(machine, defined);
  for (const event of Object.values(defined)) {
    if (isJsonObject(event) && typeof event.when === 'string')
      yield { rule: event.when, door: doorOf(event), negated: false };
  }
}

function* inState(state: Json, events: JsonObject): Generator<Reading> {
  if (!isJsonObject(state)) return;
  for (const [event, candidates] of Object.entries(isJsonObject(state.on) ? state.on : {})) {
    const door = doorOf(events[event]);
    for (const candidate of Array.isArray(candidates) ? candidates : []) {
      if (isJsonObject(candidate)) yield* inGuard(candidate.guard, door, false);
    }
  }
  if (isJsonObject(state.states))
    for (const child of Object.values(state.states)) yield* inState(child, events);
}

function* inGuard(guard: Json | undefined, door: Door, negated: boolean): Generator<Reading> {
  if (typeof guard === 'string') yield { rule: guard, door, negated };
  if (!isJsonObject(guard) || !isJsonObject(guard.params) || !Array.isArray(guard.params.of)) return;
  for (const part of guard.params.of) yield* inGuard(part, door, guard.type === 'not' ? !negated : negated);
}

function doorOf(event: Json | undefined): Door {
  const protective = isJsonObject(event) && event.protective === true;
  return { protective, decides: protective || (isJsonObject(event) && event.decision === true) };
}
