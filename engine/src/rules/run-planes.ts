import type { FactValue } from '../procedure/value.ts';
import type { SlotFact } from './fact-slots.ts';
import { type Planes, ROW_BY, type SlotTable } from './planes.ts';
import type { Facts } from './rule-book.ts';
import type { Run } from './run.ts';
import { NO, UNKNOWN, YES } from './tri.ts';

/** The planes of one deciding, used again and again, and how facts were named when last read. */
export type PlaneWords = {
  readonly yes: Int32Array;
  readonly no: Int32Array;
  /** The planes while every fact is unknown. */
  readonly unknownYes: Int32Array;
  readonly unknownNo: Int32Array;
  readonly byName: ReadonlyMap<string, NamedFact>;
  /** The facts in the order in which they stood last time: facts of one shape are found without a search. */
  readonly order: NamedFact[];
};

type NamedFact = {
  readonly name: string;
  readonly fits: SlotFact['fits'];
  /** None for a fact that no rule reads. */
  readonly tables: readonly SlotTable[];
};

/** Empty planes. */
export function planeWords({ words, tables }: Planes, slotFacts: readonly SlotFact[]): PlaneWords {
  const unknown = (side: 'yes' | 'no') => {
    const plane = new Int32Array(words);
    for (const { word, [side]: rows } of tables) plane[word] = (plane[word] as number) | (rows[0] as number);
    return plane;
  };
  const named = slotFacts.map(
    ({ id, fits }, slot) =>
      [id, { name: id, fits, tables: tables.filter((table) => table.slot === slot) }] as const,
  );
  return {
    yes: new Int32Array(words),
    no: new Int32Array(words),
    unknownYes: unknown('yes'),
    unknownNo: unknown('no'),
    byName: new Map(named),
    order: [],
  };
}

const { hasOwnProperty: isOwn } = Object.prototype;

/** Reads facts by name into the planes: own values of the declared type. */
export function readByName(words: PlaneWords, facts: Facts): void {
  const { yes, no, byName, order } = words;
  clear(words);
  let place = 0;
  // The engine tells own properties of this very loop without a look-up, which no other way of asking is given.
  for (const name in facts) {
    if (!isOwn.call(facts, name)) continue;
    let fact = order[place];
    if (fact === undefined || fact.name !== name) {
      fact = byName.get(name) ?? { name, fits: neverFits, tables: [] };
      order[place] = fact;
    }
    place++;
    const value = facts[name];
    if (!fact.fits(value)) continue;
    const { tables } = fact;
    for (let index = 0; index < tables.length; index++) {
      const table = tables[index] as SlotTable;
      set(table, rowOf(table, value), yes, no);
    }
  }
}

function neverFits(_: unknown): _ is FactValue {
  return false;
}

/** Reads values that were read before into the planes. */
export function readPrepared(
  { tables }: Planes,
  words: PlaneWords,
  prepared: readonly (FactValue | undefined)[],
): void {
  const { yes, no } = words;
  clear(words);
  for (let index = 0; index < tables.length; index++) {
    const table = tables[index] as SlotTable;
    const value = prepared[table.slot];
    if (value !== undefined) set(table, rowOf(table, value), yes, no);
  }
}

function clear({ yes, no, unknownYes, unknownNo }: PlaneWords): void {
  for (let word = 0; word < yes.length; word++) {
    yes[word] = unknownYes[word] as number;
    no[word] = unknownNo[word] as number;
  }
}

function set(table: SlotTable, row: number, yes: Int32Array, no: Int32Array): void {
  const { word, others } = table;
  yes[word] = ((yes[word] as number) & others) | (table.yes[row] as number);
  no[word] = ((no[word] as number) & others) | (table.no[row] as number);
}

/** Decides the rest, in order, into `run.outcomes`. */
export function runSteps({ steps }: Planes, words: PlaneWords, run: Run): void {
  const { yes, no } = words;
  for (const step of steps) {
    if (step.kind === 'nodes') {
      decideNodes(step.code, words, run.outcomes);
    } else if (step.kind === 'ask') {
      const tri = step.decide(run);
      if (tri === YES) yes[step.word] = (yes[step.word] as number) | step.bit;
      else if (tri === NO) no[step.word] = (no[step.word] as number) | step.bit;
    } else {
      run.derived[step.part.index] = step.part.derivation.value(run);
    }
  }
}

/** Decides nodes one after the other, as a `nodes` step writes them. */
export function decideNodes(code: Int32Array, { yes, no }: PlaneWords, outcomes: Int8Array): void {
  let at = 0;
  while (at < code.length) {
    const all = code[at] === 1;
    const rule = code[at + 1] as number;
    const word = code[at + 2] as number;
    const bit = code[at + 3] as number;
    const end = at + 5 + 3 * (code[at + 4] as number);
    const so = all ? yes : no;
    const other = all ? no : yes;
    let every = true;
    let some = false;
    for (at += 5; at < end; at += 3) {
      const where = code[at] as number;
      const must = code[at + 1] as number;
      const mustNot = code[at + 2] as number;
      const holds = so[where] as number;
      const fails = other[where] as number;
      if ((holds & must) !== must || (fails & mustNot) !== mustNot) every = false;
      if (((fails & must) | (holds & mustNot)) !== 0) some = true;
    }
    if (every) so[word] = (so[word] as number) | bit;
    else if (some) other[word] = (other[word] as number) | bit;
    if (rule >= 0) outcomes[rule] = every ? (all ? YES : NO) : some ? (all ? NO : YES) : UNKNOWN;
  }
}

function rowOf(table: SlotTable, value: FactValue): number {
  switch (table.by) {
    case ROW_BY.truth:
      return value === true ? 1 : 2;
    case ROW_BY.number:
      return rowOfNumber(table.numbers, value as number);
    case ROW_BY.time:
      return rowOfTime(table.texts, value as string);
    default:
      return rowOfText(table.texts, value as string);
  }
}

function rowOfNumber(keys: Float64Array, value: number): number {
  let index = 0;
  while (index < keys.length && (keys[index] as number) < value) index++;
  return index < keys.length && keys[index] === value ? 2 * index + 2 : 2 * index + 1;
}

function rowOfTime(keys: readonly string[], value: string): number {
  let index = 0;
  while (index < keys.length && (keys[index] as string) < value) index++;
  return index < keys.length && keys[index] === value ? 2 * index + 2 : 2 * index + 1;
}

function rowOfText(keys: readonly string[], value: string): number {
  let index = 0;
  while (index < keys.length && keys[index] !== value) index++;
  return index + 1;
}
