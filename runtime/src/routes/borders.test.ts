import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { findAuditBreak } from '../audit/find-break.ts';
import { at, opened, testApp } from '../fixtures/test-app.ts';
import { memoryStore } from '../store/memory-store.ts';
import { StoreFailure } from '../store/store-error.ts';
import { ROUTES } from './described-routes.ts';

/** Every route that names a case, with a body it would take. */
const CASE_ROUTES: readonly (readonly [string, string, unknown?])[] = [
  ['GET', ''],
  ['GET', '/journal'],
  ['POST', '/events', { event: 'report_taken', facts: { risk: 'low' } }],
  ['POST', '/overrides', { event: 'visit_done', rules: ['child_was_heard'], reason: 'Because.' }],
  [
    'POST',
    '/rectifications',
    { event: 'visit_done', happened: '2026-03-02T08:00:00.000Z', reason: 'Typed late.' },
  ],
  ['POST', '/rectifications/preview', { event: 'visit_done', happened: '2026-03-02T08:00:00.000Z' }],
  ['POST', '/migration/plan', {}],
  ['POST', '/migration', { reason: 'A new law.' }],
  ['POST', '/migration/take-back', { reason: 'Too early.' }],
  ['GET', '/proposals/p1/preview'],
  ['POST', '/proposals/p1/confirm', {}],
  ['POST', '/proposals/p1/refuse', {}],
  ['POST', '/facts', { facts: { age: 9 } }],
  ['POST', '/notices/2.1/acknowledge', { role: 'supervisor' }],
  ['POST', '/assignments', { role: 'caseworker', person: 'mallory' }],
  ['PUT', '/drafts/visit', { facts: { age: 9 } }],
];

describe('a stranger’s case', () => {
  it('answers exactly as a case that does not exist, on every route', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker', 'supervisor']);
    const mallory = await app.person('mallory', ['caseworker', 'supervisor', 'judge', 'administrator']);
    const id = await opened(anna);
    for (const [method, path, body] of CASE_ROUTES) {
      const strange = await mallory.send(method, `/api/cases/${id}${path}`, body);
      const missing = await mallory.send(method, `/api/cases/nothing${path}`, body);
      expect(strange.status, `${method} ${path}`).toBe(404);
      expect(strange.body).toEqual(missing.body);
    }
    expect(at((await mallory.get('/api/cases')).body, 'cases')).toEqual([]);
    expect(at((await mallory.get('/api/deadlines')).body, 'deadlines')).toEqual([]);
    expect(at((await mallory.get('/api/notices')).body, 'notices')).toEqual([]);
    const about = await mallory.post('/api/complaints', { about: id });
    expect(about.status).toBe(404);
  });

  it('covers every route with a case in it', () => {
    const named = Object.keys(ROUTES).filter((route) => route.includes('/api/cases/:id'));
    expect(named).toHaveLength(CASE_ROUTES.length);
  });

  it('is any case in which the person is named, whatever their role', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna);
    const stored = await app.deps.store.case(id);
    if (!stored) throw new Error('the case is missing');
    const file = { ...stored.file, people: { anna: { relation: 'aunt' } } };
    await app.deps.store.commit([{ kind: 'case', case: { ...stored, file } }]);
    expect((await anna.get(`/api/cases/${id}`)).status).toBe(404);
    expect(at((await anna.get('/api/cases')).body, 'cases')).toEqual([]);
  });

  it('leaves a row in the audit for who tried', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const mallory = await app.person('mallory', ['caseworker']);
    const id = await opened(anna);
    await mallory.get(`/api/cases/${id}`);
    const rows = await app.deps.store.auditRows(1, 100);
    expect(rows.at(-1)).toMatchObject({
      account: 'mallory',
      subject: id,
      outcome: 'refused',
      code: 'case.not_found',
    });
  });
});

