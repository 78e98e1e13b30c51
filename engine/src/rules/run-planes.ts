import type { FactValue } from '../procedure/value.ts';
import type { SlotFact } from './fact-slots.ts';
import { type Planes, ROW_BY, type SlotTable } from './planes.ts';
import type { Facts } from './rule-book.ts';
import type { Run } from './run.ts';
import { NO, UNKNOWN, YES } from './tri.ts';

/** The planes of one deciding; used again and again. */
export type PlaneWords = { readonly yes: Int32Array; readonly no: Int32Array };

/** Empty planes. */
export function planeWords({ words }: Planes): PlaneWords {
  return { yes: new Int32Array(words), no: new Int32Array(words) };
}

/** Decides every rule into `run.outcomes`, reading the facts by name; `prepared` are values already read by slot. */
export function runPlanes(
  { tables, steps }: Planes,
  { yes, no }: PlaneWords,
  run: Run,
  prepared: readonly (FactValue | undefined)[] | undefined,
): void {
  yes.fill(0);
  no.fill(0);
  const { slotFacts, facts, outcomes } = run;
  for (let index = 0; index < tables.length; index++) {
    const table = tables[index] as SlotTable;
    const value =
      prepared === undefined ? ownValue(facts, slotFacts[table.slot] as SlotFact) : prepared[table.slot];
    const row = rowOf(table, value);
    const { word } = table;
    yes[word] = (yes[word] as number) | (table.yes[row] as number);
    no[word] = (no[word] as number) | (table.no[row] as number);
  }
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] as Planes['steps'][number];
    if (step.kind === 'node') {
      const { parts, word, bit, rule } = step;
      const so = step.all ? yes : no;
      const other = step.all ? no : yes;
      let every = true;
      let some = false;
      for (let at = 0; at < parts.length; at += 3) {
        const where = parts[at] as number;
        const must = parts[at + 1] as number;
        const mustNot = parts[at + 2] as number;
        const holds = so[where] as number;
        const fails = other[where] as number;
        if ((holds & must) !== must || (fails & mustNot) !== mustNot) every = false;
        if ((fails & must) !== 0 || (holds & mustNot) !== 0) some = true;
      }
      if (every) so[word] = (so[word] as number) | bit;
      else if (some) other[word] = (other[word] as number) | bit;
      if (rule >= 0) outcomes[rule] = every ? (step.all ? YES : NO) : some ? (step.all ? NO : YES) : UNKNOWN;
    } else if (step.kind === 'ask') {
      const tri = step.decide(run);
      if (tri === YES) yes[step.word] = (yes[step.word] as number) | step.bit;
      else if (tri === NO) no[step.word] = (no[step.word] as number) | step.bit;
    } else {
      run.derived[step.part.index] = step.part.derivation.value(run);
    }
  }
}

function ownValue(facts: Facts, { id, fits }: SlotFact): FactValue | undefined {
  const value = facts[id];
  return value !== undefined && Object.hasOwn(facts, id) && fits(value) ? value : undefined;
}

function rowOf({ by, keys }: SlotTable, value: FactValue | undefined): number {
  if (value === undefined) return 0;
  if (by === ROW_BY.truth) return value === true ? 1 : 2;
  if (by === ROW_BY.text) {
    let index = 0;
    while (index < keys.length && keys[index] !== value) index++;
    return index + 1;
  }
  let index = 0;
  while (index < keys.length && (keys[index] as number) < (value as number)) index++;
  return index < keys.length && keys[index] === value ? 2 * index + 2 : 2 * index + 1;
}
