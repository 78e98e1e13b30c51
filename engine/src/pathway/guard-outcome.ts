import type { Outcome } from '../journal/case-file.ts';
import type { Guard } from '../procedure/machine.ts';

/** What a guard is read against: decided rules, and the states the case stands in. */
export type Standing = {
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly active: ReadonlySet<string>;
};

/** A guard in three values: `not`, `all` and `any` as Kleene reads them; `in` is always sure; no guard is yes. */
export function guardOutcome(guard: Guard | undefined, standing: Standing): Outcome {
  if (guard === undefined) return 'yes';
  if (typeof guard === 'string') return standing.outcomes[guard] ?? 'unknown';
  if (guard.type === 'in') return standing.active.has(guard.params.state) ? 'yes' : 'no';
  const parts = guard.params.of.map((part) => guardOutcome(part, standing));
  if (guard.type === 'not') return negated(parts[0] ?? 'unknown');
  return guard.type === 'all' ? allOf(parts) : negated(allOf(parts.map(negated)));
}

/** The rules a guard names, in order. */
export function guardRules(guard: Guard | undefined): readonly string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  return guard.type === 'in' ? [] : guard.params.of.flatMap(guardRules);
}

function allOf(parts: readonly Outcome[]): Outcome {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

function negated(outcome: Outcome): Outcome {
  if (outcome === 'unknown') return 'unknown';
  return outcome === 'yes' ? 'no' : 'yes';
}
