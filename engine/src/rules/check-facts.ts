import type { Derive, Fact } from '../procedure/facts.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { checkConditions } from './check-conditions.ts';
import { checkFactValue } from './check-value.ts';
import { throughRecords } from './names-in.ts';
import type { RuleBook } from './rule-book.ts';
import { own, type Subject, subjectOf } from './subject.ts';
import { type Family, familyOf } from './value-shape.ts';

/** The findings of presumed and initial values and of derivations. */
export function checkFacts(book: RuleBook): readonly Finding[] {
  return Object.entries(book.facts).flatMap(([id, fact]) => [
    ...checkGiven(id, fact, 'presume', fact.presume?.value),
    ...checkGiven(id, fact, 'initial', fact.initial),
    ...(fact.derive ? checkDerive(book, id, fact, fact.derive) : []),
  ]);
}

function checkGiven(
  id: string,
  fact: Fact,
  section: 'presume' | 'initial',
  value: unknown,
): readonly Finding[] {
  if (value === undefined) return [];
  const checked = checkFactValue(fact, id, value);
  if ('value' in checked) return [];
  return [
    {
      code: `${section}.value`,
      severity: 'error',
      path: section === 'presume' ? `facts/${id}/presume/value` : `facts/${id}/initial`,
      parameters: { fact: id, type: fact.type, flaw: checked.invalid.code },
      message: `The ${section === 'presume' ? 'presumed' : 'initial'} value does not fit. ${checked.invalid.message}`,
    },
  ];
}

const TIMES: readonly Family[] = ['date', 'instant'];

function checkDerive(book: RuleBook, id: string, fact: Fact, derive: Derive): readonly Finding[] {
  const path = `facts/${id}/derive`;
  if ('years' in derive || 'days' in derive || 'hours' in derive) {
    const unit = 'years' in derive ? 'years' : 'days' in derive ? 'days' : 'hours';
    const { from, asOf } = 'years' in derive ? derive.years : 'days' in derive ? derive.days : derive.hours;
    const times: readonly Family[] = unit === 'hours' ? ['instant'] : TIMES;
    return [
      ...mustBe(subjectOf(book, from), from, times, `${path}/${unit}/from`),
      ...(asOf === undefined ? [] : mustBe(subjectOf(book, asOf), asOf, times, `${path}/${unit}/asOf`)),
      ...(derive.else === undefined
        ? []
        : mustBe(subjectOf(book, derive.else), derive.else, ['number'], `${path}/else`)),
      ...mustGive(id, fact, ['number'], path),
    ];
  }
  return checkThrough(book, id, fact, derive, path);
}

type Through = Exclude<Derive, { years: unknown } | { days: unknown } | { hours: unknown }>;

function checkThrough(
  book: RuleBook,
  id: string,
  fact: Fact,
  derive: Through,
  path: string,
): readonly Finding[] {
  const { of, where } = throughRecords(derive);
  const verb = Object.keys(derive)[0] ?? '';
  const records = mustBe(subjectOf(book, of), of, ['records'], `${path}/${verb}/of`);
  if (records.length > 0) return records;
  return [
    ...(where ? checkConditions(book, where, `${path}/${verb}/where`, of) : []),
    ...('latest' in derive ? checkLatest(book, id, fact, derive.latest, path) : []),
    ...('count' in derive ? mustGive(id, fact, ['number'], path) : []),
    ...('every' in derive || 'some' in derive ? mustGive(id, fact, ['boolean'], path) : []),
  ];
}

function checkLatest(
  book: RuleBook,
  id: string,
  fact: Fact,
  { of, field, by }: Extract<Derive, { latest: unknown }>['latest'],
  path: string,
): readonly Finding[] {
  const fields = own(book.facts, of)?.fields;
  const fieldSubject = own(fields, field) ? subjectOf(book, field, of) : undefined;
  const bySubject = by === undefined ? fieldSubject : own(fields, by) ? subjectOf(book, by, of) : undefined;
  return [
    ...(fieldSubject
      ? mustGive(id, fact, [familyOf(fieldSubject.type)], path)
      : mustBe(undefined, field, [], `${path}/latest/field`)),
    ...(fieldSubject || by !== undefined
      ? mustBe(bySubject, by ?? field, TIMES, `${path}/latest/${by === undefined ? 'field' : 'by'}`)
      : []),
  ];
}

function mustBe(
  subject: Subject | undefined,
  name: string,
  families: readonly Family[],
  path: string,
): readonly Finding[] {
  if (!subject) {
    const message = `"${name}" is not declared here: declare it, or mend the name.`;
    return [{ code: 'name.unknown', severity: 'error', path, parameters: { name }, message }];
  }
  if (families.includes(familyOf(subject.type))) return [];
  const wanted = families.join(' or ');
  return [
    {
      code: 'derive.type',
      severity: 'error',
      path,
      parameters: { name, type: subject.type, wanted },
      message: `${name} is of type ${subject.type}, where ${wanted} is needed: name another, or change its type.`,
    },
  ];
}

function mustGive(id: string, fact: Fact, families: readonly Family[], path: string): readonly Finding[] {
  if (families.includes(familyOf(fact.type))) return [];
  const wanted = families.join(' or ');
  return [
    {
      code: 'derive.result',
      severity: 'error',
      path,
      parameters: { fact: id, type: fact.type, wanted },
      message: `${id} is of type ${fact.type}, but this derivation gives ${wanted}: change the type of ${id}.`,
    },
  ];
}
