import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '@parcours/engine';
import { describe, expect, it } from 'vitest';
import { addSafeguard, BROKEN, draftingTable, TODAY } from '../fixtures/drafting-table.ts';
import { at, opened, testApp } from '../fixtures/test-app.ts';
import { shelvePublications } from '../packs/shelve-publications.ts';
import type { VersionDiff, VersionList } from '../queries/list-versions.ts';
import type { DecisionView } from '../queries/read-decision.ts';
import type { DraftMinutes } from '../queries/read-minutes.ts';
import type { PackView } from '../queries/read-pack.ts';
import { libsqlStore } from '../store/libsql-store.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';

const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ['in memory', async () => memoryStore()],
  [
    'in libSQL',
    () =>
      libsqlStore({
        file: join(mkdtempSync(join(tmpdir(), 'parcours-drafts-')), 'test.db'),
        key: 'k'.repeat(64),
      }),
  ],
];

const TITLE = { op: 'replace', path: ['pack', 'title', 'en'], value: 'Tried out twice' } as const;
/** The judge has a part in it: a second sector is asked. */
const JUDGE_REPORTS = {
  op: 'add' as const,
  path: ['events', 'report_taken', 'by'],
  value: ['caseworker', 'judge'],
};
const title = { ...TITLE, path: [...TITLE.path] };

