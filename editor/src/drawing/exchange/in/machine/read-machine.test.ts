import { checkStructure, parsePack } from '@parcours/engine';
import { describe, expect, test } from 'vitest';
import type { DraftLanguage } from '../draft-words.ts';
import { readMachine } from './read-machine.ts';

function brought(machine: unknown, language: DraftLanguage = 'fr') {
  const reading = readMachine(machine, { language, title: '' });
  if (reading.kind !== 'machine') throw new Error(JSON.stringify(reading.findings));
  const { parsed, findings } = parsePack(reading.files);
  if (parsed?.kind !== 'procedure') throw new Error(JSON.stringify(findings));
  const told = reading.findings.map(({ code, parameters }) => [code, parameters['name']]);
  return { pack: parsed.pack, told };
}

const labels = (
  all: Readonly<Record<string, { readonly label: Readonly<Record<string, string>> }>>,
  language = 'fr',
) => Object.values(all).map(({ label }) => label[language]);

test('a final state inside a stage keeps its name, and is no end of the case', () => {
  const { pack } = brought({
    initial: 'assessment',
    states: {
      assessment: {
        initial: 'visit',
        states: {
          visit: { on: { VISITED: 'assessed' } },
          assessed: { type: 'final', description: 'Évaluation faite' },
        },
        onDone: 'closed',
      },
      closed: { type: 'final' },
    },
  });
  expect(pack.steps['assessed']).toMatchObject({ kind: 'work', title: { fr: 'Évaluation faite' } });
  const errors = checkStructure(pack).filter(
    ({ path, severity }) => severity === 'error' && path.includes('assessed'),
  );
  expect(errors).toEqual([]);
});

describe('delays', () => {
  const after = (delays: unknown, ...keys: readonly string[]) => ({
    initial: 'a',
    delays,
    states: { a: { after: Object.fromEntries(keys.map((each) => [each, 'b'])) }, b: { type: 'final' } },
  });
  const spans = ({ pack }: ReturnType<typeof brought>, language = 'fr') =>
    Object.values(pack.deadlines).map(({ label, within }) => [label[language]?.replace(/\s/g, ' '), within]);

  test('in milliseconds are said in the language of the draft', () => {
    const machine = after({}, '86400000', '7200000', '1500');
    expect(spans(brought(machine))).toEqual([
      ['1,5 seconde', { parameter: 'seconde' }],
      ['2 heures', 'PT2H'],
      ['1 jour', 'P1D'],
    ]);
    expect(spans(brought(machine, 'en'), 'en').map(([label]) => label)).toEqual([
      '1.5 seconds',
      '2 hours',
      '1 day',
    ]);
    expect(spans(brought(machine, 'ar'), 'ar').map(([label]) => label)).toEqual([
      '1,5 ثانية',
      'ساعتان',
      'يوم',
    ]);
  });

  test('named by the machine last as long as it says, or as their name says', () => {
    const found = brought(
      after({ sla: 259_200_000, short: 'PT3H' }, 'sla', 'short', 'within48Hours', 'someday'),
    );
    expect(spans(found)).toEqual([
      ['Sla', 'P3D'],
      ['Short', 'PT3H'],
      ['Within48 Hours', 'PT48H'],
      ['Someday', { parameter: 'someday' }],
    ]);
    expect(found.told).toEqual([['exchange.delay', 'Someday']]);
  });
});

test('what a machine has done by another is reported by a person, well or ill', () => {
  const { pack, told } = brought({
    initial: 'call',
    states: {
      call: { invoke: { src: 'callJudge', onDone: 'closed', onError: { target: 'again', actions: 'log' } } },
      again: { invoke: [{ id: 'retry', onDone: [{ target: 'closed' }] }] },
      closed: { type: 'final' },
    },
  });
  expect(labels(pack.events)).toEqual(['Fait : Call Judge', 'N’a pas abouti : Call Judge', 'Fait : Retry']);
  expect(pack.machine.states['main']?.states?.['call']?.on).toEqual({
    fait_call_judge: [{ target: '#closed' }],
    n_a_pas_abouti_call_judge: [{ target: '#again' }],
  });
  expect(told).toEqual([
    ['exchange.invoke', 'callJudge'],
    ['exchange.left_out', 'actions : log'],
    ['exchange.invoke', 'retry'],
  ]);
});

test('older machines: lists of ways, the empty event, conditions named cond', () => {
  const { pack, told } = brought({
    initial: 'draft',
    states: {
      draft: {
        on: { SUBMIT: { target: 'review', cond: 'isComplete' }, '': { target: 'review', cond: 'isUrgent' } },
      },
      review: {
        on: [
          { event: 'OK', target: 'closed' },
          { event: 'OK', target: 'draft', cond: 'never' },
        ],
        after: [{ delay: 172_800_000, target: 'closed' }],
      },
      closed: { type: 'final', data: { answer: 1 } },
    },
  });
  expect(pack.machine.states['main']?.states).toMatchObject({
    draft: {
      on: { submit: [{ target: '#review', guard: 'is_complete' }] },
      always: [{ target: '#review', guard: 'is_urgent' }],
    },
    review: {
      on: { ok: [{ target: '#closed' }, { target: '#draft', guard: 'never' }] },
      after: { jours: [{ target: '#closed' }] },
    },
  });
  expect(told).toContainEqual(['exchange.left_out', 'data : answer']);
});

test('what people wrote beside a state or a way stands beside the step; what code does is told by its name', () => {
  const { pack, told } = brought({
    initial: 'visit',
    context: { risk: null },
    states: {
      visit: {
        meta: { title: 'Visiter la famille', who: 'Assistante sociale' },
        tags: ['field'],
        entry: [{ type: 'notify' }, 'log'],
        on: {
          SEEN: {
            target: 'closed',
            description: 'L’enfant a été vu',
            guard: { type: 'isAtRisk', params: { level: 3 } },
          },
        },
      },
      closed: { type: 'final' },
    },
  });
  expect(pack.steps['visiter_la_famille'] ?? pack.steps['visit']).toMatchObject({
    title: { fr: 'Visiter la famille' },
    how: { fr: 'Who : Assistante sociale\n\nSeen : L’enfant a été vu' },
  });
  expect(labels(pack.rules)).toEqual(['Is At Risk (level : 3)']);
  expect(told).toEqual([
    ['exchange.left_out', 'context : risk'],
    ['exchange.left_out', 'entry : notify, log'],
    ['exchange.left_out', 'tags : field'],
    ['exchange.rule', 'Is At Risk (level : 3)'],
  ]);
});
