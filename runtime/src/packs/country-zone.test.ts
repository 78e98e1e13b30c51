import { expect, test } from 'vitest';
import { countryZone } from './country-zone.ts';

test('a country has its time zone when it has but one', () => {
  expect(countryZone('CR')).toBe('America/Costa_Rica');
  expect(countryZone('BJ')).toBe('Africa/Porto-Novo');
  expect(countryZone('BR')).toBeUndefined();
  expect(countryZone('001')).toBeUndefined();
});
