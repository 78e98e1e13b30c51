import { describe, expect, it } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { proveSafeguards } from './prove-safeguards.ts';

/** The verdict on how long the support of a family of the sample may wait, with something changed. */
function supportWithin(
  within: unknown,
  changes: Readonly<Record<string, unknown>> = {},
  state = 'step:support',
) {
  const property = { lasts_at_most: { deadline: 'support_by', within, states: [state] } };
  const mine = { label: { en: 'Mine' }, property, basis: 'practice' };
  const pathway = compile(samplePack({ 'safeguards/mine': mine, ...changes }));
  return proveSafeguards(pathway).find(({ id }) => id === 'mine');
}

describe('a deadline lasts at most', () => {
  it('as long as the sentence says, months counted as months', () => {
    expect(supportWithin('P3M')).toMatchObject({ verdict: 'proved', reductions: ['read_in_pack'] });
    expect(supportWithin('P93D')?.verdict).toBe('proved');
    expect(supportWithin('P90D')).toMatchObject({ verdict: 'broken', why: 'support_by may take P3M' });
    expect(supportWithin('P3M', { 'deadlines/support_by/within': 'P1Y' })).toMatchObject({
      verdict: 'broken',
      why: 'support_by may take P1Y',
    });
  });

  it('the longest of its lengths, and what a calendar may add to it', () => {
    const byRisk = { by: 'risk', values: { low: 'P4M', medium: 'P2M', high: 'P1M' } };
    expect(supportWithin('P3M', { 'deadlines/support_by/within': byRisk })).toMatchObject({
      verdict: 'broken',
      why: 'support_by may take P4M',
    });
    expect(supportWithin('P3M', { 'deadlines/support_by/calendar': 'working' })?.verdict).toBe('broken');
  });

  it('nothing that the step does not carry, and nothing whose clock may stop', () => {
    expect(supportWithin('P3M', {}, 'step:decide')).toMatchObject({
      verdict: 'broken',
      why: 'decide does not carry support_by',
    });
    expect(supportWithin('P3M', { 'deadlines/support_by/paused': ['step:shelter'] })).toMatchObject({
      verdict: 'broken',
      why: 'the clock of support_by may stop',
    });
  });

  it('what nobody found in the law is not guessed', () => {
    const unknown = {
      'parameters/order_length/value': undefined,
      'parameters/order_length/confidence': 'unknown',
    };
    expect(supportWithin({ parameter: 'order_length' }, unknown)).toMatchObject({
      verdict: 'unchecked',
      awaits: ['order_length'],
      why: expect.stringContaining('no value'),
    });
    const property = { lasts_at_most: { deadline: 'nowhere', within: 'P1D', states: ['step:support'] } };
    const mine = { label: { en: 'Mine' }, property, basis: 'practice' };
    const verdicts = proveSafeguards(compile(samplePack({ 'safeguards/mine': mine })));
    expect(verdicts.find(({ id }) => id === 'mine')).toMatchObject({
      verdict: 'unchecked',
      unreadable: true,
    });
  });
});