describe('without a session', () => {
  it('every route but the open ones answers 401', async () => {
    const app = testApp();
    const open = Object.entries(ROUTES).filter(([, { open: isOpen }]) => isOpen);
    expect(open.map(([route]) => route).sort()).toEqual([
      'GET /api/health',
      'GET /api/openapi.json',
      'GET /api/setup',
      'POST /api/session',
      'POST /api/setup',
    ]);
    for (const [route, { open: isOpen }] of Object.entries(ROUTES)) {
      if (isOpen) continue;
      const [method = '', path = ''] = route.split(' ');
      const reply = await app.ask(method, path.replace(/:\w+/g, 'x'), {
        body: method === 'GET' ? undefined : {},
      });
      expect(reply.status, route).toBe(401);
      expect(reply.body).toMatchObject({ error: 'session.missing' });
    }
  });

  it('the document describes exactly the routes that are served', () => {
    const { app } = createApp(testApp().deps);
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replace(/\/$/, '')}`);
    expect([...new Set(served)].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('gives the document as OpenAPI', async () => {
    const { body } = await testApp().ask('GET', '/api/openapi.json');
    expect(body).toMatchObject({ openapi: '3.1.0' });
    expect(at(body, 'paths', '/api/cases/{id}/events', 'post', 'requestBody')).toBeDefined();
  });
});

describe('headers and origins', () => {
  it('sends the content security policy, and nothing may be cached', async () => {
    const { headers } = await testApp().ask('GET', '/api/health');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("style-src 'self' 'unsafe-inline'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('sends a procedure compressed to who reads that, and what is of a case as it is', async () => {
    const test = testApp();
    const anna = await test.person('anna', ['caseworker']);
    const id = await opened(anna);
    const { app } = createApp(test.deps);
    const asked = async (path: string) =>
      app.request(path, { headers: { cookie: await anna.cookie(), 'accept-encoding': 'gzip, br' } });
    const pack = await asked('/api/packs/try-out');
    expect(pack.headers.get('content-encoding')).toBe('gzip');
    expect(pack.headers.get('vary')).toContain('Accept-Encoding');
    expect(JSON.parse(gunzipSync(await pack.arrayBuffer()).toString())).toEqual(
      (await anna.get('/api/packs/try-out')).body,
    );
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/journal`, '/api/cases', '/api/notices']) {
      const reply = await asked(path);
      expect(reply.status, path).toBe(200);
      expect(reply.headers.get('content-encoding'), path).toBeNull();
    }
  });

  it('refuses writes from another site, whatever the cookie', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const write = async (headers: Record<string, string>) =>
      (
        await app.ask('POST', '/api/cases', {
          body: { pack: 'try-out' },
          headers: {
            cookie: await anna.cookie(),
            'idempotency-key': 'origin-test',
            host: 'parcours.test',
            ...headers,
          },
        })
      ).status;
    expect(await write({ origin: 'https://evil.test' })).toBe(403);
    expect(await write({ origin: 'null' })).toBe(403);
    expect(await write({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await write({ origin: 'http://parcours.test' })).toBe(201);
  });
});

describe('the audit', () => {
  it('has a row for every read before the answer leaves, in one unbroken chain', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna);
    await anna.get(`/api/cases/${id}`);
    await anna.get(`/api/cases/${id}/journal`);
    await anna.get('/api/cases');
    await anna.get('/api/deadlines');
    const rows = await app.deps.store.auditRows(1, 100);
    expect(rows.map(({ action }) => action)).toEqual([
      'case.open',
      'case.read',
      'case.journal',
      'case.list',
      'deadline.list',
    ]);
    expect(rows.every((row) => row.account === 'anna' && row.subject === id)).toBe(true);
    expect(findAuditBreak(rows)).toBeUndefined();
  });

  it('that cannot be written keeps the answer back', async () => {
    const store = memoryStore();
    const app = testApp(store);
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna, { facts: { first_name: 'Invented' } });
    const cookie = await anna.cookie();
    let broken = false;
    const failing = testApp({
      ...store,
      commit: async (writes) => {
        if (broken) throw new StoreFailure('the disk is full', 'same-key');
        return store.commit(writes);
      },
    });
    broken = true;
    const reply = await failing.ask('GET', `/api/cases/${id}`, { headers: { cookie } });
    expect(reply).toMatchObject({ status: 503, body: { error: 'store.stopped' } });
    expect(JSON.stringify(reply.body)).not.toContain('Invented');
  });

  it('is not the log: what fails by surprise is told there by its kind and place, never by its words', async () => {
    const store = memoryStore();
    const anna = await testApp(store).person('anna', ['caseworker']);
    const cookie = await anna.cookie();
    const failing = testApp({
      ...store,
      cases: async () => {
        throw new Error('no row for Ramatoulaye');
      },
    });
    const reply = await failing.ask('GET', '/api/cases', { headers: { cookie } });
    expect(reply).toMatchObject({ status: 500, body: { error: 'server.failed' } });
    expect(failing.logged.join()).toContain('a request failed');
    expect(JSON.stringify(reply.body) + failing.logged.join()).not.toContain('Ramatoulaye');
  });

  it('and the log hold nothing that somebody wrote', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna, { facts: { first_name: 'Ramatoulaye' } });
    await anna.post(`/api/cases/${id}/events`, { event: 'visit_done', facts: { told: 'Ramatoulaye cried' } });
    await anna.get(`/api/cases/${id}`);
    expect(JSON.stringify(await app.deps.store.auditRows(1, 100))).not.toContain('Ramatoulaye');
    expect(app.logged.join()).not.toContain('Ramatoulaye');
  });
});

