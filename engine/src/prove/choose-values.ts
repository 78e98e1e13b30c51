/** Values for the facts that an act records, so that every rule answers as the story needs; the pack's own rules are asked. */
import { addDuration, localDate, subtractDuration } from '../calendar/instant.ts';
import { addDays } from '../calendar/local-date.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Derive, Fact } from '../procedure/facts.ts';
import type { FactValue } from '../procedure/value.ts';
import { checkFactValue } from '../rules/check-value.ts';
import { throughRecords } from '../rules/names-in.ts';
import type { Facts } from '../rules/rule-book.ts';
import { familyOf } from '../rules/value-shape.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { type Demand, demandedBy, recordedBy } from './collects.ts';
import type { Move } from './moves.ts';
import { sampleRows } from './sample-rows.ts';
import { sampleValues } from './sample-values.ts';
import { bitsOf } from './variable.ts';
import type { Wanted } from './wanted-regions.ts';

export type ValueQuestion = {
  readonly pathway: Pathway;
  readonly wanted: readonly Wanted[];
  /** Facts recorded so far. */
  readonly recorded: Facts;
  readonly at: Instant;
  readonly move: Move;
  readonly active: ReadonlySet<string>;
};

/** More values than this are not tried. */
const MOST_TRIES = 50_000;

/** The facts to record; undefined when no values were found. A fact that need not be answered is left out. */
export function chooseValues(question: ValueQuestion): Facts | undefined {
  const { pathway, wanted, recorded, at, move, active } = question;
  const collected = recordedBy(pathway, active, move);
  const demanded = demandedBy(pathway, active, move);
  const concerned = [...collected].filter(
    (id) => demanded.has(id) || wanted.some(({ variable }) => variable.bases.has(id)),
  );
  const choices = together(concerned, wanted).map((id) => ({
    id,
    values: candidates(question, id, demanded.get(id)),
  }));
  const place = new Map(choices.map(({ id }, index) => [id, index]));
  /** What is settled once the choice of that place is made. */
  const settled = choices.map((): Wanted[] => []);
  const isMet = ({ variable, mask }: Wanted, facts: Facts) => (variable.regionAt(facts, at) & mask) !== 0;
  for (const one of wanted) {
    const last = Math.max(-1, ...[...one.variable.bases].map((id) => place.get(id) ?? -1));
    if (last >= 0) settled[last]?.push(one);
    else if (!isMet(one, recorded)) return undefined;
  }
  let tries = 0;
  const search = (index: number, given: Facts): Facts | undefined => {
    const choice = choices[index];
    if (!choice) return given;
    for (const value of choice.values) {
      tries += 1;
      if (tries > MOST_TRIES) return undefined;
      const next = value === undefined ? given : { ...given, [choice.id]: value };
      const facts = { ...recorded, ...next };
      if (!settled[index]?.every((one) => isMet(one, facts))) continue;
      const found = search(index + 1, next);
      if (found) return found;
    }
    return undefined;
  };
  return search(0, {});
}

/** The same facts, those side by side that something follows from together: what cannot be is seen early. */
function together(concerned: readonly string[], wanted: readonly Wanted[]): readonly string[] {
  const groups = wanted
    .map(({ variable }) => concerned.filter((id) => variable.bases.has(id)))
    .sort((a, b) => a.length - b.length);
  return [...new Set([...groups.flat(), ...concerned])];
}

function isSpan(derive: Derive): boolean {
  return 'years' in derive || 'days' in derive || 'hours' in derive;
}

/** What a fact may be given: nothing, when it need not be answered; then what its own regions want, what others want of it. */
function candidates(
  { pathway, wanted, recorded, at }: ValueQuestion,
  id: string,
  demand: Demand | undefined,
): readonly (FactValue | undefined)[] {
  const fact = pathway.pack.facts[id];
  if (!fact || fact.derive) return [undefined];
  const own = wanted.find(({ variable }) => variable.fact === id);
  const isBlank = demand !== 'always' || Object.hasOwn(recorded, id);
  const blank =
    isBlank && (!own || (own.variable.regionAt(recorded, at) & own.mask) !== 0) ? [undefined] : [];
  const inRegions = own
    ? bitsOf(own.mask).flatMap((bit) =>
        own.variable.regions[bit]?.known ? own.variable.regions[bit].samples : [],
      )
    : [];
  const forOthers = wanted.some(({ variable }) => variable.fact !== id && variable.bases.has(id))
    ? pool(pathway, fact, id, { wanted, recorded, at })
    : [];
  const plain = own ? inRegions : sampleValues(fact, []);
  const all = [...forOthers, ...plain].filter((value) => 'value' in checkFactValue(fact, id, value));
  const unique = [...new Map(all.map((value) => [JSON.stringify(value), value])).values()];
  return demand === 'when_shown' ? [...unique, ...blank] : [...blank, ...unique];
}

type Around = { readonly wanted: readonly Wanted[]; readonly recorded: Facts; readonly at: Instant };

/** Values by which a fact may put what follows from it where the story wants it. */
function pool(
  pathway: Pathway,
  fact: Fact,
  id: string,
  { wanted, recorded, at }: Around,
): readonly FactValue[] {
  const zone = pathway.pack.pack.timeZone;
  const numbers = wanted
    .filter(({ variable }) => variable.bases.has(id))
    .flatMap(({ variable, mask }) => bitsOf(mask).flatMap((bit) => variable.regions[bit]?.samples ?? []))
    .filter((value): value is number => typeof value === 'number');
  const times = Object.values(recorded).filter(
    (value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value),
  );
  const family = familyOf(fact.type);
  if (family === 'date') {
    const today = localDate(at, zone);
    const bases = [...new Set([today, ...times.map((time) => time.slice(0, 10))])];
    const years = bases.flatMap((date) =>
      numbers.map((n) =>
        addDays(
          `${String(Number(date.slice(0, 4)) - n).padStart(4, '0')}${date.slice(4)}`.replace(
            '-02-29',
            '-02-28',
          ),
          -1,
        ),
      ),
    );
    return [
      ...years,
      ...bases.flatMap((date) => [date, addDays(date, -1), addDays(date, 1), addDays(date, -400)]),
    ];
  }
  if (family === 'instant') {
    const hours = numbers.filter((n) => n >= 0).map((n) => subtractDuration(at, `PT${n}H`, zone));
    return [
      ...hours,
      at,
      subtractDuration(at, 'PT1H', zone),
      subtractDuration(at, 'P400D', zone),
      ...times,
      addDuration(at, 'PT1H', zone),
    ];
  }
  if (family === 'number') return numbers;
  if (family !== 'records') return sampleValues(fact, []);
  const derived = wanted.flatMap(({ variable }) => {
    const { derive } = (variable.fact && pathway.pack.facts[variable.fact]) || {};
    return derive && !isSpan(derive) && throughRecords(derive).of === id ? [derive] : [];
  });
  return sampleRows({ pack: pathway.pack, fact, derived, today: localDate(at, zone), at });
}
