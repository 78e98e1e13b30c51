import type { Atom, Conditions } from '../../procedure/conditions.ts';
import type { Guard } from '../../procedure/machine.ts';
import type { Item } from './document.ts';
import { fill, list, plain, quoted, type Say } from './say.ts';
import { durationSaid } from './say-span.ts';

/** A condition tree as sentences, what is nested under what joins it. */
export function conditionItem(say: Say, node: Conditions | Atom): Item {
  const { words } = say;
  if ('all' in node || 'any' in node) {
    const [of, head] = 'all' in node ? [node.all, words.allOf] : [node.any, words.anyOf];
    const [only] = of;
    if (of.length === 1 && only) return conditionItem(say, only);
    return { line: plain(head), items: of.map((each) => conditionItem(say, each)) };
  }
  if ('not' in node) {
    const inner = conditionItem(say, node.not);
    if (inner.items) return { line: plain(words.noneOf), items: [inner] };
    const part = inner.line.map(({ text }) => text).join('');
    return { line: plain(fill(words.not, { part })) };
  }
  if ('condition' in node) return { line: plain(fill(words.rule, { rule: say.rule(node.condition) })) };
  return { line: plain(atomSaid(say, node)) };
}

/** A comparison as a sentence. */
function atomSaid(say: Say, { fact, operator, value }: Atom): string {
  if (operator === 'known' && value === false) return fill(say.words.isUnknown, { fact: say.fact(fact) });
  if (operator === 'equal' && typeof value === 'boolean')
    return `${quoted(say, say.fact(fact))}${say.words.colon}${value ? say.words.yes : say.words.no}`;
  return fill(say.words.operators[operator], {
    fact: say.fact(fact),
    value: valueSaid(say, fact, operator, value),
  });
}

function valueSaid(say: Say, fact: string, operator: string, value: unknown): string {
  const { words } = say;
  if (Array.isArray(value))
    return list(
      say,
      value.map((each) => valueSaid(say, fact, operator, each)),
    );
  if (typeof value === 'object' && value !== null && 'fact' in value)
    return quoted(say, say.fact(String(value.fact)));
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (operator === 'withinLast') return durationSaid(say, String(value));
  const subject = say.pack.facts[fact] ?? say.pack.parameters[fact];
  const named =
    subject?.values && Object.hasOwn(subject.values, String(value))
      ? subject.values[String(value)]
      : undefined;
  if (named) return quoted(say, say.text(named.label, String(value)));
  return String(value);
}

/** A guard on one line: rules by their names. */
export function guardSaid(say: Say, guard: Guard): string {
  if (typeof guard === 'string') return quoted(say, say.rule(guard));
  if (guard.type === 'in') return fill(say.words.standing, { state: say.state(guard.params.state) });
  const parts = guard.params.of.map((each) =>
    typeof each === 'object' && (each.type === 'all' || each.type === 'any')
      ? `(${guardSaid(say, each)})`
      : guardSaid(say, each),
  );
  if (guard.type === 'not') return fill(say.words.not, { part: parts.join('') });
  return parts.join(guard.type === 'all' ? say.words.and : say.words.or);
}
