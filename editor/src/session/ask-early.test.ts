import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askEarly, fetchEarly } from './ask-early.ts';

const answers: (() => Promise<Response>)[] = [];
const fetched = vi.fn((..._: unknown[]) => answers.shift()?.() ?? Promise.reject(new Error('no answer')));

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('location', { origin: 'https://office.test' });
});
afterEach(() => {
  answers.length = 0;
  fetched.mockClear();
  vi.unstubAllGlobals();
});

const says = (text: string, status = 200) => answers.push(async () => new Response(text, { status }));

test('who fetches first takes the early answer, the next asks again', async () => {
  says('early');
  says('later');
  await askEarly('/api/session');
  expect(await (await fetchEarly('https://office.test/api/session', {})).text()).toBe('early');
  expect(await (await fetchEarly(new URL('https://office.test/api/session'))).text()).toBe('later');
  expect(fetched).toHaveBeenCalledTimes(2);
});

test('what was asked early is read once, and is the same for who asked and for who takes it', async () => {
  says('{"pack":{}}');
  const early = await askEarly('/api/drafts/a');
  const taken = await fetchEarly('/api/drafts/a');
  expect(await early?.json()).toEqual({ pack: {} });
  expect(await taken.json()).toBe(await early?.json());
});

test('what did not come is asked for again', async () => {
  answers.push(() => Promise.reject(new TypeError('no network')));
  says('later');
  expect(await askEarly('/api/session')).toBeUndefined();
  expect(await (await fetchEarly('/api/session')).text()).toBe('later');
});

test('a refusal is told as it is, and is no answer to who asked early', async () => {
  says('', 401);
  expect(await askEarly('/api/session')).toBeUndefined();
  expect((await fetchEarly('/api/session')).status).toBe(401);
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('another question, or a writing one, never takes it', async () => {
  says('early');
  says('all');
  says('written');
  await askEarly('/api/drafts/a');
  expect(await (await fetchEarly('/api/drafts/a?whole=true')).text()).toBe('all');
  expect(await (await fetchEarly('/api/drafts/a', { method: 'DELETE' })).text()).toBe('written');
});
