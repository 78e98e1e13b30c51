import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { eventNames } from './event-names.ts';

const say = (text: Readonly<Record<string, string>> | undefined, otherwise = '') => text?.['fr'] ?? otherwise;

test('events of one name are told apart by the steps that hear them', () => {
  const pack = samplePack();
  const named = (id: string, fr: string) => ({ ...pack.events[id], label: { fr } });
  const done = 'L’étape est faite';
  const events = {
    ...pack.events,
    report_taken: named('report_taken', done),
    child_is_safe: named('child_is_safe', done),
    child_found: named('child_found', done),
    unheard: named('child_found', done),
    unheard_too: named('child_found', done),
  } as typeof pack.events;
  const names = eventNames({ ...pack, events }, say);
  expect(names.get('report_taken')).toBe('L’étape est faite (Recevoir le signalement)');
  expect(names.get('child_is_safe')).toBe('L’étape est faite (Mettre l’enfant à l’abri)');
  expect(names.get('unheard')).toBe('L’étape est faite [unheard]');
  expect(names.get('support_agreed')).toBe('Un accompagnement est convenu');
  expect(new Set(names.values()).size).toBe(names.size);
});
