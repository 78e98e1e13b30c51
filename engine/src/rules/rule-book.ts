import type { Conditions } from '../procedure/conditions.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Rule } from '../procedure/rules.ts';
import type { FactValue } from '../procedure/value.ts';

/** The sections of a pack that rules read; every `Pack` is one. Of `pack.json` only the zone in which dates are told. */
export type RuleBook = Pick<Pack, 'rules' | 'facts' | 'parameters'> & {
  readonly pack: Pick<Pack['pack'], 'timeZone'>;
};

/** Recorded values by fact id. What is absent is unknown. */
export type Facts = Readonly<Record<string, FactValue>>;

/** One part of a rule that an overlay named, or its own conditions. */
export type RulePart = { readonly name?: string; readonly section: string; readonly conditions: Conditions };

/** What must hold together: the rule's own conditions, then each `also`. */
export function ownParts(rule: Rule): readonly RulePart[] {
  return [{ section: 'conditions', conditions: rule.conditions }, ...named(rule.also, 'also')];
}

/** Each `or_also`, any of which suffices alone. */
export function otherParts(rule: Rule): readonly RulePart[] {
  return named(rule.or_also, 'or_also');
}

/**
 * A rule as one condition tree for json-rules-engine: `(conditions and every also) or any or_also`.
 * The names of `also` and `or_also` are lost.
 */
export function wholeConditions(rule: Rule): Conditions {
  const own = ownParts(rule).map((part) => part.conditions);
  const together: Conditions = rule.also ? { all: own } : rule.conditions;
  const others = otherParts(rule).map((part) => part.conditions);
  return others.length > 0 ? { any: [together, ...others] } : together;
}

function named(
  parts: Readonly<Record<string, Conditions>> | undefined,
  section: string,
): readonly RulePart[] {
  return Object.entries(parts ?? {}).map(([name, conditions]) => ({
    name,
    section: `${section}/${name}`,
    conditions,
  }));
}
