import { describe, expect, it } from 'vitest';
import { at, opened, testApp } from '../fixtures/test-app.ts';

const DECISION = { decidedBy: 'Somebody', function: 'Supervisor', authority: 'Service', on: '2026-03-02' };

async function scene() {
  const app = testApp();
  const anna = await app.person('anna', ['caseworker']);
  const bruno = await app.person('bruno', ['supervisor']);
  const id = await opened(anna, { assignments: { supervisor: 'bruno' } });
  return { app, anna, bruno, id };
}

describe('a case over HTTP', () => {
  it('goes from report to closure, and its journal replays to what is stored', async () => {
    const { app, anna, bruno, id } = await scene();
    const carla = await app.person('carla', ['supervisor']);
    const events = `/api/cases/${id}/events`;
    expect((await anna.post(events, { event: 'report_taken', facts: { risk: 'low' } })).body).toMatchObject({
      entered: ['visit'],
      left: ['receive'],
    });
    app.clock.leapBy(86_400_000);
    expect((await anna.post(events, { event: 'visit_done', facts: { child_heard: true } })).status).toBe(200);
    const proposed = await bruno.post(events, {
      event: 'support_decided',
      reason: 'Needed.',
      decision: DECISION,
    });
    expect(proposed.status).toBe(202);
    const proposal = String(at(proposed.body, 'proposal'));
    expect((await carla.post(`/api/cases/${id}/proposals/${proposal}/confirm`)).status).toBe(200);
    const ended = await anna.post(events, { event: 'support_ended', facts: { safe_at_home: true } });
    expect(ended.body).toMatchObject({ status: 'closed', open: expect.arrayContaining(['closed']) });
    const journal = await anna.get(`/api/cases/${id}/journal`);
    expect(at(journal.body, 'check')).toMatchObject({ same: true });
    const decided = at(journal.body, 'entries');
    expect(decided).toContainEqual(
      expect.objectContaining({
        event: 'support_decided',
        by: 'bruno',
        second: 'carla',
        reason: 'Needed.',
        decision: DECISION,
      }),
    );
  });

  it('shows the guide for one’s roles, what is due and who is assigned', async () => {
    const { anna, id } = await scene();
    const { body } = await anna.get(`/api/cases/${id}`);
    expect(body).toMatchObject({
      id,
      roles: ['caseworker'],
      assigned: { caseworker: 'anna', supervisor: 'bruno' },
      nextDue: { deadline: 'receive_by' },
      overdue: 0,
      names: { anna: 'Person anna', bruno: 'Person bruno' },
    });
    expect(at(body, 'guide', 'now', 0)).toMatchObject({ step: 'receive', mine: true });
  });

  it('computes overdue when it is read, before anything has been recorded', async () => {
    const { app, anna, id } = await scene();
    app.clock.leapBy(5 * 86_400_000);
    const list = await anna.get('/api/cases?overdue=true');
    expect(at(list.body, 'cases', 0)).toMatchObject({ id, overdue: 1 });
    expect(at((await anna.get('/api/deadlines')).body, 'deadlines', 0)).toMatchObject({
      case: id,
      overdue: true,
    });
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'entries')).toBe(1);
  });

  it('filters the list by status and pack, and pages it', async () => {
    const { anna, id } = await scene();
    const second = await opened(anna);
    const ids = async (query: string) =>
      (at((await anna.get(`/api/cases${query}`)).body, 'cases') as { id: string }[]).map((one) => one.id);
    expect(await ids('')).toEqual([second, id]);
    expect(await ids('?status=closed')).toEqual([]);
    expect(await ids('?pack=other')).toEqual([]);
    expect(await ids('?limit=1')).toEqual([second]);
    expect(at((await anna.get('/api/cases?limit=1')).body, 'next')).toBe(second);
    expect(await ids(`?limit=1&before=${second}`)).toEqual([id]);
    expect((await anna.get('/api/cases?status=lost')).status).toBe(422);
  });
});