describe('tiers', () => {
  it('hide from a role what its sector may not read, in the case, its guide, its journal and its proposals', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const dora = await app.person('dora', ['judge']);
    const tina = await app.person('tina', ['teacher']);
    const id = await opened(anna, { assignments: { judge: 'dora', teacher: 'tina' } });
    await anna.post(`/api/cases/${id}/facts`, {
      facts: {
        told: 'What the child told.',
        first_name: 'Invented',
        visits: [{ id: 'v1', visited_on: '2026-03-01', seen_alone: true }],
      },
    });
    const own = await anna.get(`/api/cases/${id}`);
    expect(JSON.stringify(own.body)).toContain('What the child told.');
    for (const [who, sees] of [
      [dora, true],
      [tina, false],
    ] as const) {
      const { body } = await who.get(`/api/cases/${id}`);
      const journal = (await who.get(`/api/cases/${id}/journal`)).body;
      for (const answer of [body, journal]) {
        expect(JSON.stringify(answer)).not.toContain('What the child told.');
        expect(JSON.stringify(answer).includes('Invented')).toBe(sees);
        expect(JSON.stringify(answer)).not.toContain('seen_alone":true');
      }
      expect(at(body, 'hidden')).toContain('told');
      expect(at(body, 'file', 'facts', 'visits', 'value', 0)).toEqual({ id: 'v1', visited_on: '2026-03-01' });
      expect(at(journal, 'check', 'same')).toBe(true);
      const correction = await who.post(`/api/cases/${id}/facts`, { correct: { told: 'x' }, reason: 'y' });
      expect(correction.status).toBe(403);
    }
  });

  it('name the child in the list of cases only to who may read a name', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const dora = await app.person('dora', ['judge']);
    const tina = await app.person('tina', ['teacher']);
    await opened(anna, {
      assignments: { judge: 'dora', teacher: 'tina' },
      facts: { first_name: 'Invented' },
    });
    const listed = async (who: typeof anna) => at((await who.get('/api/cases')).body, 'cases', 0);
    expect(await listed(anna)).toMatchObject({ child: 'Invented' });
    expect(await listed(dora)).toMatchObject({ child: 'Invented' });
    expect(await listed(tina)).not.toHaveProperty('child');
    expect(JSON.stringify(await listed(tina))).not.toContain('Invented');
  });

  it('show the reasons that people write to who reads the narrative of the case, and to nobody else', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const bruno = await app.person('bruno', ['supervisor']);
    const dora = await app.person('dora', ['judge']);
    const tina = await app.person('tina', ['teacher']);
    const id = await opened(anna, { assignments: { supervisor: 'bruno', judge: 'dora', teacher: 'tina' } });
    const reason = 'A neighbour told her story.';
    await anna.post(`/api/cases/${id}/facts`, { facts: { risk: 'high' }, reason });
    for (const [who, reads] of [
      [anna, true],
      [bruno, true],
      [dora, false],
      [tina, false],
    ] as const) {
      const journal = (await who.get(`/api/cases/${id}/journal`)).body;
      expect(JSON.stringify(journal).includes(reason)).toBe(reads);
    }
  });

  it('never hide from somebody what they wrote', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const tina = await app.person('tina', ['teacher']);
    const id = await opened(anna, { assignments: { teacher: 'tina' } });
    expect((await tina.post(`/api/cases/${id}/facts`, { facts: { told: 'She told me so.' } })).status).toBe(
      200,
    );
    expect(JSON.stringify((await tina.get(`/api/cases/${id}`)).body)).toContain('She told me so.');
  });
});

