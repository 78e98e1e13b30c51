/** What somebody inside, signed in and perhaps assigned, tries beyond what is theirs. */
import { describe, expect, it } from 'vitest';
import { at, opened, type Person, testApp } from '../fixtures/test-app.ts';

const DECIDED = {
  event: 'support_decided',
  reason: 'A reason that tells of the child.',
  decision: { decidedBy: 'Somebody', function: 'Supervisor', authority: 'Service', on: '2026-03-02' },
};

async function scene() {
  const app = testApp();
  const anna = await app.person('anna', ['caseworker']);
  const bruno = await app.person('bruno', ['supervisor']);
  const carla = await app.person('carla', ['supervisor']);
  const tina = await app.person('tina', ['teacher', 'caseworker']);
  const id = await opened(anna, { assignments: { supervisor: 'bruno', teacher: 'tina' } });
  const atDecide = async () => {
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
    await anna.post(`/api/cases/${id}/events`, { event: 'visit_done', facts: { child_heard: true } });
  };
  return { app, anna, bruno, carla, tina, id, atDecide };
}

describe('roles', () => {
  it('are never taken by oneself, nor given by somebody who may read less than the role does', async () => {
    const { app, anna, bruno, tina, id } = await scene();
    await app.person('cora', ['caseworker']);
    const path = `/api/cases/${id}/assignments`;
    const take = await tina.post(path, { role: 'caseworker', person: 'tina' });
    expect(take).toMatchObject({ status: 422, body: { error: 'account.not_assignable' } });
    expect((await tina.post(path, { role: 'caseworker', person: 'cora' })).status).toBe(403);
    expect(at((await anna.get(`/api/cases/${id}`)).body, 'assigned', 'caseworker')).toBe('anna');
    expect((await bruno.post(path, { role: 'caseworker', person: 'cora' })).status).toBe(200);
  });
});

describe('a report that waits', () => {
  it('is not confirmed once who made it no longer acts in that role in the case', async () => {
    const { app, anna, bruno, carla, id, atDecide } = await scene();
    await atDecide();
    const proposal = String(at((await bruno.post(`/api/cases/${id}/events`, DECIDED)).body, 'proposal'));
    await app.person('dirk', ['supervisor']);
    await anna.post(`/api/cases/${id}/assignments`, { role: 'supervisor', person: 'dirk' });
    const reply = await anna.post(`/api/cases/${id}/proposals/${proposal}/confirm`);
    expect(reply.status).toBe(409);
    expect((await carla.post(`/api/cases/${id}/proposals/${proposal}/confirm`)).status).not.toBe(200);
    expect(at((await anna.get(`/api/cases/${id}`)).body, 'steps', 0)).toMatchObject({ step: 'decide' });
  });

  it('shows no field of a row, and no reason, to who may not read it', async () => {
    const { bruno, tina, id, atDecide } = await scene();
    await atDecide();
    const visits = [{ id: 'v1', visited_on: '2026-03-01', seen_alone: true }];
    await bruno.post(`/api/cases/${id}/events`, { ...DECIDED, facts: { visits } });
    const { body } = await tina.get(`/api/cases/${id}`);
    expect(at(body, 'proposals', 0, 'facts', 'visits')).toEqual([{ id: 'v1', visited_on: '2026-03-01' }]);
    expect(JSON.stringify(body)).not.toContain('A reason that tells');
    expect(JSON.stringify((await bruno.get(`/api/cases/${id}`)).body)).toContain('A reason that tells');
  });
});

describe('what rules answer', () => {
  it('is shown to nobody who may not read the facts they stand on, nor the reasons people wrote', async () => {
    const { bruno, anna, tina, id } = await scene();
    await anna.post(`/api/cases/${id}/facts`, { facts: { told: 'She told.' } });
    await anna.post(`/api/cases/${id}/facts`, {
      correct: { told: 'She told more.' },
      reason: 'Words of the child.',
    });
    const everything = async (who: Person) =>
      JSON.stringify([
        (await who.get(`/api/cases/${id}`)).body,
        (await who.get(`/api/cases/${id}/journal`)).body,
      ]);
    expect(await everything(bruno)).toContain('child_told');
    expect(await everything(bruno)).toContain('Words of the child.');
    const seen = JSON.parse(await everything(tina)) as unknown;
    expect(at(seen, 0, 'file', 'signals', 'told_something')).toBeUndefined();
    expect(JSON.stringify(at(seen, 1))).not.toContain('child_told');
    expect(JSON.stringify(seen)).not.toContain('Words of the child.');
    expect(at(seen, 1, 'check', 'same')).toBe(true);
  });
});

describe('strange input', () => {
  it('never fails on our side: names of prototypes, deep and wide bodies, odd keys', async () => {
    const { anna, id } = await scene();
    const deep = `${'{"facts":'.repeat(5_000)}{}${'}'.repeat(5_000)}`;
    const wide = { facts: Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`f${n}`, n])) };
    const bodies: readonly (readonly [string, unknown])[] = [
      [`/api/cases/${id}/events`, { event: 'constructor' }],
      [`/api/cases/${id}/events`, { event: 'report_taken', facts: { constructor: 1, risk: 'low' } }],
      [`/api/cases/${id}/events`, '{"event":"report_taken","__proto__":{"done":true}}'],
      [`/api/cases/${id}/overrides`, { event: 'visit_done', rules: ['constructor'], reason: 'x' }],
      [`/api/cases/${id}/facts`, '{"facts":{"__proto__":{"risk":"high"}}}'],
      [`/api/cases/${id}/facts`, { forget: ['constructor'] }],
      [`/api/cases/${id}/facts`, deep],
      [`/api/cases/${id}/facts`, wide],
      [`/api/cases/${id}/facts`, '[]'],
      [`/api/cases/${id}/facts`, 'null'],
      [`/api/cases/${id}/assignments`, { role: 'constructor', person: 'anna' }],
      [`/api/cases/${id}/notices/constructor/acknowledge`, { role: 'caseworker' }],
      ['/api/cases', { pack: 'constructor' }],
      ['/api/cases', { pack: 'try-out', assignments: { constructor: 'anna' } }],
      ['/api/cases', { pack: 'try-out', happened: '9999-12-31T23:59:59Z' }],
      ['/api/cases', { pack: 'try-out', happened: '0001-01-01T00:00:00Z' }],
      ['/api/complaints', { pack: 'constructor' }],
    ];
    for (const [path, body] of bodies) {
      const { status } = await anna.post(path, body);
      expect(status, `${path} ${JSON.stringify(body).slice(0, 80)}`).toBeLessThan(500);
    }
    const file = at((await anna.get(`/api/cases/${id}`)).body, 'file');
    expect(at(file, 'facts', 'risk')).toBeUndefined();
    expect(Object.keys(at(file, 'open') as object)).toContain('receive');
    expect((await anna.send('PUT', `/api/cases/${id}/drafts/constructor`, { facts: {} })).status).toBe(422);
    expect((await anna.get('/api/cases/__proto__')).status).toBe(404);
    expect((await anna.get('/api/packs/__proto__')).status).toBe(404);
    expect((await anna.get('/api/cases?limit=1e9')).status).toBe(422);
  });
});
