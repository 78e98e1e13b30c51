import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { at, opened, type Person, type TestApp, testApp } from '../fixtures/test-app.ts';
import { libsqlStore } from '../store/libsql-store.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-notices-'));
let last = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Line = Readonly<Record<string, unknown>>;
const noticesOf = async (who: Person, query = ''): Promise<readonly Line[]> =>
  at((await who.get(`/api/notices${query}`)).body, 'notices') as Line[];

/** A case on the try-out procedure in which a danger has been told. */
async function scene(store: Store) {
  const app = testApp(store);
  const anna = await app.person('anna', ['caseworker']);
  const bruno = await app.person('bruno', ['supervisor']);
  const id = await opened(anna, { assignments: { supervisor: 'bruno' } });
  return { app, anna, bruno, id };
}
const danger = (who: Person, id: string) =>
  who.post(`/api/cases/${id}/facts`, { facts: { danger_seen: true } });
const deliveries = async (app: TestApp) =>
  (await app.deps.store.auditRows(1, 1_000)).filter(({ action }) => action === 'effect.deliver').length;

const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ['in memory', async () => memoryStore()],
  ['libSQL', () => libsqlStore({ file: join(folder, `${++last}.db`), key: 'k'.repeat(64) })],
];

describe.each(STORES)('effects, %s', (_, make) => {
  it('are told once to who has the role, in the words of the pack, whatever is swept', async () => {
    const { app, anna, bruno, id } = await scene(await make());
    await danger(anna, id);
    expect(await noticesOf(bruno)).toEqual([]);
    await Promise.all([app.sweep(), app.sweep(), testApp(app.deps.store).sweep()]);
    await app.sweep();
    expect(await noticesOf(bruno)).toMatchObject([
      { case: id, kind: 'notify', role: 'supervisor', account: 'bruno', mine: true, outcome: 'told' },
    ]);
    expect(at(await noticesOf(bruno), 0, 'label', 'en')).toBe('Tell the supervisor');
    expect(await noticesOf(anna)).toEqual([]);
    expect(await deliveries(app)).toBe(1);
    await app.deps.store.close();
  });

  it('open a linked case once, by who has the role, and never a complaint', async () => {
    const { app, anna, bruno, id } = await scene(await make());
    await danger(anna, id);
    const effect = { key: '2.71', effect: 'tell_supervisor', kind: 'open_linked_case' } as const;
    const to = ['supervisor'];
    await app.deps.store.commit([
      {
        kind: 'outbox',
        rows: [
          { case: id, at: app.clock.now(), effect: { ...effect, to, pack: 'try-out' } },
          {
            case: id,
            at: app.clock.now(),
            effect: { ...effect, key: '2.72', to, pack: 'try-out-complaint' },
          },
          { case: id, at: app.clock.now(), effect: { ...effect, key: '2.73', to, pack: 'nothing' } },
        ],
      },
    ]);
    await Promise.all([app.sweep(), testApp(app.deps.store).sweep()]);
    await app.sweep();
    const cases = at((await bruno.get('/api/cases')).body, 'cases') as { id: string }[];
    expect(cases).toHaveLength(2);
    const linked = cases.find((one) => one.id !== id)?.id ?? '';
    expect(at((await bruno.get(`/api/cases/${linked}`)).body, 'file')).toMatchObject({
      links: [{ kind: 'linked', case: id }],
      assignments: { supervisor: 'bruno' },
    });
    expect(at((await bruno.get(`/api/cases/${linked}/journal`)).body, 'check')).toMatchObject({ same: true });
    const told = await noticesOf(bruno, `?case=${id}`);
    const byKey = Object.fromEntries(told.map((line) => [line.key, [line.outcome, line.opened]]));
    expect(byKey).toMatchObject({
      '2.71': ['done', linked],
      '2.72': ['by_hand', undefined],
      '2.73': ['by_hand', undefined],
    });
    expect((await anna.get(`/api/cases/${linked}`)).status).toBe(404);
    await app.deps.store.close();
  });

  it('give a role to who is named, when that account holds it, and leave it to people otherwise', async () => {
    const { app, anna, id } = await scene(await make());
    const dora = await app.person('dora', ['judge']);
    await danger(anna, id);
    const assign = (key: string, role: string, person?: string) => ({
      case: id,
      at: app.clock.now(),
      effect: {
        key,
        effect: 'tell_supervisor',
        kind: 'assign' as const,
        to: [role],
        ...(person === undefined ? {} : { person }),
      },
    });
    await app.deps.store.commit([
      {
        kind: 'outbox',
        rows: [
          assign('2.71', 'judge', 'NAME-DORA'),
          assign('2.72', 'teacher', 'dora'),
          assign('2.73', 'teacher'),
          assign('2.74', 'judge', 'dora'),
        ],
      },
    ]);
    await app.sweep();
    await app.sweep();
    expect((await dora.get(`/api/cases/${id}`)).status).toBe(200);
    const journal = (await dora.get(`/api/cases/${id}/journal`)).body;
    const assigned = (at(journal, 'entries') as Line[]).filter(({ kind }) => kind === 'assigned');
    expect(assigned).toMatchObject([{ by: 'anna' }]);
    expect(at(journal, 'check', 'same')).toBe(true);
    const outcomes = (await app.deps.store.notices({ assigned: 'anna', sealedPacks: [], limit: 10 })).map(
      ({ delivery }) => [delivery.key, delivery.outcome],
    );
    expect(Object.fromEntries(outcomes)).toMatchObject({
      '2.71': 'done',
      '2.72': 'by_hand',
      '2.73': 'by_hand',
      '2.74': 'done',
    });
    await app.deps.store.close();
  });
});

