import { checkStructure, type Pack } from '@parcours/engine';
import { expect, test } from 'vitest';
import { laterVersion } from '../fixtures/later-version.ts';
import { type Person, testApp } from '../fixtures/test-app.ts';
import type { DraftView } from '../queries/read-draft.ts';

const PACK = 'try-out';

async function table() {
  const app = testApp();
  const anna = await app.person('anna', ['author']);
  const ben = await app.person('ben', ['author']);
  const cora = await app.person('cora', ['caseworker']);
  const begun = await anna.post('/api/drafts', { from: { pack: PACK } });
  expect(begun.status).toBe(201);
  const { id } = begun.body as { id: string };
  return { app, anna, ben, cora, id, path: `/api/drafts/${id}` };
}

const rename = (title: string) => ({
  kind: 'do',
  command: 'set_head',
  names: {},
  places: ['pack/title'],
  patches: [{ op: 'replace', path: ['pack', 'title', 'en'], value: title }],
  inverse: [{ op: 'replace', path: ['pack', 'title', 'en'], value: 'before' }],
});

const readPack = async (person: Person, path: string): Promise<Pack> =>
  ((await person.get(path)).body as DraftView).pack;

test('an author draws, everybody who signs in reads, a caseworker does not draw', async () => {
  const { anna, cora, path } = await table();
  expect((await anna.post(`${path}/changes`, { revision: 0, changes: [rename('One')] })).body).toEqual({
    revision: 1,
  });
  expect((await readPack(cora, path)).pack.title.en).toBe('One');
  const refused = await cora.post(`${path}/changes`, { revision: 1, changes: [rename('Two')] });
  expect(refused.status).toBe(403);
  expect((await cora.post('/api/drafts', { from: { pack: PACK } })).status).toBe(403);
});

test('two windows on one draft never overwrite each other silently', async () => {
  const { anna, path } = await table();
  const first = { ...rename('First window'), mark: 'one of the first window' };
  await anna.post(`${path}/changes`, { revision: 0, changes: [first] });
  const second = await anna.post(`${path}/changes`, { revision: 0, changes: [rename('Second window')] });
  expect(second.status).toBe(409);
  expect(second.body).toMatchObject({
    error: 'draft.conflict',
    details: {
      revision: 1,
      since: [{ by: 'anna', changes: [{ command: 'set_head', mark: first.mark }] }],
    },
  });
  expect((await readPack(anna, path)).pack.title.en).toBe('First window');
});

test('one writes at a time, and the pen is handed over in sight', async () => {
  const { anna, ben, path } = await table();
  await anna.post(`${path}/here`, { place: 'steps/visit' });
  const held = await ben.post(`${path}/changes`, { revision: 0, changes: [rename('Ben')] });
  expect(held.body).toMatchObject({ error: 'draft.pen_held' });
  expect((await ben.post(`${path}/pen`, { act: 'take' })).status).toBe(409);
  await ben.post(`${path}/pen`, { act: 'ask' });
  const seen = await anna.post(`${path}/here`, {});
  expect(seen.body).toMatchObject({ asked: ['ben'], pen: { account: 'anna' } });
  expect((await ben.post(`${path}/pen`, { act: 'give', to: 'ben' })).status).toBe(409);
  await anna.post(`${path}/pen`, { act: 'give', to: 'ben' });
  expect((await ben.post(`${path}/changes`, { revision: 0, changes: [rename('Ben')] })).status).toBe(200);
});

test('the pen of somebody who has left the table can be taken', async () => {
  const { app, anna, ben, path } = await table();
  await anna.post(`${path}/here`, {});
  app.clock.leapBy(5 * 60_000);
  expect((await ben.post(`${path}/pen`, { act: 'take' })).status).toBe(200);
});

test('changes that leave no sound pack are refused, and the draft is as it was', async () => {
  const { anna, path } = await table();
  const before = await readPack(anna, path);
  const broken = {
    ...rename('x'),
    patches: [{ op: 'replace', path: ['steps'], value: { visit: { kind: 'nonsense' } } }],
  };
  const refused = await anna.post(`${path}/changes`, { revision: 0, changes: [broken] });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ error: 'draft.invalid' });
  const stranger = { ...rename('x'), patches: [{ op: 'add', path: ['__proto__', 'polluted'], value: true }] };
  expect((await anna.post(`${path}/changes`, { revision: 0, changes: [stranger] })).status).toBe(422);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(await readPack(anna, path)).toEqual(before);
});

