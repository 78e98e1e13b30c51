import { expect, it } from 'vitest';
import { atReception } from '../fixtures/sample-case.ts';
import { samplePack } from '../fixtures/sample-pack.ts';
import { heardApart } from './heard-apart.ts';

it('keeps with a step what it or what stands around it hears, and tells apart what only a closed track hears', () => {
  const [step] = atReception().guide.now;
  const [outcome] = step?.events ?? [];
  if (!step || !outcome) throw new Error('the sample case has no open step');
  const { machine, ...rest } = samplePack();
  const { main, ...tracks } = machine.states;
  if (!main) throw new Error('the sample procedure has no main track');
  const listening = { ...main, on: { case_left: [{ target: '#ended' }] } };
  const pack = { ...rest, machine: { ...machine, states: { main: listening, ...tracks } } };
  const events = [...step.events, ...['case_left', 'order_asked'].map((event) => ({ ...outcome, event }))];
  const { own, anyTime } = heardApart(pack, { ...step, events });
  expect(own.map(({ event }) => event)).toEqual(['report_taken', 'case_left']);
  expect(anyTime.map(({ event }) => event)).toEqual(['order_asked']);
});
