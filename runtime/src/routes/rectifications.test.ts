import { expect, it } from 'vitest';
import { at, opened, type Person, testApp } from '../fixtures/test-app.ts';
import { memoryStore } from '../store/memory-store.ts';

const DECIDED = {
  event: 'support_decided',
  reason: 'The family asks for help.',
  decision: { decidedBy: 'Somebody', function: 'Supervisor', authority: 'Service', on: '2026-03-02' },
};
const ENDED = { event: 'support_ended', facts: { safe_at_home: true } };
const REASON = 'The note of the visit lay in a drawer.';

/** A case whose support has lapsed by itself: the child's supervisor decides again. */
async function lapsed(store = memoryStore()) {
  const app = testApp(store);
  const anna = await app.person('anna', ['caseworker']);
  const bruno = await app.person('bruno', ['supervisor']);
  const carla = await app.person('carla', ['supervisor', 'caseworker']);
  const tina = await app.person('tina', ['teacher']);
  const id = await opened(anna, { assignments: { supervisor: 'bruno', teacher: 'tina' } });
  const path = `/api/cases/${id}`;
  await anna.post(`${path}/events`, { event: 'report_taken', facts: { risk: 'low' } });
  await anna.post(`${path}/events`, { event: 'visit_done', facts: { child_heard: true } });
  const proposal = at((await bruno.post(`${path}/events`, DECIDED)).body, 'proposal');
  await carla.post(`${path}/proposals/${proposal}/confirm`);
  const happened = app.clock.now();
  app.clock.leapTo('2027-06-01T08:00:00.000Z');
  await app.sweep();
  return { app, anna, bruno, carla, tina, id, path, happened };
}

const open = async (who: Person, path: string) => {
  const steps = at((await who.get(path)).body, 'steps') as { step: string }[];
  return steps.map(({ step }) => step);
};

it('what was refused as late is put in its place, with a reason, once a second person confirms', async () => {
  const { app, anna, carla, path, happened, id } = await lapsed();
  expect(await open(anna, path)).toEqual(['decide']);
  const late = await anna.post(`${path}/events`, { ...ENDED, happened });
  expect(at(late.body, 'details', 'refusal', 'code')).toBe('late');
  const waits = await anna.post(`${path}/rectifications`, { ...ENDED, happened, reason: REASON });
  expect(waits.status).toBe(202);
  expect(await open(anna, path)).toEqual(['decide']);
  expect(at((await carla.get(path)).body, 'proposals')).toMatchObject([
    { rectifies: happened, mayConfirm: true },
  ]);
  const confirm = `${path}/proposals/${at(waits.body, 'proposal')}/confirm`;
  expect((await anna.post(confirm)).body).toMatchObject({ error: 'proposal.same_person' });
  const told = await carla.post(confirm);
  expect(told).toMatchObject({ status: 200, body: { status: 'closed', left: ['decide'] } });
  const journal = (await anna.get(`${path}/journal`)).body;
  expect(at(journal, 'check', 'same')).toBe(true);
  const line = (at(journal, 'entries') as { kind: string }[]).find(({ kind }) => kind === 'rectified');
  expect(line).toMatchObject({
    event: 'support_ended',
    by: 'anna',
    second: 'carla',
    reason: REASON,
    happened,
  });
  const rows = await app.deps.store.auditRows(1, 1_000);
  expect(rows).toContainEqual(
    expect.objectContaining({ account: 'anna', action: 'case.rectify', subject: id }),
  );
});

it('the history names what no longer holds and what was already sent', async () => {
  const { anna, carla, path, happened } = await lapsed();
  const waits = await anna.post(`${path}/rectifications`, { ...ENDED, happened, reason: REASON });
  await carla.post(`${path}/proposals/${at(waits.body, 'proposal')}/confirm`);
  const entries = at((await anna.get(`${path}/journal`)).body, 'entries') as {
    seq: number;
    kind: string;
    withdrawn?: { entries: number[]; effects: { kind: string }[] };
  }[];
  const line = entries.find(({ kind }) => kind === 'rectified');
  const gone = entries.filter(({ seq }) => line?.withdrawn?.entries.includes(seq));
  expect(gone.map(({ kind }) => kind)).toContain('deadline_passed');
  expect(gone.map(({ kind }) => kind)).toContain('deadline_missed');
  expect(line?.withdrawn?.effects.map(({ kind }) => kind)).toContain('escalate');
});

