import { expect, it } from 'vitest';
import { draftingTable, TODAY } from '../fixtures/drafting-table.ts';
import { at } from '../fixtures/test-app.ts';
import type { DraftView } from '../queries/read-draft.ts';
import type { RebaseView } from '../queries/read-rebase.ts';

const DECIDE = ['deadlines', 'decide_by', 'within'];
const within = (value: string) => ({ op: 'replace' as const, path: DECIDE, value });
const LAND = { id: 'try-out-land', title: { en: 'In our land' }, jurisdiction: 'BJ' };

/** An adaptation that says five days, over a base that says ten, and then seven. */
async function moved() {
  const land = await draftingTable({ from: { adapt: 'try-out', ...LAND } });
  await land.change(within('P5D'));
  const base = await draftingTable({ app: land.app });
  await base.change(within('P7D'), {
    op: 'replace',
    path: ['steps', 'visit', 'how', 'en'],
    value: 'Go in pairs.',
  });
  await base.approveAll(await base.review());
  await base.publisher.post(`${base.path}/publish`, { version: '2.0.0', effective: TODAY });
  return land;
}

it('an adaptation is laid over its base as it is now, when each conflict is answered by a person', async () => {
  const land = await moved();
  const { author, path } = land;
  const seen = (await author.get(path)).body as DraftView;
  expect(seen.newerBase).toMatchObject({ version: '2.0.0' });
  expect(seen.base?.pack.version).toBe('1.0.0');
  const asked = (await author.get(`${path}/rebase`)).body as RebaseView;
  expect(asked).toMatchObject({ from: { version: '1.0.0' }, onto: { version: '2.0.0' } });
  expect(asked.conflicts).toHaveLength(1);
  const [conflict] = asked.conflicts;
  expect(conflict?.words.en).toContain('the base now says 7 days, you say 5 days');
  const answer = (choices: Record<string, string>, revision = seen.draft.revision) =>
    author.post(`${path}/rebase`, { revision, onto: asked.onto.hash, choices });
  expect((await answer({})).body).toMatchObject({
    error: 'draft.conflicts_open',
    details: { conflicts: [{ path: conflict?.path }] },
  });
  expect((await answer({}, 99)).body).toMatchObject({ error: 'draft.conflict' });
  const done = await answer({ [conflict?.path ?? '']: 'ours' });
  expect(done).toMatchObject({ status: 200, body: { revision: seen.draft.revision + 1 } });
  const { draft, pack, base, newerBase } = (await author.get(path)).body as DraftView;
  expect(draft).toMatchObject({ base: { version: '2.0.0', hash: asked.onto.hash }, approvals: [] });
  expect(at(pack, ...DECIDE)).toBe('P5D');
  expect(pack.steps['visit']).toEqual(base?.steps['visit']);
  expect(pack.pack).toMatchObject({ id: 'try-out-land', extends: { id: 'try-out', version: '2.0.0' } });
  expect(newerBase).toBeUndefined();
  expect((await author.get(`${path}/rebase`)).body).toMatchObject({ error: 'draft.no_newer_base' });
  const behind = await author.post(`${path}/changes`, {
    revision: seen.draft.revision,
    changes: [{ kind: 'do', command: 'x', names: {}, places: ['pack'], patches: [], inverse: [] }],
  });
  expect(behind.body).toMatchObject({ details: { since: [{ by: 'anna', changes: [] }] } });
});

it('an adaptation is published as what it changes, over the version of its base that it was drawn on', async () => {
  const land = await moved();
  await land.approveAll(await land.review());
  const told = await land.publisher.post(`${land.path}/publish`, { version: '1.0.0', effective: TODAY });
  expect(told.status).toBe(200);
  const [publication] = await land.store.publications('try-out-land');
  expect(JSON.parse(publication?.files['deadlines.json'] ?? '{}')).toEqual({ decide_by: { within: 'P5D' } });
  expect(publication?.files['machine.json']).toBeUndefined();
  const loaded = land.app.deps.packs.get('try-out-land');
  expect(loaded?.chain).toEqual(['try-out-land@1.0.0', 'try-out@1.0.0']);
  expect(at(loaded?.pack, 'steps', 'visit', 'how', 'en')).not.toBe('Go in pairs.');
  const next = await draftingTable({ app: land.app, from: { pack: 'try-out-land' } });
  const view = (await next.author.get(next.path)).body as DraftView;
  expect(view.draft.base).toMatchObject({ version: '1.0.0' });
  expect(view.newerBase).toMatchObject({ version: '2.0.0' });
});