describe.each(STORES)('from a draft to a version, %s', (_name, make) => {
  it('is reviewed, approved by every sector, let through and published; running cases stay where they are', async () => {
    const table = await draftingTable({ store: await make() });
    const { app, author, publisher, path, store } = table;
    const anna = await app.person('carl', ['caseworker']);
    const before = await opened(anna);
    await table.change(title, JUDGE_REPORTS);
    const hash = await table.review();
    expect((await table.change(title)).body).toMatchObject({ error: 'draft.in_review' });
    const given = { sector: 'justice', hash, function: 'Head of justice', body: 'Body of justice' };
    expect((await table.bySector['justice']?.post(`${path}/approvals`, given))?.status).toBe(200);
    const early = await publisher.post(`${path}/publish`, { version: '2.0.0', effective: TODAY });
    expect(early.body).toMatchObject({ error: 'draft.not_approved', details: { missing: ['social'] } });
    await table.approveAll(hash);
    expect((await publisher.get(`${path}/gate`)).body).toMatchObject({
      state: 'done',
      report: { hash, passes: true, analysed: true, scenarios: [{ id: 'to_closure', ok: true }] },
    });
    const published = await publisher.post(`${path}/publish`, { version: '2.0.0', effective: TODAY });
    expect(published).toMatchObject({ status: 200, body: { pack: 'try-out', version: '2.0.0' } });
    const version = String(at(published.body, 'hash'));

    const { pack } = (await anna.get('/api/packs/try-out')).body as Required<PackView>;
    expect(pack.pack).toMatchObject({
      version: '2.0.0',
      title: { en: 'Tried out twice' },
      effective: TODAY,
      review: { state: 'validated' },
    });
    expect(pack.pack.review.validations).toEqual(
      ['justice', 'social'].map((sector) => ({
        sector,
        body: `Body of ${sector}`,
        function: `Head of ${sector}`,
        person: `Person ${sector}`,
        on: '2026-03-02',
        act: `Parcours ${hash.slice(0, 12)}`,
      })),
    );
    expect((await store.case(await opened(anna)))?.file.pack.hash).toBe(version);
    expect((await store.case(before))?.file.pack.version).toBe('1.0.0');
    expect((await author.post(`${path}/review`, { state: 'drawing' })).body).toMatchObject({
      error: 'draft.published',
    });

    const again = testApp(store);
    await shelvePublications(again.deps);
    expect(again.deps.packs.get('try-out')).toMatchObject({ hash: version, chain: ['try-out@2.0.0'] });
    expect((await store.case(await opened(await again.person('carl', ['caseworker']))))?.file.pack.hash).toBe(
      version,
    );
    await store.close();
  });

  it('an approval is of exactly one text, and ends when the draft changes', async () => {
    const table = await draftingTable({ store: await make() });
    const { author, publisher, path, bySector, store } = table;
    const first = await table.review();
    await table.approveAll(first);
    await author.post(`${path}/review`, { state: 'drawing' });
    await table.change(title);
    const second = await table.review();
    expect(second).not.toBe(first);
    const stale = { sector: 'social', hash: first, function: 'Head', body: 'Body' };
    expect((await bySector['social']?.post(`${path}/approvals`, stale))?.body).toMatchObject({
      error: 'draft.changed_since',
      details: { hash: second },
    });
    const refused = await publisher.post(`${path}/publish`, { version: '2.0.0', effective: TODAY });
    expect(refused).toMatchObject({ status: 409, body: { error: 'draft.not_approved' } });
    const { sectors } = (await author.get(`${path}/decision`)).body as DecisionView;
    expect(sectors.every(({ approval }) => approval === undefined)).toBe(true);
    await author.post(`${path}/review`, { state: 'drawing' });
    await table.change({ ...title, value: 'Try-out (invented)' });
    expect(await table.review()).toBe(first);
    const back = await publisher.post(`${path}/publish`, { version: '2.0.0', effective: TODAY });
    expect(back.body).toMatchObject({ error: 'draft.not_approved' });
    await store.close();
  });

  it('uses a version number once, whoever is first', async () => {
    const table = await draftingTable({ store: await make() });
    const other = await draftingTable({ app: table.app });
    for (const { approveAll, review } of [table, other]) await approveAll(await review());
    const old = await table.publisher.post(`${table.path}/publish`, { version: '1.0.0', effective: TODAY });
    expect(old.body).toMatchObject({ error: 'draft.version_taken' });
    const [first, second] = await Promise.all(
      [table, other].map(({ publisher, path }) =>
        publisher.post(`${path}/publish`, { version: '2.0.0', effective: TODAY }),
      ),
    );
    expect([first?.status, second?.status].sort()).toEqual([200, 409]);
    expect([first, second].find((one) => one?.status === 409)?.body).toMatchObject({
      error: 'draft.version_taken',
    });
    expect(await table.store.publications('try-out')).toHaveLength(1);
    await table.store.close();
  });

  it('keeps the history of a procedure, with what each version says differently', async () => {
    const table = await draftingTable({ store: await make() });
    await table.change(title);
    await table.approveAll(await table.review());
    await table.publisher.post(`${table.path}/publish`, { version: '1.1.0', effective: TODAY });
    const { versions } = (await table.author.get('/api/packs/try-out/versions')).body as VersionList;
    expect(versions).toMatchObject([
      {
        version: '1.1.0',
        inEffect: true,
        effective: { from: '2026-03-01T23:00:00.000Z' },
        published: { by: 'pia', name: 'Person pia', report: { passes: true } },
      },
      { version: '1.0.0', inEffect: false },
    ]);
    const diff = (await table.author.get(`/api/packs/try-out/versions/${versions[0]?.hash}/diff`))
      .body as VersionDiff;
    expect(diff).toMatchObject({ from: { version: '1.0.0' }, to: { version: '1.1.0' } });
    expect(diff.differences.map(({ path }) => path)).toContain('pack/title');
    const unknown = await table.author.get(`/api/packs/try-out/versions/${'0'.repeat(64)}/diff`);
    expect(unknown.status).toBe(404);
    await table.store.close();
  });
});