it('what would no longer hold is told before anybody confirms, and nothing changes', async () => {
  const { anna, carla, tina, path, happened } = await lapsed();
  const before = (await anna.get(`${path}/journal`)).body;
  const preview = await anna.post(`${path}/rectifications/preview`, { ...ENDED, happened });
  expect(preview.status).toBe(200);
  expect((await anna.get(`${path}/journal`)).body).toEqual(before);
  const early = { ...ENDED, event: 'report_taken', happened };
  expect((await anna.post(`${path}/rectifications/preview`, early)).body).toHaveProperty('refused');
  expect((await tina.post(`${path}/rectifications/preview`, { ...ENDED, happened })).body).toEqual({
    refused: 'role',
  });
  const waits = await anna.post(`${path}/rectifications`, { ...ENDED, happened, reason: REASON });
  await carla.post(`${path}/proposals/${at(waits.body, 'proposal')}/confirm`);
  const lines = at((await anna.get(`${path}/journal`)).body, 'entries') as {
    kind: string;
    withdrawn: unknown;
  }[];
  expect(at(preview.body, 'withdrawn')).toEqual(lines.find(({ kind }) => kind === 'rectified')?.withdrawn);
});

it('who may confirm a proposed rectification is told what it withdraws before confirming, and nobody else', async () => {
  const { app, anna, bruno, carla, path, happened, id } = await lapsed();
  const stranger = await app.person('mallory', ['caseworker', 'supervisor'], { agency: 'elsewhere' });
  const waits = await anna.post(`${path}/rectifications`, { ...ENDED, happened, reason: REASON });
  const proposal = String(at(waits.body, 'proposal'));
  const preview = `${path}/proposals/${proposal}/preview`;
  const before = (await anna.get(`${path}/journal`)).body;
  const told = await carla.get(preview);
  expect(told.status).toBe(200);
  expect(at(told.body, 'withdrawn', 'effects')).not.toEqual([]);
  expect((await anna.get(`${path}/journal`)).body).toEqual(before);
  expect((await anna.get(preview)).body).toMatchObject({ error: 'proposal.same_person' });
  expect((await stranger.get(preview)).body).toMatchObject({ error: 'case.not_found' });
  const rows = await app.deps.store.auditRows(1, 1_000);
  expect(rows).toContainEqual(
    expect.objectContaining({ account: 'carla', action: 'case.preview_rectification', subject: id }),
  );
  await carla.post(`${path}/proposals/${proposal}/confirm`);
  const lines = at((await anna.get(`${path}/journal`)).body, 'entries') as {
    kind: string;
    withdrawn: unknown;
  }[];
  expect(at(told.body, 'withdrawn')).toEqual(lines.find(({ kind }) => kind === 'rectified')?.withdrawn);
  expect((await carla.get(preview)).body).toMatchObject({ error: 'case.not_found' });
  expect((await bruno.get(preview)).body).toMatchObject({ error: 'proposal.settled' });
  expect((await bruno.get(`${path}/proposals/nothing/preview`)).body).toMatchObject({
    error: 'proposal.not_found',
  });
});

it('belongs to who may report the event: to nobody else, and never without a reason', async () => {
  const { anna, tina, path, happened } = await lapsed();
  expect((await anna.post(`${path}/rectifications`, { ...ENDED, happened })).status).toBe(422);
  expect((await anna.post(`${path}/rectifications`, { ...ENDED, reason: REASON })).status).toBe(422);
  const strange = await tina.post(`${path}/rectifications`, { ...ENDED, happened, reason: REASON });
  expect(at(strange.body, 'details', 'refusal', 'code')).toBe('role');
});

it('does not ask a second person for what would be refused anyhow', async () => {
  const { anna, path, happened } = await lapsed();
  const body = { event: 'report_taken', facts: { risk: 'low' }, happened, reason: REASON };
  const told = await anna.post(`${path}/rectifications`, body);
  expect(told.status).toBe(409);
  expect(at((await anna.get(path)).body, 'proposals')).toEqual([]);
});

it('an effect that had not left when it was withdrawn does not leave', async () => {
  const store = memoryStore();
  let held = true;
  const { app, anna, carla, path, happened, id } = await lapsed({
    ...store,
    waitingEffects: async (limit) => (held ? [] : store.waitingEffects(limit)),
  });
  const waits = await anna.post(`${path}/rectifications`, { ...ENDED, happened, reason: REASON });
  await carla.post(`${path}/proposals/${at(waits.body, 'proposal')}/confirm`);
  held = false;
  await app.sweep();
  const withdrawn = (await store.entries(id)).flatMap((entry) => entry.withdrawn?.effects ?? []);
  expect(withdrawn.length).toBeGreaterThan(0);
  expect(await store.waitingEffects(100)).toEqual([]);
  const sent = (await store.sentEffects(id)).map(({ effect }) => effect.key);
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((key) => withdrawn.includes(key))).toEqual([]);
  const notices = at((await anna.get('/api/notices')).body, 'notices') as { key: string }[];
  expect(notices.filter(({ key }) => withdrawn.includes(key))).toEqual([]);
  const lines = at((await anna.get(`${path}/journal`)).body, 'entries') as { kind: string }[];
  expect(
    at(
      lines.find(({ kind }) => kind === 'rectified'),
      'withdrawn',
      'effects',
    ),
  ).toEqual([]);
});
