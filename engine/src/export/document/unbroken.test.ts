import { expect, test } from 'vitest';
import { unbroken } from './unbroken.ts';

test('French signs stay with their word', () => {
  expect(unbroken('Qui : « Awa » ; quand ? Vite !')).toBe(
    'Qui\u00a0: «\u00a0Awa\u00a0»\u00a0; quand\u00a0? Vite\u00a0!',
  );
  expect(unbroken('« Qui ? » et « Oui. »')).toBe('«\u00a0Qui\u00a0?\u00a0» et «\u00a0Oui.\u00a0»');
  expect(unbroken('**Qui** : Awa (12 ans) : oui')).toBe('**Qui**\u00a0: Awa (12 ans)\u00a0: oui');
});

test('what is no French sign stays as it is', () => {
  for (const text of [
    'Who: Awa; when?',
    'https://example.org/a?b=c',
    '| :--- | ---: |',
    'a  :b\n : c',
    '12:30',
  ])
    expect(unbroken(text)).toBe(text);
});
