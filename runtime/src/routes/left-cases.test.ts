import { expect, it } from 'vitest';
import { at, opened, testApp } from '../fixtures/test-app.ts';

const REASON = { reason: 'Anna has left the service.' };

async function scene() {
  const app = testApp();
  const anna = await app.person('anna', ['caseworker']);
  const bruno = await app.person('bruno', ['caseworker']);
  const ada = await app.person('ada', ['administrator', 'caseworker']);
  const id = await opened(anna, { facts: { first_name: 'Invented' } });
  const leave = () => ada.send('PATCH', '/api/accounts/anna', { active: false });
  return { app, anna, bruno, ada, id, leave, path: `/api/left-cases/${id}/hand-over` };
}

it('a case whose people have all left is handed over by an administrator, with a reason, in journal and audit', async () => {
  const { app, bruno, ada, id, leave, path } = await scene();
  expect(at((await ada.get('/api/left-cases')).body, 'cases')).toEqual([]);
  await leave();
  const listed = await ada.get('/api/left-cases');
  expect(at(listed.body, 'cases', 0)).toMatchObject({ case: id, pack: 'try-out' });
  expect(JSON.stringify(listed.body)).not.toContain('Invented');
  const to = { role: 'caseworker', person: 'bruno' };
  expect((await ada.post(path, to)).status).toBe(422);
  const given = await ada.post(path, { ...to, ...REASON });
  expect(given).toMatchObject({ status: 200, body: { case: id, ...to } });
  expect((await bruno.get(`/api/cases/${id}`)).status).toBe(200);
  expect((await ada.get(`/api/cases/${id}`)).status).toBe(404);
  const journal = (await bruno.get(`/api/cases/${id}/journal`)).body;
  const entries = at(journal, 'entries') as object[];
  expect(entries.at(-1)).toMatchObject({ kind: 'assigned', by: 'ada', ...REASON });
  expect(at(journal, 'check', 'same')).toBe(true);
  const rows = await app.deps.store.auditRows(1, 1_000);
  expect(rows).toContainEqual(
    expect.objectContaining({ account: 'ada', action: 'case.hand_over', subject: id, outcome: 'allowed' }),
  );
  expect((await ada.post(path, { ...to, ...REASON })).status).toBe(404);
});

it('a case that somebody carries, or that does not exist, is not handed over, and looks the same', async () => {
  const { ada, path } = await scene();
  const body = { role: 'caseworker', person: 'bruno', ...REASON };
  const carried = await ada.post(path, body);
  const missing = await ada.post('/api/left-cases/nothing/hand-over', body);
  expect(carried.status).toBe(404);
  expect(carried.body).toEqual(missing.body);
});

it('never by anybody but an administrator, never to themselves, never to who is named in it or lacks the role', async () => {
  const { app, bruno, ada, id, leave, path } = await scene();
  await leave();
  const body = { role: 'caseworker', person: 'bruno', ...REASON };
  expect((await bruno.post(path, body)).status).toBe(403);
  expect((await bruno.get('/api/left-cases')).status).toBe(403);
  expect((await ada.post(path, { ...body, person: 'ada' })).status).toBe(422);
  expect((await ada.post(path, { ...body, role: 'judge' })).status).toBe(422);
  const stored = await app.deps.store.case(id);
  if (!stored) throw new Error('the case is missing');
  const file = { ...stored.file, people: { bruno: { relation: 'uncle' } } };
  await app.deps.store.commit([{ kind: 'case', case: { ...stored, file } }]);
  expect((await ada.post(path, body)).status).toBe(422);
});
