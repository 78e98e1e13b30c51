import { expect, test } from 'vitest';
import { decideWords } from '../words/decide.ts';
import { reasonsOf, whyStays } from './why-stays.ts';

test('each reason is told once, with the cases that it keeps', () => {
  const staying = [
    { reference: '26-AAAA', codes: ['deadline.later', 'step.crowded'] as const },
    { reference: '26-BBBB', codes: ['deadline.later'] as const },
    { reference: '26-CCCC', codes: ['journal.broken', 'pack.mismatch'] as const },
  ];
  expect(reasonsOf(staying)).toEqual([
    ['later', ['26-AAAA', '26-BBBB']],
    ['crowded', ['26-AAAA']],
    ['journal', ['26-CCCC']],
  ]);
});

test('a failure of the service is told as one', () => {
  expect([whyStays('server.failed'), whyStays('version.not_found')]).toEqual(['failed', 'failed']);
});

test('every reason is a sentence in each language, and none shows a code', () => {
  for (const words of Object.values(decideWords))
    for (const sentence of Object.values(words.running.why)) expect(sentence).toMatch(/^[^_]+\.$/);
});
