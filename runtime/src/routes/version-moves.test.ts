import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '@parcours/engine';
import { describe, expect, it } from 'vitest';
import { laterVersion } from '../fixtures/later-version.ts';
import { at, opened, type Person, START, testApp } from '../fixtures/test-app.ts';
import { libsqlStore } from '../store/libsql-store.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';

const REASON = { reason: 'The committee has validated the new version.' };

const legal = (pack: Pack, within: string): Partial<Pack> => ({
  deadlines: {
    ...pack.deadlines,
    visit_by: { ...(pack.deadlines['visit_by'] as Pack['deadlines'][string]), within, basis: 'law' },
  },
});

/** Cases opened on version 1, then the service starts again with version 2 on its shelf. */
async function scene(store: Store, change: (pack: Pack) => Partial<Pack> = () => ({}), count = 7) {
  const base = laterVersion(testApp().deps.packs, 'try-out', '2.0.0', (pack) => legal(pack, 'P3D'));
  const before = testApp(store, START, base);
  const anna = await before.person('anna', ['caseworker']);
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await opened(anna));
  const from = String((await store.case(ids[0] ?? ''))?.file.pack.hash);
  const app = testApp(store, START, laterVersion(base, 'try-out', '3.0.0', change));
  const ada = await app.person('ada', ['administrator', 'caseworker']);
  const carer = await app.person('anna', ['caseworker']);
  const to = String(app.deps.packs.get('try-out')?.hash);
  return { app, ada, anna: carer, ids, from, to, store };
}

const versionsOf = async (store: Store, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await store.case(id))?.file.pack.hash));

async function visiting({ anna, ids }: { anna: Person; ids: readonly string[] }) {
  for (const id of ids)
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'low' } });
}

const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ['in memory', async () => memoryStore()],
  [
    'in libSQL',
    () =>
      libsqlStore({
        file: join(mkdtempSync(join(tmpdir(), 'parcours-moves-')), 'test.db'),
        key: 'k'.repeat(64),
      }),
  ],
];

describe.each(STORES)('moving all cases of a version, %s', (_name, make) => {
  it('moves them some at a time, each in one entry with its audit row, and tells counts alone', async () => {
    const { app, ada, ids, from, to, store } = await scene(await make());
    const listed = (await ada.get('/api/version-moves')).body;
    expect(at(listed, 'versions')).toEqual([
      { pack: 'try-out', version: '2.0.0', hash: from, cases: 7, newest: to },
    ]);
    const planned = await ada.post('/api/version-moves/plan', { from });
    expect(planned.body).toEqual({ from, to, going: 7, staying: [] });
    const started = await ada.post('/api/version-moves', { from, ...REASON });
    expect(started).toMatchObject({ status: 202, body: { state: 'running' } });
    await app.sweep();
    expect((await versionsOf(store, ids)).filter((hash) => hash === to)).toHaveLength(5);
    await app.sweep();
    expect(new Set(await versionsOf(store, ids))).toEqual(new Set([to]));
    const move = (await ada.get(`/api/version-moves/${at(started.body, 'move')}`)).body;
    expect(move).toMatchObject({ state: 'done', moved: 7, stayed: 0, failed: 0, left: 0 });
    for (const id of ids) {
      const migrated = (await store.entries(id)).filter(({ kind }) => kind === 'migrated');
      expect(migrated).toMatchObject([{ by: 'ada', role: 'administrator', command: REASON }]);
      expect((await store.pack(to))?.hash).toBe(to);
    }
    const rows = (await store.auditRows(1, 1_000)).filter(({ action }) => action === 'case.migrate');
    expect(rows.map(({ subject }) => subject)).toEqual(ids);
    await store.close();
  });

  it('stops, and goes on where it stopped, also in another process', async () => {
    const { app, ada, ids, from, to, store } = await scene(await make());
    const move = at((await ada.post('/api/version-moves', { from, ...REASON })).body, 'move');
    await app.sweep();
    expect((await ada.post(`/api/version-moves/${move}/stop`)).body).toMatchObject({ state: 'stopped' });
    await app.sweep();
    expect((await versionsOf(store, ids)).filter((hash) => hash === to)).toHaveLength(5);
    const again = testApp(store, START, app.deps.packs);
    await (await again.person('ada', ['administrator'])).post(`/api/version-moves/${move}/resume`);
    await again.sweep();
    expect(new Set(await versionsOf(store, ids))).toEqual(new Set([to]));
    for (const id of ids)
      expect((await store.entries(id)).filter(({ kind }) => kind === 'migrated')).toHaveLength(1);
    expect((await ada.post(`/api/version-moves/${move}/stop`)).body).toMatchObject({ error: 'move.done' });
    await store.close();
  });

  it('goes on after a crash in the middle of a commit, and moves no case twice', async () => {
    const { app, ada, ids, from, to, store } = await scene(await make());
    await ada.post('/api/version-moves', { from, ...REASON });
    let left = 3;
    const failing = testApp(
      {
        ...store,
        commit: async (writes) => {
          if (writes.some(({ kind }) => kind === 'moveStep') && left-- === 0)
            throw new Error('the power is gone');
          return store.commit(writes);
        },
      },
      START,
      app.deps.packs,
    );
    await expect(failing.sweep()).rejects.toThrow('the power is gone');
    expect((await versionsOf(store, ids)).filter((hash) => hash === to)).toHaveLength(3);
    await app.sweep();
    await app.sweep();
    expect(new Set(await versionsOf(store, ids))).toEqual(new Set([to]));
    for (const id of ids)
      expect((await store.entries(id)).filter(({ kind }) => kind === 'migrated')).toHaveLength(1);
    await store.close();
  });
});

