import type { Json } from '../vocabulary/json.ts';
import { isJsonObject } from './merge-patch.ts';

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

/** Reads every door of the machine and every signal; rules that name rules pass their use on. */
export function ruleUses(raw: Raw): ReadonlyMap<string, RuleUse> {
  const uses = new Map<string, MutableUse>();
  const rules = isJsonObject(raw.rules) ? raw.rules : {};
  const events = isJsonObject(raw.events) ? raw.events : {};

  const use = (rule: string, door: { protective: boolean; decides: boolean }, negated: boolean): void => {
    const field = door.protective
      ? negated
        ? 'shutsProtective'
        : 'opensProtective'
      : negated
        ? 'shuts'
        : 'opens';
    const known = uses.get(rule) ?? {
      decides: false,
      opens: false,
      shuts: false,
      opensProtective: false,
      shutsProtective: false,
    };
    if (known[field] && (known.decides || !door.decides)) return;
    known[field] = true;
    known.decides ||= door.decides;
    uses.set(rule, known);
    const definition = rules[rule];
    if (!isJsonObject(definition)) return;
    inConditions(definition.conditions, door, negated);
    for (const parts of [definition.also, definition.or_also]) {
      if (isJsonObject(parts)) for (const part of Object.values(parts)) inConditions(part, door, negated);
    }
  };

  const inConditions = (
    node: Json | undefined,
    door: { protective: boolean; decides: boolean },
    negated: boolean,
  ): void => {
    if (!isJsonObject(node)) return;
    for (const list of [node.all, node.any])
      if (Array.isArray(list)) for (const part of list) inConditions(part, door, negated);
    if (node.not !== undefined) inConditions(node.not, door, !negated);
    if (typeof node.condition === 'string') use(node.condition, door, negated);
  };

  const inGuard = (
    guard: Json | undefined,
    door: { protective: boolean; decides: boolean },
    negated: boolean,
  ): void => {
    if (typeof guard === 'string') use(guard, door, negated);
    if (!isJsonObject(guard) || !isJsonObject(guard.params) || !Array.isArray(guard.params.of)) return;
    for (const part of guard.params.of) inGuard(part, door, guard.type === 'not' ? !negated : negated);
  };

  const inState = (state: Json): void => {
    if (!isJsonObject(state)) return;
    for (const [event, candidates] of Object.entries(isJsonObject(state.on) ? state.on : {})) {
      const definition = events[event];
      const protective = isJsonObject(definition) && definition.protective === true;
      const decides = protective || (isJsonObject(definition) && definition.decision === true);
      if (!Array.isArray(candidates)) continue;
      for (const candidate of candidates)
        if (isJsonObject(candidate)) inGuard(candidate.guard, { protective, decides }, false);
    }
    if (isJsonObject(state.states)) for (const child of Object.values(state.states)) inState(child);
  };

  if (raw.machine !== undefined) inState(raw.machine);
  for (const definition of Object.values(events)) {
    if (!isJsonObject(definition) || typeof definition.when !== 'string') continue;
    const protective = definition.protective === true;
    use(definition.when, { protective, decides: protective || definition.decision === true }, false);
  }
  return uses;
}
