import { describe, expect, it } from 'vitest';
import { at, opened, testApp } from '../fixtures/test-app.ts';

const DECIDED = {
  event: 'support_decided',
  reason: 'The family asks for help.',
  decision: { decidedBy: 'Somebody', function: 'Supervisor', authority: 'Service', on: '2026-03-02' },
};

async function scene() {
  const app = testApp();
  const anna = await app.person('anna', ['caseworker']);
  const bruno = await app.person('bruno', ['supervisor']);
  const carla = await app.person('carla', ['supervisor']);
  const id = await opened(anna, { assignments: { supervisor: 'bruno' } });
  await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
  await anna.post(`/api/cases/${id}/events`, {
    event: 'visit_done',
    facts: { child_heard: true, told: 'A secret.' },
  });
  const propose = async (extra = {}) => {
    const reply = await bruno.post(`/api/cases/${id}/events`, { ...DECIDED, ...extra });
    return { reply, path: `/api/cases/${id}/proposals/${String(at(reply.body, 'proposal'))}` };
  };
  return { app, anna, bruno, carla, id, propose };
}

describe('four eyes', () => {
  it('a report that asks a second person waits, and moves nothing until another account confirms it', async () => {
    const { carla, bruno, id, propose } = await scene();
    const { reply, path } = await propose();
    expect(reply.status).toBe(202);
    expect(at((await bruno.get(`/api/cases/${id}`)).body, 'steps', 0)).toMatchObject({ step: 'decide' });
    const confirmed = await carla.post(`${path}/confirm`);
    expect(confirmed.body).toMatchObject({ entered: ['support'] });
    expect((await carla.post(`${path}/confirm`)).status).toBe(404);
  });

  it('the same account never does both, whatever its roles', async () => {
    const { bruno, id, propose } = await scene();
    const { path } = await propose();
    expect((await bruno.post(`${path}/confirm`)).body).toMatchObject({ error: 'proposal.same_person' });
    expect(at((await bruno.get(`/api/cases/${id}`)).body, 'steps', 0)).toMatchObject({ step: 'decide' });
  });

  it('a colleague who may report it finds the case while it waits, and may do nothing else there', async () => {
    const { carla, id, propose } = await scene();
    expect((await carla.get(`/api/cases/${id}`)).status).toBe(404);
    expect(at((await carla.get('/api/cases')).body, 'cases')).toEqual([]);
    const { path } = await propose();
    expect(at((await carla.get('/api/cases')).body, 'cases', 0)).toMatchObject({ id, toConfirm: 1 });
    const seen = await carla.get(`/api/cases/${id}`);
    expect(seen.body).toMatchObject({ confirmsOnly: true, proposals: [{ by: 'bruno', mayConfirm: true }] });
    expect((await carla.post(`/api/cases/${id}/facts`, { facts: { age: 9 } })).status).toBe(404);
    expect((await carla.post(`/api/cases/${id}/events`, DECIDED)).status).toBe(404);
    await carla.post(`${path}/confirm`);
    expect((await carla.get(`/api/cases/${id}`)).status).toBe(404);
  });

  it('people of another agency, or without the role, do not find it', async () => {
    const { app, id, propose } = await scene();
    const elsewhere = await app.person('eva', ['supervisor'], { agency: 'another' });
    const judge = await app.person('dora', ['judge']);
    const { path } = await propose();
    for (const stranger of [elsewhere, judge]) {
      expect((await stranger.get(`/api/cases/${id}`)).status).toBe(404);
      expect((await stranger.post(`${path}/confirm`)).status).toBe(404);
    }
  });

  it('another person of the case confirms in their own role', async () => {
    const { anna, id, propose } = await scene();
    const { path } = await propose();
    expect((await anna.post(`${path}/confirm`)).status).toBe(200);
    const entries = at((await anna.get(`/api/cases/${id}/journal`)).body, 'entries');
    expect(entries).toContainEqual(expect.objectContaining({ by: 'bruno', second: 'anna' }));
  });

  it('a refused proposal never happened, and cannot be confirmed any more', async () => {
    const { anna, bruno, carla, id, propose } = await scene();
    const { path } = await propose();
    const before = at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'entries');
    expect((await carla.post(`${path}/refuse`)).body).toMatchObject({ state: 'refused' });
    expect((await bruno.post(`${path}/confirm`)).body).toMatchObject({ error: 'proposal.settled' });
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'entries')).toBe(before);
  });

  it('what is refused for another reason is refused at once, and nothing waits', async () => {
    const { bruno, id } = await scene();
    const { decision: _none, ...undecided } = DECIDED;
    const reply = await bruno.post(`/api/cases/${id}/events`, undecided);
    expect(reply.status).toBe(409);
    expect(at(reply.body, 'details', 'refusal', 'code')).toBe('decision');
    expect(at((await bruno.get(`/api/cases/${id}`)).body, 'proposals')).toEqual([]);
    const entries = at((await bruno.get(`/api/cases/${id}/journal`)).body, 'entries') as object[];
    expect(entries.at(-1)).toMatchObject({ kind: 'refused', refusal: { code: 'decision' } });
  });

  it('a danger told in the answers does not wait for the second person', async () => {
    const { anna, id, propose } = await scene();
    const { reply } = await propose({ facts: { danger_seen: true } });
    expect(reply.status).toBe(202);
    const steps = at((await anna.get(`/api/cases/${id}`)).body, 'steps') as { step: string }[];
    expect(steps.map(({ step }) => step).sort()).toEqual(['decide', 'shelter']);
  });

  it('nor is it lost when the report is refused for another reason', async () => {
    const { anna, bruno, id } = await scene();
    const { decision: _none, ...undecided } = DECIDED;
    const reply = await bruno.post(`/api/cases/${id}/events`, { ...undecided, facts: { danger_seen: true } });
    expect(at(reply.body, 'details', 'refusal', 'code')).toBe('decision');
    const steps = at((await anna.get(`/api/cases/${id}`)).body, 'steps') as { step: string }[];
    expect(steps.map(({ step }) => step).sort()).toEqual(['decide', 'shelter']);
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'same')).toBe(true);
  });

  it('two people confirming at once count once', async () => {
    const { app, carla, propose } = await scene();
    const eva = await app.person('eva', ['supervisor']);
    const { path } = await propose();
    const replies = await Promise.all([carla.post(`${path}/confirm`), eva.post(`${path}/confirm`)]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