describe('who decides', () => {
  it('nobody publishes what they wrote, or began, nor without being a publisher', async () => {
    const table = await draftingTable();
    const { app, author, path } = table;
    const both = await app.person('bo', ['author', 'publisher']);
    await author.post(`${path}/pen`, { act: 'leave' });
    const told = {
      kind: 'do',
      command: 'set_field',
      names: {},
      places: ['pack'],
      patches: [title],
      inverse: [],
    };
    expect((await both.post(`${path}/changes`, { revision: 0, changes: [told] })).status).toBe(200);
    await both.post(`${path}/pen`, { act: 'leave' });
    await table.approveAll(await table.review());
    const publish = { version: '2.0.0', effective: TODAY };
    expect(await both.post(`${path}/publish`, publish)).toMatchObject({
      status: 409,
      body: { error: 'draft.same_person' },
    });
    expect((await author.post(`${path}/publish`, publish)).status).toBe(403);
    await app.deps.store.commit([
      { kind: 'account', account: { ...author.account, roles: ['author', 'publisher'] } },
    ]);
    expect((await author.post(`${path}/publish`, publish)).body).toMatchObject({
      error: 'draft.same_person',
    });
    expect(await table.store.publications()).toEqual([]);
    expect((await table.publisher.post(`${path}/publish`, publish)).status).toBe(200);
  });

  it('a sector approves by somebody of its own, once, and only where it has a part', async () => {
    const table = await draftingTable();
    const { path, bySector } = table;
    const hash = await table.review();
    const as = (who: string, sector: string) =>
      bySector[who]?.post(`${path}/approvals`, { sector, hash, function: 'Head', body: 'Body' });
    expect((await as('justice', 'social'))?.body).toMatchObject({ error: 'draft.other_sector' });
    expect((await as('health', 'health'))?.body).toMatchObject({ error: 'draft.sector_not_asked' });
    expect((await as('social', 'social'))?.status).toBe(200);
    expect((await as('social', 'social'))?.body).toMatchObject({ error: 'draft.sector_approved' });
    const decision = (await bySector['social']?.get(`${path}/decision`))?.body as DecisionView;
    expect(decision.mayApprove).toBeUndefined();
    expect(decision.mayNotPublish).toBe('no_publisher');
  });

  it('a sector takes its approval back with a reason, which the minutes keep, and may approve again', async () => {
    const table = await draftingTable();
    const { author, path, bySector, publisher } = table;
    const publish = { version: '2.0.0', effective: TODAY };
    const hash = await table.review();
    const withdraw = (who: string, reason = 'The interpreter was forgotten') =>
      bySector[who]?.post(`${path}/approvals/withdraw`, { sector: 'social', reason });
    expect((await withdraw('social'))?.body).toMatchObject({ error: 'draft.sector_not_approved' });
    await table.approveAll(hash);
    expect((await withdraw('justice'))?.body).toMatchObject({ error: 'draft.other_sector' });
    expect((await withdraw('social', ' '))?.status).toBe(422);
    const before = (await bySector['social']?.get(`${path}/decision`))?.body as DecisionView;
    expect(before).toMatchObject({ mayWithdraw: 'social' });
    expect((await withdraw('social'))?.status).toBe(200);
    const after = (await bySector['social']?.get(`${path}/decision`))?.body as DecisionView;
    expect(after).toMatchObject({ mayApprove: 'social', sectors: [{ sector: 'social' }] });
    expect(after.mayWithdraw).toBeUndefined();
    expect((await publisher.post(`${path}/publish`, publish)).body).toMatchObject({
      error: 'draft.not_approved',
    });
    const minutes = (await author.get(`${path}/minutes`)).body as DraftMinutes;
    expect(minutes.sittings.flatMap(({ acts }) => acts.map(({ act }) => act)).at(-1)).toEqual({
      kind: 'withdrawn',
      sector: 'social',
      hash,
      reason: 'The interpreter was forgotten',
    });
    await table.approveAll(hash);
    expect((await publisher.post(`${path}/publish`, publish)).status).toBe(200);
    expect((await withdraw('social'))?.body).toMatchObject({ error: 'draft.not_in_review' });
  });

  it('only an author begins and ends a review, and nobody is interrupted while they write', async () => {
    const table = await draftingTable();
    const { app, author, path, publisher } = table;
    expect((await publisher.post(`${path}/review`, { state: 'review' })).status).toBe(403);
    const ben = await app.person('ben', ['author']);
    await author.post(`${path}/here`, {});
    expect((await ben.post(`${path}/review`, { state: 'review' })).body).toMatchObject({
      error: 'draft.pen_held',
    });
    await table.review();
    expect((await ben.post(`${path}/pen`, { act: 'take' })).body).toMatchObject({ error: 'draft.in_review' });
    expect((await publisher.post(`${path}/review`, { state: 'drawing' })).status).toBe(403);
    expect((await ben.post(`${path}/review`, { state: 'drawing' })).status).toBe(200);
    expect((await ben.post(`${path}/review`, { state: 'drawing' })).body).toMatchObject({
      error: 'draft.not_in_review',
    });
  });

  it('a draft that is closed is not changed, and can be opened again', async () => {
    const table = await draftingTable();
    expect((await table.author.post(`${table.path}/close`)).status).toBe(200);
    expect((await table.change(title)).body).toMatchObject({ error: 'draft.closed' });
    expect((await table.author.post(`${table.path}/close`)).body).toMatchObject({ error: 'draft.closed' });
    await table.author.post(`${table.path}/review`, { state: 'drawing' });
    expect((await table.change(title)).status).toBe(200);
  });
});