describe('notices', () => {
  it('that reached nobody are shown to everybody who carries the case', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna);
    await danger(anna, id);
    await app.sweep();
    const [line] = await noticesOf(anna);
    expect(line).toMatchObject({ role: 'supervisor', mine: false });
    expect(line).not.toHaveProperty('account');
  });

  it('of a stranger’s case are never shown, nor those of a case in which one is named', async () => {
    const { app, anna, bruno, id } = await scene(memoryStore());
    const mallory = await app.person('mallory', ['supervisor', 'administrator']);
    await danger(anna, id);
    await app.sweep();
    expect(await noticesOf(mallory)).toEqual([]);
    expect(await noticesOf(mallory, `?case=${id}`)).toEqual([]);
    const stored = await app.deps.store.case(id);
    if (!stored) throw new Error('the case is missing');
    const file = { ...stored.file, people: { bruno: { relation: 'uncle' } } };
    await app.deps.store.commit([{ kind: 'case', case: { ...stored, file } }]);
    expect(await noticesOf(bruno)).toEqual([]);
  });

  it('that ask for it are acknowledged once, by who has the role', async () => {
    const { app, anna, bruno, id } = await scene(memoryStore());
    await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'high' } });
    await app.sweep();
    const [line] = await noticesOf(bruno, '?waiting=true');
    expect(line).toMatchObject({ role: 'supervisor', acknowledge: true });
    const path = `/api/cases/${id}/notices/${String(line?.key)}/acknowledge`;
    expect((await anna.post(path, { role: 'supervisor' })).status).toBe(403);
    expect((await anna.post(path, { role: 'caseworker' })).status).toBe(404);
    const first = await bruno.post(path, { role: 'supervisor' });
    expect(first).toMatchObject({ status: 200, body: { by: 'bruno' } });
    expect((await bruno.post(path, { role: 'supervisor' })).body).toEqual(first.body);
    expect(await noticesOf(bruno, '?waiting=true')).toEqual([]);
    expect(await noticesOf(bruno)).toMatchObject([{ acknowledged: { by: 'bruno' } }]);
  });

  it('an effect that fails is tried again, and hides no other', async () => {
    const { app, anna, bruno, id } = await scene(memoryStore());
    const effect = { key: '99.1', effect: 'tell_supervisor', kind: 'notify', to: ['supervisor'] } as const;
    await app.deps.store.commit([{ kind: 'outbox', rows: [{ case: id, at: '2020-01-01', effect }] }]);
    await danger(anna, id);
    await app.sweep();
    expect(await noticesOf(bruno)).toHaveLength(1);
    expect(await app.deps.store.waitingEffects(10)).toHaveLength(1);
    expect(app.logged.join()).toContain('could not be delivered');
  });
});
