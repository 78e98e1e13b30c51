import type { Fact } from '../procedure/facts.ts';
import type { FactValue } from '../procedure/value.ts';
import { bitsOf, type Variable } from '../prove/variable.ts';
import type { Facts } from '../rules/rule-book.ts';
import { inLanguage } from '../vocabulary/in-language.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Circumstance, ExampleChild } from './analysis.ts';
import type { Masks } from './cubes.ts';
import { INSIDE } from './guard-formulas.ts';

/** Labels that an example is told with. */
export type Labels = {
  readonly facts: Readonly<Record<string, Pick<Fact, 'label' | 'type' | 'values' | 'unit'>>>;
  readonly steps: Readonly<Record<string, { readonly title: Text }>>;
};

const LANGUAGES = ['fr', 'en', 'es'] as const;
type Language = (typeof LANGUAGES)[number];

const WORDS = {
  fr: {
    child: 'Enfant fictif',
    yes: 'oui',
    no: 'non',
    none: 'aucun',
    unanswered: 'sans réponse',
    in: 'le dossier est à l’étape',
    out: 'le dossier n’est pas à l’étape',
    any: 'quel qu’il soit',
  },
  en: {
    child: 'Invented child',
    yes: 'yes',
    no: 'no',
    none: 'none',
    unanswered: 'not answered',
    in: 'the case is at the step',
    out: 'the case is not at the step',
    any: 'whoever it is',
  },
  es: {
    child: 'Niño o niña ficticio',
    yes: 'sí',
    no: 'no',
    none: 'ninguno',
    unanswered: 'sin respuesta',
    in: 'el caso está en el paso',
    out: 'el caso no está en el paso',
    any: 'sea quien sea',
  },
} as const;

/** The variables in which a box is narrower than what it lies in, with what they must be. */
export function circumstances(
  variables: readonly Variable[],
  box: Masks,
  within: Masks,
): readonly Circumstance[] {
  return narrowed(variables, box, within).map((variable): Circumstance => {
    const bits = bitsOf(box[variable.index] as number);
    const regions = bits.flatMap((bit) => variable.regions[bit] ?? []);
    return {
      of: variable.id,
      kind: isPlace(variable) ? 'place' : variable.fact === undefined ? 'comparison' : 'fact',
      unknown: regions.some(({ known }) => !known),
      values: regions.flatMap(({ known, samples }) => (known ? samples.slice(0, 1) : [])),
    };
  });
}

/** Tells an invented child that lies in a box: the facts that matter there, those not answered, and in words. */
export function exampleChild(
  labels: Labels,
  variables: readonly Variable[],
  { box, within, facts }: { readonly box: Masks; readonly within: Masks; readonly facts: Facts },
): ExampleChild {
  const telling = narrowed(variables, box, within);
  const places = Object.fromEntries(
    telling.filter(isPlace).map(({ id, index }) => [id, ((box[index] as number) & INSIDE) !== 0]),
  );
  const named = telling.filter((variable) => !isPlace(variable)).flatMap(factsOf);
  const ids = [...new Set(named)];
  const told = Object.fromEntries(ids.flatMap((id) => (facts[id] === undefined ? [] : [[id, facts[id]]])));
  const unanswered = ids.filter((id) => facts[id] === undefined);
  const words = LANGUAGES.map((language) => [
    language,
    sentence(labels, language, { told, unanswered, places }),
  ]);
  return { facts: told, unanswered, places, words: Object.fromEntries(words) };
}

/** Recorded facts that tell a variable; of a derived fact itself. */
function factsOf({ fact, bases }: Variable): readonly string[] {
  return fact === undefined ? [...bases] : [fact];
}

function narrowed(variables: readonly Variable[], box: Masks, within: Masks): readonly Variable[] {
  return variables.filter(({ index }) => box[index] !== within[index]);
}

function isPlace({ fact, bases }: Variable): boolean {
  return fact === undefined && [...bases].some((base) => base.startsWith('state '));
}

type Told = {
  readonly told: Facts;
  readonly unanswered: readonly string[];
  readonly places: Readonly<Record<string, boolean>>;
};

function sentence({ facts, steps }: Labels, language: Language, { told, unanswered, places }: Told): string {
  const words = WORDS[language];
  const order = [language, ...LANGUAGES];
  const colon = language === 'fr' ? ' : ' : ': ';
  const label = (id: string) => inLanguage(facts[id]?.label, order, id);
  const title = (id: string) => inLanguage(steps[id]?.title, order, id);
  const parts = [
    ...Object.entries(told).map(([id, value]) => `${label(id)}${colon}${shown(facts[id], value, language)}`),
    ...unanswered.map((id) => `${label(id)}${colon}${words.unanswered}`),
    ...Object.entries(places).map(([id, inside]) => `${inside ? words.in : words.out} « ${title(id)} »`),
  ];
  return `${words.child}${colon}${parts.length > 0 ? parts.join(' ; ') : words.any}.`;
}

const UNITS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  years: { fr: 'ans', en: 'years', es: 'años' },
  months: { fr: 'mois', en: 'months', es: 'meses' },
  days: { fr: 'jours', en: 'days', es: 'días' },
  hours: { fr: 'heures', en: 'hours', es: 'horas' },
};

function unitOf(unit: string | undefined, language: Language): string {
  if (unit === undefined) return '';
  return ` ${Object.hasOwn(UNITS, unit) ? UNITS[unit]?.[language] : unit}`;
}

function shown(fact: Labels['facts'][string] | undefined, value: FactValue, language: Language): string {
  const words = WORDS[language];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return `${value}${unitOf(fact?.unit, language)}`;
  const order = [language, ...LANGUAGES];
  const label = (item: string) => inLanguage(fact?.values?.[item]?.label, order, item);
  if (typeof value === 'string') return label(value);
  if (value.length === 0) return words.none;
  const items = value.map((item) => (typeof item === 'string' ? label(item) : Object.values(item).join(' ')));
  return items.join(', ');
}