describe('the gate', () => {
  const publish = { version: '2.0.0', effective: TODAY };

  it('is shut by a broken safeguard, whose story it tells', async () => {
    const table = await draftingTable();
    await table.change(addSafeguard(BROKEN));
    await table.approveAll(await table.review());
    const gate = (await table.author.get(`${table.path}/gate`)).body;
    expect(gate).toMatchObject({
      report: { passes: false, verdicts: [{ id: 'heard', verdict: 'broken' }], brokenByLaw: [] },
    });
    expect(at(gate, 'report', 'verdicts', 0, 'story', 'acts', 0)).toBeDefined();
    const refused = await table.publisher.post(`${table.path}/publish`, publish);
    expect(refused).toMatchObject({
      status: 409,
      body: { error: 'draft.gate_shut', details: { findings: [{ code: 'safeguard.broken' }] } },
    });
    expect(table.app.deps.packs.get('try-out')?.pack?.pack.version).toBe('1.0.0');
  });

  it('opens when a law that is cited by its article breaks it, and says so; an article that nobody found shuts it', async () => {
    const law = (article: Partial<Pack['sources'][string]>) => ({
      op: 'add' as const,
      path: ['sources', 'old_law'],
      value: { instrument: { en: 'Old law' }, confidence: 'read', ...article },
    });
    const brokenBy = {
      ...BROKEN,
      broken_by: { sources: ['old_law'], note: { en: 'Until it is reformed.' } },
    };
    const table = await draftingTable();
    await table.change(law({}), addSafeguard(brokenBy));
    await table.approveAll(await table.review());
    const shut = await table.publisher.post(`${table.path}/publish`, publish);
    expect(at(shut.body, 'details', 'findings', 0, 'code')).toBe('safeguard.no_article');
    await table.author.post(`${table.path}/review`, { state: 'drawing' });
    await table.change(law({ article: '12' }));
    await table.approveAll(await table.review());
    const open = await table.publisher.post(`${table.path}/publish`, publish);
    expect(open.status).toBe(200);
    const [publication] = await table.store.publications('try-out');
    expect(publication?.report).toMatchObject({ passes: true, brokenByLaw: ['heard'] });
    expect(table.app.deps.packs.get('try-out')?.findings.map(({ code }) => code)).toContain(
      'safeguard.broken_by_law',
    );
  });

  it('is shut by a scenario that goes otherwise than it expects', async () => {
    const table = await draftingTable();
    await table.change({
      op: 'add',
      path: ['scenarios', 'to_closure', 'expect', 'outcome'],
      value: 'support',
    });
    const gate = (await table.author.get(`${table.path}/gate`)).body;
    expect(gate).toMatchObject({ report: { passes: false, scenarios: [{ id: 'to_closure', ok: false }] } });
    expect(JSON.stringify(gate)).toContain('scenario.otherwise');
  });
});