describe('a complaint', () => {
  it('is sealed: no trace in the first case, seen by its officers alone, acknowledged by a code', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const olga = await app.person('olga', ['complaints_officer']);
    const bruno = await app.person('bruno', ['supervisor', 'administrator']);
    const id = await opened(anna, { assignments: { supervisor: 'bruno' } });
    const before = JSON.stringify((await app.deps.store.case(id))?.file);
    const entries = await app.deps.store.entries(id);
    const reply = await anna.post('/api/complaints', {
      about: id,
      facts: { complaint_text: 'They did not listen.' },
    });
    expect(reply.status).toBe(201);
    expect(Object.keys(reply.body as object)).toEqual(['acknowledgement']);
    expect(JSON.stringify((await app.deps.store.case(id))?.file)).toBe(before);
    expect(await app.deps.store.entries(id)).toEqual(entries);
    expect(await app.deps.store.outbox(id)).toEqual([]);
    for (const blind of [anna, bruno]) {
      const list = at((await blind.get('/api/cases')).body, 'cases') as { id: string }[];
      expect(list.map((one) => one.id)).toEqual([id]);
    }
    const sealed = at((await olga.get('/api/cases')).body, 'cases', 0);
    expect(sealed).toMatchObject({ reference: at(reply.body, 'acknowledgement') });
    const complaint = String(at(sealed, 'id'));
    const seen = await olga.get(`/api/cases/${complaint}`);
    expect(at(seen.body, 'file', 'facts', 'complaint_text', 'value')).toBe('They did not listen.');
    expect(at(seen.body, 'file', 'links')).toEqual([{ kind: 'linked', case: id }]);
    expect((await anna.get(`/api/cases/${complaint}`)).status).toBe(404);
    expect((await bruno.get(`/api/cases/${complaint}`)).status).toBe(404);
    expect((await olga.get(`/api/cases/${id}`)).status).toBe(404);
    const answered = await olga.post(`/api/cases/${complaint}/events`, { event: 'complaint_answered' });
    expect(answered.body).toMatchObject({ status: 'closed' });
  });

  it('is opened through its own door only', async () => {
    const app = testApp();
    const olga = await app.person('olga', ['complaints_officer', 'caseworker']);
    const reply = await olga.post('/api/cases', { pack: 'try-out-complaint' });
    expect(reply.body).toMatchObject({ error: 'pack.sealed' });
    expect((await olga.post('/api/complaints', { pack: 'try-out' })).status).toBe(404);
  });
});

describe('packs', () => {
  it('are listed with what was found in them, and read whole', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const list = at((await anna.get('/api/packs')).body, 'packs');
    expect(list).toContainEqual(
      expect.objectContaining({ id: 'try-out', runs: true, sealed: false, roles: ['caseworker'] }),
    );
    expect(list).toContainEqual(
      expect.objectContaining({ id: 'try-out-complaint', sealed: true, roles: [] }),
    );
    const { body } = await anna.get('/api/packs/try-out');
    expect(at(body, 'pack', 'machine', 'id')).toBe('try_out');
    expect(at(body, 'findings')).toBeInstanceOf(Array);
    expect((await anna.get('/api/packs/nothing')).status).toBe(404);
    expect((await anna.post('/api/cases', { pack: 'nothing' })).status).toBe(404);
    const tina = await app.person('olga', ['complaints_officer']);
    expect((await tina.post('/api/cases', { pack: 'try-out' })).body).toMatchObject({
      error: 'pack.no_role',
    });
  });
});
