import { describe, expect, it } from 'vitest';
import { at, SETUP_CODE, type TestApp, testApp } from '../fixtures/test-app.ts';

const FIRST = { name: 'Ada', displayName: 'Ada', password: 'a long password' };
const setUp = (app: TestApp, extra: object = {}) =>
  app.ask('POST', '/api/setup', { body: { ...FIRST, code: SETUP_CODE, ...extra } });
const signIn = (app: TestApp, body: object) => app.ask('POST', '/api/session', { body });
const cookieOf = (headers: Headers) => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('the first administrator', () => {
  it('needs the one-time code of the terminal, however it is typed, once', async () => {
    const app = testApp();
    expect((await app.ask('GET', '/api/setup')).body).toEqual({ needed: true, demo: false });
    expect((await setUp(app, { code: 'WRONG-CODE-HERE' })).body).toMatchObject({ error: 'setup.code' });
    const made = await setUp(app, { code: ' abcd efgh jkmn ' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'ada', roles: ['administrator'] });
    expect(made.body).not.toHaveProperty('passwordHash');
    expect((await app.ask('GET', '/api/setup')).body).toMatchObject({ needed: false });
    expect((await setUp(app, { name: 'other' })).body).toMatchObject({ error: 'setup.done' });
  });

  it('is made once by two requests at once', async () => {
    const app = testApp();
    const both = await Promise.all([setUp(app), setUp(app, { name: 'other' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is not made by guessing: attempts are counted', async () => {
    const app = testApp();
    for (let n = 0; n < 10; n += 1) expect((await setUp(app, { code: `WRONG-${n}` })).status).toBe(403);
    expect((await setUp(app)).status).toBe(429);
  });

  it('refuses a password under twelve characters', async () => {
    const reply = await setUp(testApp(), { password: 'elevenchars' });
    expect(reply.status).toBe(422);
    expect(at(reply.body, 'details', 'issues', 0, 'path')).toBe('password');
  });
});

describe('a session', () => {
  it('opens with name and password, in a cookie out of reach of scripts and of other sites', async () => {
    const app = testApp();
    await setUp(app);
    const reply = await signIn(app, { name: 'ADA', password: FIRST.password });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect(reply.headers.get('set-cookie')).toMatch(/SameSite=Strict/);
    const cookie = cookieOf(reply.headers);
    expect((await app.ask('GET', '/api/session', { headers: { cookie } })).body).toMatchObject({
      account: { name: 'ada' },
    });
    expect((await app.ask('DELETE', '/api/session', { headers: { cookie } })).status).toBe(200);
    expect((await app.ask('GET', '/api/session', { headers: { cookie } })).status).toBe(401);
  });

  it('does not say whether the name or the password was wrong', async () => {
    const app = testApp();
    await setUp(app);
    const wrong = await signIn(app, { name: 'ada', password: 'not the password' });
    const nobody = await signIn(app, { name: 'nobody', password: 'not the password' });
    expect(wrong).toMatchObject({ status: 401, body: nobody.body as object });
  });

  it('is limited to five failures of a name in a quarter of an hour, kept in the store', async () => {
    const app = testApp();
    await setUp(app);
    for (let n = 0; n < 5; n += 1) await signIn(app, { name: 'ada', password: 'not the password' });
    expect((await signIn(app, { name: 'ada', password: FIRST.password })).status).toBe(429);
    const restarted = testApp(app.deps.store);
    expect((await signIn(restarted, { name: 'ada', password: FIRST.password })).status).toBe(429);
    app.clock.leapBy(16 * 60_000);
    expect((await signIn(app, { name: 'ada', password: FIRST.password })).status).toBe(200);
  });

  it('ends after half an hour without a request, and after twelve hours anyway', async () => {
    const app = testApp();
    const cookie = cookieOf((await setUp(app)).headers);
    const ask = () => app.ask('GET', '/api/session', { headers: { cookie } });
    app.clock.leapBy(29 * 60_000);
    expect((await ask()).status).toBe(200);
    app.clock.leapBy(29 * 60_000);
    expect((await ask()).status).toBe(200);
    app.clock.leapBy(31 * 60_000);
    expect((await ask()).status).toBe(401);
    const again = cookieOf((await signIn(app, { name: 'ada', password: FIRST.password })).headers);
    for (let n = 0; n < 24; n += 1) {
      app.clock.leapBy(29 * 60_000);
      await app.ask('GET', '/api/session', { headers: { cookie: again } });
    }
    app.clock.leapBy(29 * 60_000);
    expect((await app.ask('GET', '/api/session', { headers: { cookie: again } })).status).toBe(401);
  });

  it('ends at once when the account is closed, changed its roles or its password', async () => {
    for (const change of [{ active: false }, { roles: [] }, { password: 'another password' }]) {
      const app = testApp();
      const admin = await app.person('ada', ['administrator']);
      const anna = await app.person('anna', ['caseworker']);
      const cookie = await anna.cookie();
      expect((await app.ask('GET', '/api/session', { headers: { cookie } })).status).toBe(200);
      expect((await admin.send('PATCH', '/api/accounts/anna', change)).status).toBe(200);
      expect((await app.ask('GET', '/api/session', { headers: { cookie } })).status).toBe(401);
    }
  });
});

describe('accounts', () => {
  it('are made by administrators only, with roles that a pack knows and a free name', async () => {
    const app = testApp();
    const admin = await app.person('ada', ['administrator']);
    const anna = await app.person('anna', ['caseworker']);
    const body = {
      name: 'Bruno.B',
      displayName: 'Bruno',
      password: 'a long password',
      roles: ['supervisor'],
    };
    expect((await anna.post('/api/accounts', body)).status).toBe(403);
    const made = await admin.post('/api/accounts', body);
    expect(made).toMatchObject({ status: 201, body: { name: 'bruno.b', active: true } });
    expect(JSON.stringify(made.body)).not.toContain('argon2');
    expect((await admin.post('/api/accounts', body)).body).toMatchObject({ error: 'account.name_taken' });
    const unknown = await admin.post('/api/accounts', { ...body, name: 'other', roles: ['wizard'] });
    expect(unknown.body).toMatchObject({ error: 'account.unknown_role' });
    expect((await signIn(app, { name: 'bruno.b', password: 'a long password' })).status).toBe(200);
  });

  it('are seen whole by administrators, and as colleagues by others', async () => {
    const app = testApp();
    const admin = await app.person('ada', ['administrator']);
    const anna = await app.person('anna', ['caseworker']);
    await app.person('gone', ['caseworker'], { active: false });
    expect(at((await admin.get('/api/accounts')).body, 'accounts')).toHaveLength(3);
    const colleagues = at((await anna.get('/api/accounts')).body, 'accounts');
    expect(colleagues).toHaveLength(2);
    expect(JSON.stringify(colleagues)).not.toContain('name-anna');
  });

  it('always keep one administrator', async () => {
    const app = testApp();
    const admin = await app.person('ada', ['administrator']);
    const reply = await admin.send('PATCH', '/api/accounts/ada', { active: false });
    expect(reply.body).toMatchObject({ error: 'account.last_administrator' });
    expect((await admin.send('PATCH', '/api/accounts/nobody', { place: 'x' })).status).toBe(404);
  });
});