test('a text changed in one language keeps what its translations were written beside, for whoever opens it next', async () => {
  const { anna, cora, path } = await table();
  const { title } = (await readPack(anna, path)).pack;
  const [other = ''] = Object.keys(title).filter((language) => language !== 'en');
  const act = rename('Another name');
  const inverse = [{ op: 'replace', path: ['pack', 'title', 'en'], value: title['en'] }];
  await anna.post(`${path}/changes`, { revision: 0, changes: [{ ...act, inverse }] });
  expect((await cora.get(`${path}/translations`)).body).toEqual({
    origins: { 'pack/title': { [other]: { words: title[other], beside: title } } },
  });
});

test('everybody comments, with a change proposed; the log tells who did what', async () => {
  const { anna, cora, path } = await table();
  const said = await cora.post(`${path}/comments`, {
    place: 'steps/visit',
    text: 'Who calls the interpreter?',
    suggestion: rename('Proposed'),
  });
  const { comment } = said.body as { comment: { id: string } };
  await anna.post(`${path}/comments/${comment.id}/replies`, { text: 'The caseworker.' });
  await anna.post(`${path}/comments/${comment.id}/settle`, { state: 'done' });
  const view = await anna.post(`${path}/here`, {});
  expect(view.body).toMatchObject({
    comments: [{ state: 'done', by: 'cora', settledBy: 'anna', replies: [{ by: 'anna' }] }],
  });
  const history = (await anna.get(`${path}/history`)).body as {
    lines: { by: string; act: { kind: string } }[];
  };
  expect(history.lines.map(({ by, act }) => `${by} ${act.kind}`)).toEqual([
    'anna created',
    'cora commented',
    'anna commented',
    'anna settled',
    'anna present',
  ]);
});

test('an adaptation lies over the base as it is now, and begins with nothing changed', async () => {
  const { anna } = await table();
  const begun = await anna.post('/api/drafts', {
    from: { adapt: PACK, id: 'try-out-land', title: { en: 'In our land' }, jurisdiction: 'BJ' },
  });
  const { id } = begun.body as { id: string };
  const { draft, pack, base } = (await anna.get(`/api/drafts/${id}`)).body as DraftView;
  expect(pack.pack).toMatchObject({ kind: 'overlay', id: 'try-out-land', extends: { id: PACK } });
  expect(pack.steps).toEqual(base?.steps);
  expect(draft.base?.id).toBe(PACK);
  // It is called as its author called it, not as its base is in other languages, and its clock is that of its country.
  expect(Object.keys(base?.pack.title ?? {})).toContain('fr');
  expect(pack.pack.title).toEqual({ en: 'In our land' });
  expect(pack.pack.timeZone).toBe('Africa/Porto-Novo');
});

test('what a base says of itself is not said of a country: the summary of an adaptation is to be written', async () => {
  const summary = { en: 'The common base.' };
  const shelf = laterVersion(testApp().deps.packs, PACK, '2.0.0', (pack) => ({
    ...pack,
    pack: { ...pack.pack, summary },
  }));
  const anna = await testApp(undefined, undefined, shelf).person('anna', ['author']);
  const begun = await anna.post('/api/drafts', {
    from: { adapt: PACK, id: 'try-out-land', title: { en: 'In our land' }, jurisdiction: 'BJ' },
  });
  const { pack, base } = (await anna.get(`/api/drafts/${(begun.body as { id: string }).id}`))
    .body as DraftView;
  expect(base?.pack.summary).toEqual(summary);
  expect(pack.pack.summary).toBeUndefined();
  expect(checkStructure(pack).map(({ code }) => code)).toContain('pack.no_summary');
});

test('files that are no procedure are told as findings, and no draft is left', async () => {
  const { anna } = await table();
  const refused = await anna.post('/api/drafts', { from: { files: { 'pack.json': '{' } } });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ error: 'draft.unreadable' });
  expect(((await anna.get('/api/drafts')).body as { drafts: unknown[] }).drafts).toHaveLength(1);
});