describe('an event that is not possible now', () => {
  it('answers 409 with what would unlock it, does not move, and keeps the answers as this person’s draft', async () => {
    const { anna, bruno, id } = await scene();
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
    const refused = await anna.post(`/api/cases/${id}/events`, {
      event: 'visit_done',
      facts: { told: 'I am afraid.' },
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ error: 'event.refused', details: { draft: 'visit' } });
    expect(at(refused.body, 'details', 'refusal', 'missing')).toContain('child_heard');
    const mine = await anna.get(`/api/cases/${id}`);
    expect(at(mine.body, 'drafts')).toMatchObject([{ step: 'visit', facts: { told: 'I am afraid.' } }]);
    expect(Object.keys(at(mine.body, 'file', 'facts') as object)).not.toContain('told');
    expect(at(mine.body, 'steps', 0)).toMatchObject({ step: 'visit' });
    expect(at((await bruno.get(`/api/cases/${id}`)).body, 'drafts')).toEqual([]);
  });

  it('drops the draft once the step is left', async () => {
    const { anna, id } = await scene();
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
    await anna.send('PUT', `/api/cases/${id}/drafts/visit`, { facts: { told: 'half a sen' } });
    expect(at((await anna.get(`/api/cases/${id}`)).body, 'drafts')).toHaveLength(1);
    await anna.post(`/api/cases/${id}/events`, { event: 'visit_done', facts: { child_heard: true } });
    expect(at((await anna.get(`/api/cases/${id}`)).body, 'drafts')).toEqual([]);
  });

  it('still runs a protective signal told in its answers', async () => {
    const { anna, id } = await scene();
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
    const refused = await anna.post(`/api/cases/${id}/events`, {
      event: 'visit_done',
      facts: { danger_seen: true },
    });
    expect(refused.status).toBe(409);
    const steps = at((await anna.get(`/api/cases/${id}`)).body, 'steps') as { step: string }[];
    expect(steps.map(({ step }) => step).sort()).toEqual(['shelter', 'visit']);
  });

  it('says who may report when the role may not', async () => {
    const { anna, id } = await scene();
    const reply = await anna.post(`/api/cases/${id}/events`, { event: 'set_aside', decision: DECISION });
    expect(reply.status).toBe(409);
    expect(
      (await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', role: 'supervisor' })).status,
    ).toBe(403);
  });
});

describe('wrong input', () => {
  it('a wrong fact value gives 422 naming the field, and nothing is recorded', async () => {
    const { anna, id } = await scene();
    for (const facts of [
      { risk: 'enormous' },
      { risk: 'low', age: -1 },
      { nothing: 1 },
      { visits: [{ id: 'v', x: 1 }] },
    ]) {
      const reply = await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts });
      expect(reply.status).toBe(422);
      expect(reply.body).toMatchObject({ error: 'value.invalid' });
    }
    const named = await anna.post(`/api/cases/${id}/facts`, { facts: { age: 'nine' } });
    expect(at(named.body, 'details', 'invalid', 0, 'fact')).toBe('age');
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'entries')).toHaveLength(1);
  });

  it('a body that is not as expected gives 422, and one that is not JSON 400', async () => {
    const { app, anna, id } = await scene();
    expect((await anna.post(`/api/cases/${id}/events`, { evnt: 'x' })).body).toMatchObject({
      error: 'input.invalid',
    });
    expect((await anna.post(`/api/cases/${id}/events`, { event: '__proto__' })).status).toBe(422);
    expect(
      (await anna.post(`/api/cases/${id}/events`, { event: 'nobody_knows' })).status,
    ).toBeGreaterThanOrEqual(409);
    const broken = await app.ask('POST', `/api/cases/${id}/events`, {
      body: '{"event":',
      headers: { cookie: await anna.cookie(), 'idempotency-key': 'key-broken' },
    });
    expect(broken.status).toBe(400);
    const proto = await app.ask('POST', `/api/cases/${id}/facts`, {
      body: '{"facts":{"__proto__":{"polluted":true},"constructor":1}}',
      headers: { cookie: await anna.cookie(), 'idempotency-key': 'key-proto-1' },
    });
    expect(proto.status).toBe(422);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('a body that is too large gives 413, and no key 400', async () => {
    const { app, anna, id } = await scene();
    const large = await anna.post(`/api/cases/${id}/facts`, { facts: { told: 'x'.repeat(600_000) } });
    expect(large.status).toBe(413);
    const keyless = await app.ask('POST', `/api/cases/${id}/facts`, {
      body: { facts: { age: 9 } },
      headers: { cookie: await anna.cookie() },
    });
    expect(keyless.body).toMatchObject({ error: 'key.missing' });
  });
});

