import { expect, it } from 'vitest';
import { draftingTable } from '../fixtures/drafting-table.ts';
import type { DraftMinutes } from '../queries/read-minutes.ts';

const typed = (text: string, burst: string) => ({
  kind: 'do',
  command: 'set_head',
  names: { to: { en: text } },
  places: ['pack/title/en'],
  patches: [{ op: 'replace', path: ['pack', 'title', 'en'], value: text }],
  inverse: [],
  burst,
});

it('minutes tell who was there each day, what they changed in one go, what they decided and what stays open', async () => {
  const table = await draftingTable();
  const { app, author, path, bySector } = table;
  const social = bySector['social'];
  for (let round = 0; round < 3; round += 1) {
    await author.post(`${path}/here`, { place: 'steps/visit' });
    await social?.post(`${path}/here`, {});
    app.clock.leapBy(30 * 60_000);
  }
  const burst = ['C', 'Co', 'Committee'].map((text) => typed(text, 'b1'));
  await author.post(`${path}/changes`, { revision: 0, changes: [...burst, typed('Other', 'b2')] });
  await social?.post(`${path}/comments`, { place: 'steps/visit', text: 'Who interprets?' });
  await table.change({ op: 'remove', path: ['steps', 'visit', 'deadlines'] });
  app.clock.leapBy(24 * 60 * 60_000);
  await author.post(`${path}/here`, {});
  const hash = await table.review();
  await table.approveAll(hash);

  const minutes = (await author.get(`${path}/minutes`)).body as DraftMinutes;
  expect(minutes.sittings.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-02']);
  const [second, first] = minutes.sittings;
  expect(first?.present.map(({ name, sector }) => [name, sector])).toEqual([
    ['Person anna', 'social'],
    ['Person social', 'social'],
  ]);
  expect(first?.changes.map(({ command, names, times }) => [command, names['to']?.en, times])).toEqual([
    ['set_head', 'Committee', 3],
    ['set_head', 'Other', 1],
    ['set_field', undefined, 1],
  ]);
  expect(first?.comments).toBe(1);
  expect(first?.acts.map(({ act }) => act.kind)).toEqual(['created']);
  expect(second?.present.map(({ account }) => account)).toEqual(['anna']);
  expect(second?.acts).toMatchObject([
    { by: 'anna', act: { kind: 'review', state: 'review', hash } },
    { by: 'social', act: { kind: 'approved', sector: 'social', hash } },
  ]);
  expect(minutes.comments).toMatchObject([{ text: 'Who interprets?', state: 'open' }]);
  expect(minutes.findings.map(({ path: place }) => place)).toContain('steps/visit');
  expect(minutes.signatures).toMatchObject([
    { sector: 'social', approval: { person: 'Person social', body: 'Body of social' } },
  ]);
  expect(minutes.names['anna']).toBe('Person anna');
});

it('who is at the table is noted once for each sitting, and moves the draft in no list', async () => {
  const table = await draftingTable();
  const lines = async () =>
    (await table.store.draftLines(table.path.split('/').at(-1) ?? '', 0)).filter(
      ({ act }) => act.kind === 'present',
    );
  const before = (await table.store.procedureDrafts())[0]?.updated;
  for (let hour = 0; hour < 6; hour += 1) {
    await table.author.post(`${table.path}/here`, {});
    table.app.clock.leapBy(60 * 60_000);
  }
  expect(await lines()).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => table.author.post(`${table.path}/here`, {})));
  expect(await lines()).toHaveLength(2);
  expect((await table.store.procedureDrafts())[0]?.updated).toBe(before);
  await table.author.post(`${table.path}/here`, { leaving: true });
  expect(await lines()).toHaveLength(2);
});
