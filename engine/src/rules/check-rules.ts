import type { Finding } from '../vocabulary/finding.ts';
import { checkConditions } from './check-conditions.ts';
import { checkFacts } from './check-facts.ts';
import { checkScalar } from './check-scalar.ts';
import { orderByDependence } from './dependence.ts';
import { otherParts, ownParts, type RuleBook } from './rule-book.ts';
import { namesByPart, partsRead } from './rule-program.ts';
import { own } from './subject.ts';

/**
 * Everything that would make a rule, a derivation, a presumption or a parameter read as unknown for ever: each finding
 * is an error with the place to mend. Never throws; a cycle is told once, at its first member by name.
 */
export function checkRules(book: RuleBook): readonly Finding[] {
  return [
    ...Object.entries(book.rules).flatMap(([id, rule]) =>
      [...ownParts(rule), ...otherParts(rule)].flatMap((part) =>
        checkConditions(book, part.conditions, `rules/${id}/${part.section}`),
      ),
    ),
    ...checkFacts(book),
    ...checkParameters(book),
    ...checkCycles(book),
  ];
}

function checkParameters(book: RuleBook): readonly Finding[] {
  return Object.entries(book.parameters).flatMap(([id, parameter]): readonly Finding[] => {
    const twice: readonly Finding[] = own(book.facts, id)
      ? [
          {
            code: 'name.twice',
            severity: 'error',
            path: `parameters/${id}`,
            parameters: { name: id },
            message: `"${id}" is a fact and a parameter: they share one space of names, so rename one.`,
          },
        ]
      : [];
    if (parameter.value === undefined) return twice;
    const checked = checkScalar(parameter.value, parameter);
    if ('value' in checked) return twice;
    const finding: Finding = {
      code: 'parameter.value',
      severity: 'error',
      path: `parameters/${id}/value`,
      parameters: { name: id, type: parameter.type, flaw: checked.flaw.code },
      message: `The value of ${id} (${parameter.type}) cannot be read: ${checked.flaw.message}`,
    };
    return [...twice, finding];
  });
}

function checkCycles(book: RuleBook): readonly Finding[] {
  const edges = new Map([...namesByPart(book)].map(([key, names]) => [key, partsRead(names)] as const));
  return orderByDependence(edges).cycles.map((members): Finding => {
    const [first = ''] = members;
    const [kind, id] = first.split(':');
    const names = members.map((member) => member.slice(member.indexOf(':') + 1)).join(', ');
    return {
      code: kind === 'rule' ? 'rule.cycle' : 'derive.cycle',
      severity: 'error',
      path: kind === 'rule' ? `rules/${id}` : `facts/${id}/derive`,
      parameters: { names },
      message: `These read each other in a circle, so none can be decided: ${names}. Take one reference out.`,
    };
  });
}