describe('days on which a version counts', () => {
  it('opens no case before its first day, and none after its last', async () => {
    const table = await draftingTable();
    const carl = await table.app.person('carl', ['caseworker']);
    await table.approveAll(await table.review());
    const effective = { from: '2026-04-01', until: '2026-04-30' };
    await table.publisher.post(`${table.path}/publish`, { version: '2.0.0', effective });
    const on = async () => (await table.store.case(await opened(carl)))?.file.pack.version;
    expect(await on()).toBe('1.0.0');
    table.app.clock.leapTo('2026-03-31T22:59:59.999Z');
    expect(await on()).toBe('1.0.0');
    table.app.clock.leapTo('2026-03-31T23:00:00.000Z');
    expect(await on()).toBe('2.0.0');
    table.app.clock.leapTo('2026-04-30T22:59:59.999Z');
    expect(await on()).toBe('2.0.0');
    table.app.clock.leapTo('2026-04-30T23:00:00.000Z');
    expect(await on()).toBe('1.0.0');
  });

  it('a procedure says since when it is in force, and which version waits for its day', async () => {
    const table = await draftingTable();
    await table.approveAll(await table.review());
    const effective = { from: '2026-04-01', until: '2026-04-30' };
    const told = await table.publisher.post(`${table.path}/publish`, { version: '2.0.0', effective });
    const read = async (id = 'try-out') =>
      ((await table.author.get(`/api/packs/${id}`)).body as PackView).inForce;
    const from = '2026-03-31T23:00:00.000Z';
    const days = { from, until: '2026-04-30T22:59:59.999Z' };
    expect(await read()).toEqual({ standing: 'in_effect', next: { version: '2.0.0', from } });
    expect(await read(String(at(told.body, 'hash')))).toEqual({ standing: 'not_yet', ...days });
    const old = String(table.app.deps.packs.get('try-out')?.hash);
    table.app.clock.leapTo(from);
    expect(await read()).toEqual({ standing: 'in_effect', ...days });
    expect(await read(old)).toEqual({ standing: 'replaced' });
    table.app.clock.leapTo('2026-04-30T23:00:00.000Z');
    expect(await read()).toEqual({ standing: 'in_effect' });
  });

  it('a procedure whose only version is yet to come is read, and opens nothing', async () => {
    const table = await draftingTable({
      from: { copy: 'try-out', id: 'try-again', title: { en: 'Again' }, jurisdiction: '001' },
    });
    const carl = await table.app.person('carl', ['caseworker']);
    await table.approveAll(await table.review());
    await table.publisher.post(`${table.path}/publish`, {
      version: '1.0.0',
      effective: { from: '2026-05-01' },
    });
    const refused = await carl.post('/api/cases', { pack: 'try-again' });
    expect(refused).toMatchObject({ status: 409, body: { error: 'pack.not_effective' } });
    const listed = at((await carl.get('/api/packs')).body, 'packs') as { id: string }[];
    expect(listed.find(({ id }) => id === 'try-again')).toMatchObject({ runs: false, waits: 'not_yet' });
    expect((await carl.get('/api/packs/try-again')).body).toMatchObject({
      inForce: { standing: 'not_yet', from: expect.stringContaining('2026-04-30T') },
    });
    const ada = await table.app.person('ada', ['administrator']);
    const from = table.app.deps.packs.get('try-out')?.hash;
    const to = table.app.deps.packs.get('try-again')?.hash;
    expect((await ada.post('/api/version-moves/plan', { from, to })).status).toBe(422);
  });

  it('a case is not moved to a version before its first day', async () => {
    const table = await draftingTable();
    await table.approveAll(await table.review());
    const told = await table.publisher.post(`${table.path}/publish`, {
      version: '2.0.0',
      effective: { from: '2026-05-01' },
    });
    await opened(await table.app.person('carl', ['caseworker']));
    const ada = await table.app.person('ada', ['administrator']);
    const plan = { from: table.app.deps.packs.get('try-out')?.hash, to: at(told.body, 'hash') };
    expect((await ada.post('/api/version-moves/plan', plan)).body).toMatchObject({
      error: 'pack.not_effective',
    });
  });
});
