import { describe, expect, it, vi } from 'vitest';
import { at, opened, testApp } from '../fixtures/test-app.ts';

const disagreeing = vi.hoisted(() => ({ on: undefined as string | undefined }));

vi.mock('@parcours/engine', async (original) => {
  const engine = await original<typeof import('@parcours/engine')>();
  return {
    ...engine,
    secondOpinion: async (...given: Parameters<typeof engine.secondOpinion>) => {
      const [, entries] = given;
      const entry = entries.find(({ event }) => event !== undefined && event === disagreeing.on);
      if (!entry) return engine.secondOpinion(...given);
      return [{ seq: entry.seq, rule: 'child_was_heard', ours: 'yes', theirs: 'no' }];
    },
  };
});

describe('when json-rules-engine disagrees', () => {
  it('an ordinary event does not count: the case stays, the disagreement is recorded, the answers are a draft', async () => {
    disagreeing.on = 'visit_done';
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna);
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
    const reply = await anna.post(`/api/cases/${id}/events`, {
      event: 'visit_done',
      facts: { child_heard: true },
    });
    expect(reply).toMatchObject({
      status: 409,
      body: { error: 'event.disagreed', details: { rules: ['child_was_heard'] } },
    });
    const { body } = await anna.get(`/api/cases/${id}`);
    expect(at(body, 'steps', 0)).toMatchObject({ step: 'visit' });
    expect(at(body, 'drafts', 0)).toMatchObject({ step: 'visit', facts: { child_heard: true } });
    const journal = (await anna.get(`/api/cases/${id}/journal`)).body;
    expect((at(journal, 'entries') as { kind: string }[]).at(-1)?.kind).toBe('disagreed');
    expect(at(journal, 'check', 'same')).toBe(true);
  });

  it('a protective event is never refused for it: it counts, and is flagged', async () => {
    disagreeing.on = 'child_sheltered';
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna, { facts: { danger_seen: true } });
    const reply = await anna.post(`/api/cases/${id}/events`, { event: 'child_sheltered' });
    expect(reply).toMatchObject({ status: 200, body: { disagreed: true, left: ['shelter'] } });
    const journal = (await anna.get(`/api/cases/${id}/journal`)).body;
    expect((at(journal, 'entries') as { kind: string }[]).map(({ kind }) => kind).slice(-2)).toEqual([
      'reported',
      'disagreed',
    ]);
    expect(at(journal, 'check', 'same')).toBe(true);
  });
});
