import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { type CommandLog, openLog, perform } from '../log/command-log.ts';
import { askedIn, askFact } from './asks.ts';

const SAMPLE = samplePack();
const [FACT = ''] = Object.keys(SAMPLE.facts).filter((id) => SAMPLE.facts[id]?.derive === undefined);

function asked(log: CommandLog, step: string, isAsked: boolean): CommandLog {
  const outcome = perform(log, askFact, { step, fact: FACT, asked: isAsked });
  if (!outcome.ok) throw new Error(outcome.refused.why);
  return outcome.log;
}

test('what is asked at a step without a form makes its form, and goes with it again', () => {
  expect(SAMPLE.steps['decide']).not.toHaveProperty('form');
  const once = asked(openLog(SAMPLE), 'decide', true);
  expect(askedIn(once.pack, 'decide')).toEqual([FACT]);
  const again = asked(once, 'decide', false);
  expect(again.pack.forms).toEqual(SAMPLE.forms);
  expect(again.pack.steps['decide']).toEqual(SAMPLE.steps['decide']);
});

test('what is asked already is not asked twice', () => {
  const once = asked(openLog(SAMPLE), 'decide', true);
  expect(perform(once, askFact, { step: 'decide', fact: FACT, asked: true })).toMatchObject({
    ok: false,
    refused: { why: 'already' },
  });
});
