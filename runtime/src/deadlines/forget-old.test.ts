import { expect, it } from 'vitest';
import { opened, START, testApp } from '../fixtures/test-app.ts';

const DAY = 24 * 3_600_000;

it('sign-in attempts, sessions and saved answers are forgotten once they no longer count', async () => {
  const app = testApp();
  const { store } = app.deps;
  const anna = await app.person('anna', ['caseworker']);
  await app.ask('POST', '/api/session', { body: { name: 'nobody-here', password: 'not this one' } });
  const id = await opened(anna);
  const path = `/api/cases/${id}/facts`;
  const first = await anna.post(path, { facts: { age: 9 } }, 'the-same-key');
  await app.sweep();
  expect(await store.attempts('name:nobody-here', START)).toBe(1);
  app.clock.leapBy(29 * DAY);
  await app.sweep();
  expect(await store.attempts('name:nobody-here', START)).toBe(0);
  expect((await anna.post(path, { facts: { age: 9 } }, 'the-same-key')).body).toEqual(first.body);
  app.clock.leapBy(2 * DAY);
  await app.sweep();
  expect(await store.answer('anna', 'the-same-key')).toBeUndefined();
});
