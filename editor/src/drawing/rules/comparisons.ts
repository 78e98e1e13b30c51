import { type Atom, checkConditions, type Family, familyOf, operatorsFor, type Pack } from '@parcours/engine';

/** What an atom may compare: a fact, a field of the row at hand, or a parameter. */
export type Compared = Pack['facts'][string] | Pack['parameters'][string];

/** A comparison as people choose it: yes, no, known and unknown need no value of their own. */
export type Comparison = Atom['operator'] | 'yes' | 'no' | 'unknown';

/** Finds what a name means; the fields of `rows` (a records fact) come first. */
export function comparedBy(pack: Pack, id: string, rows?: string): Compared | undefined {
  const fields = rows === undefined ? undefined : pack.facts[rows]?.fields;
  if (fields && Object.hasOwn(fields, id)) return fields[id];
  if (Object.hasOwn(pack.facts, id)) return pack.facts[id];
  return Object.hasOwn(pack.parameters, id) ? pack.parameters[id] : undefined;
}

/** The comparisons that fit, those of everyday first. */
export function comparisonsFor(type: Compared['type']): readonly Comparison[] {
  const fitting = operatorsFor(familyOf(type)).filter((operator) => operator !== 'known');
  const plain: readonly Comparison[] = type === 'boolean' ? ['yes', 'no'] : (fitting as Atom['operator'][]);
  return [...plain, 'known', 'unknown'];
}

/** How an atom reads; one that compares a yes-or-no with another fact keeps its operator. */
export function comparisonOf(atom: Atom): Comparison {
  if (atom.operator === 'known') return atom.value === false ? 'unknown' : 'known';
  if (atom.operator === 'equal' && atom.value === true) return 'yes';
  if (atom.operator === 'equal' && atom.value === false) return 'no';
  return atom.operator;
}

/** The atom with another comparison; its value is kept where it still fits. */
export function withComparison(pack: Pack, atom: Atom, comparison: Comparison, rows?: string): Atom {
  const { fact } = atom;
  if (comparison === 'yes' || comparison === 'no')
    return { fact, operator: 'equal', value: comparison === 'yes' };
  if (comparison === 'known' || comparison === 'unknown')
    return { fact, operator: 'known', value: comparison === 'known' };
  const kept: Atom = { fact, operator: comparison, value: atom.value };
  return fits(pack, kept, rows) ? kept : { ...kept, value: startingValue(pack, fact, comparison, rows) };
}

/** The atom that a fact begins with: the one that is asked most of its type. */
export function startingAtom(pack: Pack, fact: string, rows?: string): Atom {
  const compared = comparedBy(pack, fact, rows);
  const family: Family = compared ? familyOf(compared.type) : 'text';
  if (family === 'boolean') return { fact, operator: 'equal', value: true };
  const [first] = Object.keys(compared?.values ?? {});
  if (family === 'enum' && first !== undefined) return { fact, operator: 'equal', value: first };
  if (family === 'enums' && first !== undefined) return { fact, operator: 'contains', value: first };
  return { fact, operator: 'known', value: true };
}

const TODAY = '2026-01-01';

/** A literal that fits until somebody writes the right one. */
function startingValue(pack: Pack, fact: string, operator: Atom['operator'], rows?: string): Atom['value'] {
  const compared = comparedBy(pack, fact, rows);
  if (operator === 'withinLast') return 'P30D';
  const value = startingLiteral(compared);
  return operator === 'in' || operator === 'notIn' ? [value as string | number] : value;
}

function startingLiteral(compared: Compared | undefined): boolean | number | string {
  if (!compared) return '…';
  const lowest = 'min' in compared ? compared.min : undefined;
  const [first = '…'] = Object.keys(compared.values ?? {});
  const byFamily: Partial<Record<Family, boolean | number | string>> = {
    boolean: true,
    number: lowest ?? 0,
    enum: first,
    enums: first,
    date: TODAY,
    instant: `${TODAY}T00:00:00.000Z`,
    duration: 'P1D',
  };
  return byFamily[familyOf(compared.type)] ?? '…';
}

/** True when the engine can decide an atom. */
export function fits(pack: Pack, atom: Atom, rows?: string): boolean {
  return checkConditions(pack, { all: [atom] }, '', rows).length === 0;
}

/** The facts and parameters that may stand on the other side of a comparison. */
export function othersFor(
  pack: Pack,
  atom: Atom,
  rows?: string,
): { readonly facts: readonly string[]; readonly parameters: readonly string[] } {
  if (atom.operator === 'known') return { facts: [], parameters: [] };
  const may = (id: string) => id !== atom.fact && fits(pack, { ...atom, value: { fact: id } }, rows);
  return { facts: Object.keys(pack.facts).filter(may), parameters: Object.keys(pack.parameters).filter(may) };
}

/** The same atom against a literal, a parameter or another fact. */
export function against(
  pack: Pack,
  atom: Atom,
  side: 'literal' | 'parameter' | 'fact',
  rows?: string,
): Atom | undefined {
  if (side === 'literal') return { ...atom, value: startingValue(pack, atom.fact, atom.operator, rows) };
  const { facts, parameters } = othersFor(pack, atom, rows);
  const [first] = side === 'fact' ? facts : parameters;
  return first === undefined ? undefined : { ...atom, value: { fact: first } };
}
