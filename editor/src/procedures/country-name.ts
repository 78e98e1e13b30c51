import { useCallback, useMemo } from 'react';
import { useWords } from '../words/use-words.ts';

const WORLD = '001';

/** Countries whose law the base was read for, and the world: offered first. */
const FIRST = [WORLD, 'BJ', 'BF', 'CI', 'MG', 'SN', 'TG', 'MA', 'TN', 'CO', 'CR', 'HN', 'PE'];

/** What the names of regions also hold, and is no country. */
const NO_COUNTRIES = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);

type Choice = { readonly value: string; readonly label: string };

/** Every country by its name, to choose from: first those the base knows, then the others in the order of the reader's alphabet. */
export function useCountryChoices(): readonly Choice[] {
  const { language } = useWords();
  const country = useCountryName();
  return useMemo(
    () => [...FIRST.map((value) => ({ value, label: country(value) })), ...otherCountries(language)],
    [country, language],
  );
}

function otherCountries(language: string): readonly Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NO_COUNTRIES.has(code) && !FIRST.includes(code))
    .flatMap((value) => {
      const label = names.of(value);
      // A name of long ago stands for today's country: Burma for Myanmar.
      const isToday = Intl.getCanonicalLocales(`und-${value}`)[0] === `und-${value}`;
      return label === undefined || !isToday ? [] : [{ value, label }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** A country by its ISO 3166 code, in the reader's language; `001` is the base of all. */
export function useCountryName(): (code: string | undefined) => string {
  const { t, language } = useWords();
  return useCallback(
    (code) => {
      if (code === undefined || code === WORLD) return t('procedures.world');
      const country = code.slice(0, 2);
      const name = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? code;
      return code.length > 2 ? `${name} (${code})` : name;
    },
    [t, language],
  );
}
