import { stepOf } from '../pathway/step-of.ts';
import type { Refusal } from './entry.ts';
import { type Check, firstRefusal, type Inquiry } from './inquiry.ts';
import { askedByRules, unanswered, unmetTasks } from './missing-facts.ts';
import { refusal } from './refusal.ts';

/** Everything that must be answered before the machine may take a step that leaves some states; the first one refuses. */
export function checkLeaving(inquiry: Inquiry, left: readonly string[]): readonly Refusal[] {
  if (inquiry.definition.protective) return [];
  const checks: readonly Check[] = [needs, (all) => settles(all, left), (all) => tasks(all, left)];
  return checks.flatMap((check) => firstRefusal(inquiry, [check]) ?? []);
}

const needs: Check = ({ pathway, decided, command, reading }) => {
  const asked = unanswered(pathway, decided, command.event, reading.heard);
  return asked.missing.length + asked.parameters.length > 0
    ? refusal('needs', { ...asked, heardAt: reading.heard })
    : undefined;
};

function settles({ pathway, decided, reading }: Inquiry, left: readonly string[]): Refusal | undefined {
  const { pack } = pathway;
  const signals = left.flatMap((id) => {
    return stepOf(pack, id)?.settles ?? [];
  });
  const rules = [...new Set(signals)].flatMap((event) => pack.events[event]?.when ?? []);
  const unknown = rules.filter((rule) => decided.outcomes[rule] === 'unknown');
  if (unknown.length === 0) return undefined;
  return refusal('settles', {
    ...askedByRules(pathway, decided, unknown),
    rules: unknown.map((rule) => ({ rule, outcome: 'unknown' })),
    heardAt: reading.heard,
  });
}

function tasks({ pathway, decided, reading }: Inquiry, left: readonly string[]): Refusal | undefined {
  const unmet = unmetTasks(pathway, decided, left);
  if (unmet.length === 0) return undefined;
  return refusal('needs', {
    ...askedByRules(pathway, decided, unmet),
    rules: unmet.map((rule) => ({ rule, outcome: decided.outcomes[rule] ?? 'unknown' })),
    heardAt: reading.heard,
  });
}
