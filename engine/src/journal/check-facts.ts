import type { Pathway } from '../pathway/pathway.ts';
import type { FactValue } from '../procedure/value.ts';
import { checkFactValue } from '../rules/check-value.ts';
import type { InvalidValue } from './entry.ts';

export type CheckedFacts = {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly invalid: readonly InvalidValue[];
};

/** Facts as somebody gives them, typed and checked: a clean copy of each, and everything that is wrong. */
export function checkFacts(
  { pack }: Pathway,
  given: Readonly<Record<string, unknown>> | undefined,
): CheckedFacts {
  const values: [string, FactValue][] = [];
  const invalid: InvalidValue[] = [];
  for (const [id, value] of Object.entries(given ?? {})) {
    const fact = Object.hasOwn(pack.facts, id) ? pack.facts[id] : undefined;
    if (!fact) {
      invalid.push({
        fact: id,
        code: 'fact.unknown',
        message: `This procedure has no fact called ${id}: leave it out.`,
      });
      continue;
    }
    const checked = checkFactValue(fact, id, value);
    if ('invalid' in checked) invalid.push(checked.invalid);
    else values.push([id, checked.value]);
  }
  return { values: Object.fromEntries(values), invalid };
}
