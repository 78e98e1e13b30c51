import { describe, expect, it } from 'vitest';
import { at, opened, testApp } from '../fixtures/test-app.ts';
import { memoryStore } from '../store/memory-store.ts';

describe('an idempotency key', () => {
  it('gives the first answer again, and the second time nothing is done', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna);
    const path = `/api/cases/${id}/events`;
    const body = { event: 'report_taken', facts: { risk: 'low' } };
    const first = await anna.post(path, body, 'the-same-key');
    const again = await anna.post(path, body, 'the-same-key');
    expect(again.status).toBe(first.status);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-repeated')).toBe('true');
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'entries')).toBe(2);
  });

  it('gives a refusal again too, even when it would now be taken', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const id = await opened(anna);
    const path = `/api/cases/${id}/events`;
    const first = await anna.post(path, { event: 'report_taken' }, 'refused-once');
    expect(first.status).toBe(409);
    await anna.post(`/api/cases/${id}/facts`, { facts: { risk: 'low' } });
    const again = await anna.post(path, { event: 'report_taken' }, 'refused-once');
    expect(again).toMatchObject({ status: 409, body: first.body });
  });

  it('is refused for another request, and is not another person’s', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const bruno = await app.person('bruno', ['caseworker']);
    const first = await anna.post('/api/cases', { pack: 'try-out' }, 'the-same-key');
    const other = await anna.post('/api/cases', { pack: 'try-out', facts: { age: 3 } }, 'the-same-key');
    expect(other).toMatchObject({ status: 422, body: { error: 'key.reused' } });
    const his = await bruno.post('/api/cases', { pack: 'try-out' }, 'the-same-key');
    expect(his.status).toBe(201);
    expect(at(his.body, 'case')).not.toBe(at(first.body, 'case'));
  });

  it('used 32 times at once opens one case', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    const replies = await Promise.all(
      Array.from({ length: 32 }, () => anna.post('/api/cases', { pack: 'try-out' }, 'the-same-key')),
    );
    expect(new Set(replies.map(({ body }) => at(body, 'case'))).size).toBe(1);
    expect(at((await anna.get('/api/cases')).body, 'cases')).toHaveLength(1);
  });

  it('counts once even across two applications on one store', async () => {
    const store = memoryStore();
    const [one, two] = [testApp(store), testApp(store)];
    const anna = await one.person('anna', ['caseworker']);
    const id = await opened(anna);
    const also = await two.person('anna', ['caseworker']);
    const body = { facts: { age: 9 } };
    const replies = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        (n % 2 ? anna : also).post(`/api/cases/${id}/facts`, body, 'the-same-key'),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 200));
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check')).toMatchObject({
      same: true,
      entries: 2,
    });
  });
});

describe('racing on one case', () => {
  it('32 writers through two applications on one store leave one order of entries, and every one of them', async () => {
    const store = memoryStore();
    const [one, two] = [testApp(store), testApp(store)];
    const anna = await one.person('anna', ['caseworker']);
    const also = await two.person('anna', ['caseworker']);
    const id = await opened(anna);
    const replies = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        (n % 2 ? anna : also).post(
          `/api/cases/${id}/facts`,
          { facts: { age: n } },
          `${n % 2 ? 'one' : 'two'}-racing-${n}`,
        ),
      ),
    );
    const taken = replies.filter(({ status }) => status === 200).length;
    expect(replies.every(({ status }) => status === 200 || status === 503)).toBe(true);
    const journal = (await anna.get(`/api/cases/${id}/journal`)).body;
    expect(at(journal, 'check')).toMatchObject({ same: true, entries: taken + 1 });
    const seqs = (at(journal, 'entries') as { seq: number }[]).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: taken + 1 }, (_, n) => n + 1));
  });
});