describe('facts', () => {
  it('are recorded, corrected and forgotten with a reason, and a signal runs with them', async () => {
    const { anna, id } = await scene();
    const facts = `/api/cases/${id}/facts`;
    expect((await anna.post(facts, { facts: { age: 9 } })).status).toBe(200);
    expect((await anna.post(facts, { correct: { age: 10 }, reason: 'Paper seen.' })).status).toBe(200);
    expect(at((await anna.get(`/api/cases/${id}`)).body, 'file', 'facts', 'age', 'value')).toBe(10);
    expect(
      (await anna.post(facts, { forget: ['age'], reason: 'The paper was another child’s.' })).status,
    ).toBe(200);
    expect(at((await anna.get(`/api/cases/${id}`)).body, 'file', 'facts', 'age')).toBeUndefined();
    expect((await anna.post(facts, { facts: { danger_seen: true } })).body).toMatchObject({
      signals: ['danger'],
    });
    expect((await anna.post(facts, {})).status).toBe(422);
  });

  it('a correction that touches a decision is shown to be reconsidered, and answered', async () => {
    const { app, anna, bruno, id } = await scene();
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
    await anna.post(`/api/cases/${id}/events`, { event: 'visit_done', facts: { child_heard: true } });
    app.clock.leapBy(1000);
    await bruno.post(`/api/cases/${id}/events`, { event: 'set_aside', decision: DECISION });
    const correction = { correct: { child_heard: false }, reason: 'It was her brother.' };
    expect((await anna.post(`/api/cases/${id}/facts`, correction)).status).toBe(200);
    const { body } = await bruno.get(`/api/cases/${id}`);
    expect(at(body, 'guide', 'reconsider', 0)).toMatchObject({ event: 'set_aside' });
    expect(at(body, 'steps', 0)).toMatchObject({ step: 'support' });
    const seq = at(body, 'guide', 'reconsider', 0, 'seq');
    const answer = { reconsidered: [seq], reason: 'She was heard since.' };
    expect((await bruno.post(`/api/cases/${id}/facts`, answer)).status).toBe(200);
    expect(at((await bruno.get(`/api/cases/${id}`)).body, 'guide', 'reconsider')).toEqual([]);
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'same')).toBe(true);
  });
});

describe('an override', () => {
  it('opens a door by an overridable rule, with a reason, for whom the rule names', async () => {
    const { anna, bruno, id } = await scene();
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
    const path = `/api/cases/${id}/overrides`;
    const body = { event: 'visit_done', rules: ['child_was_heard'], reason: 'The child is a baby.' };
    expect((await anna.post(path, body)).status).toBe(409);
    const { reason: _none, ...unreasoned } = body;
    expect((await bruno.post(path, unreasoned)).status).toBe(422);
    const told = { ...body, facts: { child_heard: false } };
    const taken = await bruno.post(path, told);
    expect(taken).toMatchObject({ status: 200, body: { entered: ['decide'] } });
    const entries = at((await bruno.get(`/api/cases/${id}/journal`)).body, 'entries') as object[];
    expect(entries.at(-1)).toMatchObject({ kind: 'overridden', reason: 'The child is a baby.' });
  });
});

describe('assignments', () => {
  it('give a role to who holds it, and with it the case; nobody else', async () => {
    const { app, anna, id } = await scene();
    const dora = await app.person('dora', ['judge']);
    expect((await dora.get(`/api/cases/${id}`)).status).toBe(404);
    const path = `/api/cases/${id}/assignments`;
    expect((await anna.post(path, { role: 'judge', person: 'bruno' })).body).toMatchObject({
      error: 'account.not_assignable',
    });
    expect((await anna.post(path, { role: 'judge', person: 'dora' })).status).toBe(200);
    expect((await dora.get(`/api/cases/${id}`)).status).toBe(200);
  });
});