describe('moving all cases of a version', () => {
  it('leaves those whose legal deadline would move later, with the reason, and asks them again in another move', async () => {
    const { app, ada, anna, ids, from, store } = await scene(memoryStore(), (pack) => legal(pack, 'P9D'), 3);
    await visiting({ anna, ids: ids.slice(0, 1) });
    const planned = await ada.post('/api/version-moves/plan', { from });
    expect(planned.body).toMatchObject({ going: 2, staying: [{ case: ids[0], codes: ['deadline.later'] }] });
    await ada.post('/api/version-moves', { from, ...REASON });
    await app.sweep();
    expect((await versionsOf(store, ids)).map((hash) => hash === from)).toEqual([true, false, false]);
    const entries = await store.entries(ids[0] ?? '');
    expect(entries.at(-1)).toMatchObject({ kind: 'refused', refusal: { code: 'migration' } });
    const moves = at((await ada.get('/api/version-moves')).body, 'moves');
    expect(moves).toMatchObject([{ moved: 2, stayed: 1, state: 'done' }]);
    expect((await ada.post('/api/version-moves', { from, ...REASON })).status).toBe(202);
  });

  it('is an administrator’s alone, with a reason, one at a time, to another version of the same pack', async () => {
    const { ada, anna, from, to } = await scene(memoryStore(), undefined, 1);
    for (const [method, path, body] of [
      ['GET', ''],
      ['GET', '/m1'],
      ['POST', '/plan', { from }],
      ['POST', '', { from, ...REASON }],
      ['POST', '/m1/stop'],
      ['POST', '/m1/resume'],
    ] as const)
      expect((await anna.send(method, `/api/version-moves${path}`, body)).status).toBe(403);
    const start = (body: object) => ada.post('/api/version-moves', body);
    expect((await start({ from })).status).toBe(422);
    expect((await start({ from, to: from, ...REASON })).body).toMatchObject({
      error: 'migration.same_version',
    });
    expect((await start({ from: 'f'.repeat(64), ...REASON })).body).toMatchObject({
      error: 'pack.not_found',
    });
    const key = 'the-same-key';
    const first = await ada.post('/api/version-moves', { from, to, ...REASON }, key);
    expect((await ada.post('/api/version-moves', { from, to, ...REASON }, key)).body).toEqual(first.body);
    expect((await start({ from, ...REASON })).body).toMatchObject({ error: 'move.under_way' });
    expect((await ada.post('/api/version-moves/nothing/stop')).body).toMatchObject({
      error: 'move.not_found',
    });
    expect((await ada.get('/api/version-moves/nothing')).status).toBe(404);
  });
});

describe('one case', () => {
  it('is planned and moved by who carries it, and taken back until the next event', async () => {
    const { ada, anna, ids, from, to, store } = await scene(memoryStore(), (pack) => legal(pack, 'P1D'), 1);
    const [id = ''] = ids;
    await visiting({ anna, ids });
    const path = `/api/cases/${id}/migration`;
    const plan = (await anna.post(`${path}/plan`)).body;
    expect(plan).toMatchObject({ ok: true, to: { hash: to } });
    expect(at(plan, 'deadlines')).toContainEqual(
      expect.objectContaining({ change: 'earlier', deadline: 'visit_by' }),
    );
    expect((await store.entries(id)).filter(({ kind }) => kind === 'migrated')).toEqual([]);
    expect((await ada.post(`${path}/plan`)).status).toBe(404);
    expect((await anna.post(path)).status).toBe(422);
    const before = (await store.case(id))?.file;
    expect((await anna.post(path, REASON)).status).toBe(200);
    expect(await versionsOf(store, ids)).toEqual([to]);
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'same')).toBe(true);
    expect((await anna.post(path, REASON)).body).toMatchObject({ error: 'migration.same_version' });
    expect((await anna.post(`${path}/take-back`, REASON)).status).toBe(200);
    expect(await versionsOf(store, ids)).toEqual([from]);
    const { seq: _, head: __, ...after } = (await store.case(id))?.file ?? { seq: 0, head: '' };
    const { seq: ___, head: ____, ...was } = before ?? { seq: 0, head: '' };
    expect(after).toEqual(was);
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'same')).toBe(true);
    await anna.post(path, REASON);
    await anna.post(`/api/cases/${id}/facts`, { facts: { age: 9 } });
    const refused = await anna.post(`${path}/take-back`, REASON);
    expect(at(refused.body, 'details', 'refusal', 'migration', 0, 'code')).toBe('since');
  });

  it('stays with every reason when it cannot go, and belongs to who reads all of it', async () => {
    const { app, anna, ids, from, store } = await scene(memoryStore(), (pack) => legal(pack, 'P9D'), 1);
    const [id = ''] = ids;
    await visiting({ anna, ids });
    await anna.post(`/api/cases/${id}/assignments`, { role: 'teacher', person: 'tina' });
    const tina = await app.person('tina', ['teacher']);
    await anna.post(`/api/cases/${id}/assignments`, { role: 'teacher', person: 'tina' });
    const refused = await anna.post(`/api/cases/${id}/migration`, REASON);
    expect(refused.status).toBe(409);
    expect(at(refused.body, 'details', 'refusal', 'migration', 0)).toMatchObject({ code: 'deadline.later' });
    expect(await versionsOf(store, ids)).toEqual([from]);
    for (const [way, body] of [
      ['/plan', {}],
      ['', REASON],
      ['/take-back', REASON],
    ] as const)
      expect((await tina.post(`/api/cases/${id}/migration${way}`, body)).status).toBe(403);
    expect((await anna.post(`/api/cases/${id}/migration/take-back`, REASON)).body).toMatchObject({
      error: 'migration.none',
    });
  });
});
