import type { Pack } from '@parcours/engine';
import { describe, expect, it } from 'vitest';
import { findAuditBreak } from '../audit/find-break.ts';
import {
  auditWrite,
  madeAccount,
  madeCase,
  madeEntry,
  madeFile,
  madeRow,
  NOON,
} from '../fixtures/made-case.ts';
import type { DraftLine, ProcedureDraft } from './procedure-drafts.ts';
import type { Store, Write } from './store.ts';

const LATER = '2026-03-03T12:00:00.000Z';
const LATEST = '2026-03-04T12:00:00.000Z';

const newAccount = (id: string): Write => ({ kind: 'newAccount', account: madeAccount(id) });
const caseWrite = (id: string): Write => ({ kind: 'case', case: madeCase(id) });
const entriesWrite = (id: string, ...seqs: readonly number[]): Write => ({
  kind: 'entries',
  entries: seqs.map((seq) => madeEntry(id, seq)),
});
const answerWrite = (key: string): Write => ({
  kind: 'answer',
  answer: { account: 'anna', key, fingerprint: 'f', status: 200, body: { ok: true }, at: NOON },
});

/** What every adapter of the store must do. `make` gives a new, empty store. */
export function storeContract(name: string, make: () => Promise<Store>): void {
  describe(`the store contract, ${name}`, () => {
    it('keeps what was committed and reads it back as it was', async () => {
      const store = await make();
      await store.commit([newAccount('anna'), caseWrite('c1'), entriesWrite('c1', 1, 2)]);
      expect(await store.account('anna')).toEqual(madeAccount('anna'));
      expect(await store.accountNamed('name-anna')).toEqual(madeAccount('anna'));
      expect(await store.case('c1')).toEqual(madeCase('c1'));
      expect(await store.entries('c1')).toEqual([madeEntry('c1', 1), madeEntry('c1', 2)]);
      expect(await store.case('other')).toBeUndefined();
      await store.close();
    });

    it('keeps the case file byte for byte, key order included', async () => {
      const store = await make();
      const file = madeFile('c1', { assignments: { zebra: 'z', ape: 'a' }, facts: {} });
      await store.commit([{ kind: 'case', case: madeCase('c1', { file }) }]);
      expect(JSON.stringify((await store.case('c1'))?.file)).toBe(JSON.stringify(file));
      await store.close();
    });

    it('writes all of a commit or nothing of it', async () => {
      const store = await make();
      await store.commit([caseWrite('c1'), entriesWrite('c1', 1)]);
      const lost = store.commit([
        { kind: 'case', case: madeCase('c1', { file: madeFile('c1', { seq: 9 }) }) },
        { kind: 'ledger', case: 'c1', rows: [madeRow('a#1')] },
        auditWrite('c1'),
        answerWrite('key-0001'),
        entriesWrite('c1', 1),
      ]);
      await expect(lost).rejects.toMatchObject({ name: 'StoreConflict', on: 'entries' });
      expect((await store.case('c1'))?.file.seq).toBe(1);
      expect(await store.dueRows(LATEST, 10)).toEqual([]);
      expect(await store.answer('anna', 'key-0001')).toBeUndefined();
      expect(await store.auditRows(1, 10)).toEqual([]);
      await store.close();
    });

    it('lets one of many commits of the same entry win, and refuses the others for it', async () => {
      const store = await make();
      await store.commit([caseWrite('c1')]);
      const races = Array.from({ length: 32 }, () => store.commit([entriesWrite('c1', 1), auditWrite('c1')]));
      const settled = await Promise.allSettled(races);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of settled) {
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ on: 'entries' });
      }
      expect(await store.entries('c1')).toHaveLength(1);
      expect(await store.auditRows(1, 100)).toHaveLength(1);
      await store.close();
    });

    it('does not let a conflict of one commit fail the others that share its transaction', async () => {
      const store = await make();
      await store.commit([caseWrite('c1'), caseWrite('c2'), entriesWrite('c1', 1)]);
      const [lost, won, alsoWon] = await Promise.allSettled([
        store.commit([entriesWrite('c1', 1)]),
        store.commit([entriesWrite('c2', 1), auditWrite('c2')]),
        store.commit([entriesWrite('c1', 2), auditWrite('c1')]),
      ]);
      expect(lost.status).toBe('rejected');
      expect(won.status).toBe('fulfilled');
      expect(alsoWon.status).toBe('fulfilled');
      expect(findAuditBreak(await store.auditRows(1, 10))).toBeUndefined();
      await store.close();
    });

    it('gives an idempotency key its first answer only', async () => {
      const store = await make();
      await store.commit([answerWrite('key-0001')]);
      await expect(store.commit([answerWrite('key-0001')])).rejects.toMatchObject({ on: 'answer' });
      expect(await store.answer('anna', 'key-0001')).toMatchObject({ status: 200, body: { ok: true } });
      expect(await store.answer('bruno', 'key-0001')).toBeUndefined();
      await store.close();
    });

    it('refuses an account name that is taken', async () => {
      const store = await make();
      await store.commit([newAccount('anna')]);
      const twin = madeAccount('other', { name: 'name-anna' });
      await expect(store.commit([{ kind: 'newAccount', account: twin }])).rejects.toMatchObject({
        on: 'account',
      });
      await store.commit([{ kind: 'account', account: madeAccount('anna', { active: false }) }]);
      expect((await store.account('anna'))?.active).toBe(false);
      expect(await store.accounts()).toHaveLength(1);
      await store.close();
    });

    it('lets something happen once only', async () => {
      const store = await make();
      expect(await store.hasHappened('setup')).toBe(false);
      await store.commit([{ kind: 'once', id: 'setup' }]);
      expect(await store.hasHappened('setup')).toBe(true);
      await expect(store.commit([{ kind: 'once', id: 'setup' }])).rejects.toMatchObject({ on: 'once' });
      await store.close();
    });

    it('settles a proposal once', async () => {
      const store = await make();
      const proposal = {
        id: 'p1',
        case: 'c1',
        event: 'placement_decided',
        by: 'anna',
        role: 'judge',
        at: NOON,
        request: { event: 'placement_decided' },
        state: 'waiting',
      } as const;
      await store.commit([caseWrite('c1'), { kind: 'proposal', proposal }]);
      expect(await store.proposals('c1')).toEqual([proposal]);
      expect(await store.waitingProposals(10)).toEqual([proposal]);
      const settle: Write = { kind: 'settle', proposal: 'p1', state: 'confirmed', by: 'bruno', at: LATER };
      await store.commit([settle]);
      expect(await store.proposals('c1')).toEqual([]);
      expect(await store.waitingProposals(10)).toEqual([]);
      expect(await store.proposal('p1')).toMatchObject({
        state: 'confirmed',
        settledBy: 'bruno',
        settledAt: LATER,
      });
      await expect(store.commit([settle])).rejects.toMatchObject({ on: 'proposal' });
      await store.close();
    });

    it('lists only cases in which somebody is assigned, and sealed ones by their pack', async () => {
      const store = await make();
      const sealed = madeCase('c2', {
        sealed: true,
        file: madeFile('c2', { pack: { id: 'complaint', version: '1.0.0', hash: 'e' } }),
      });
      const closed = madeCase('c3', { file: madeFile('c3', { status: 'closed' }) });
      await store.commit([caseWrite('c1'), { kind: 'case', case: sealed }, { kind: 'case', case: closed }]);
      const ids = async (filter: Partial<Parameters<Store['cases']>[0]>) =>
        (await store.cases({ assigned: 'anna', sealedPacks: [], limit: 10, ...filter })).map(({ id }) => id);
      expect(await ids({})).toEqual(['c3', 'c1']);
      expect(await ids({ assigned: 'bruno' })).toEqual([]);
      expect(await ids({ assigned: 'bruno', sealedPacks: ['complaint'] })).toEqual(['c2']);
      expect(await ids({ status: 'closed' })).toEqual(['c3']);
      expect(await ids({ pack: 'complaint' })).toEqual([]);
      expect(await ids({ before: 'c3' })).toEqual(['c1']);
      expect(await ids({ limit: 1 })).toEqual(['c3']);
      await store.close();
    });

    it('forgets an assignment that the case file no longer has', async () => {
      const store = await make();
      await store.commit([caseWrite('c1')]);
      const file = madeFile('c1', { assignments: { caseworker: 'bruno' } });
      await store.commit([{ kind: 'case', case: madeCase('c1', { file }) }]);
      expect(await store.cases({ assigned: 'anna', sealedPacks: [], limit: 10 })).toEqual([]);
      expect(await store.cases({ assigned: 'bruno', sealedPacks: [], limit: 10 })).toHaveLength(1);
      await store.close();
    });

    it('finds the open cases that nobody carries any more', async () => {
      const store = await make();
      const account = (id: string, changes = {}): Write => ({
        kind: 'newAccount',
        account: madeAccount(id, changes),
      });
      const one = (id: string, assignments: Record<string, string>, changes = {}): Write => ({
        kind: 'case',
        case: madeCase(id, { file: madeFile(id, { assignments, ...changes }) }),
      });
      await store.commit([
        account('anna'),
        account('bruno', { active: false }),
        account('carla', { roles: ['judge'] }),
        one('c1', { caseworker: 'anna', judge: 'bruno' }),
        one('c2', { caseworker: 'bruno' }),
        one('c3', { caseworker: 'carla', supervisor: 'nobody' }),
        one('c4', {}),
        one('c5', {}, { status: 'closed' }),
        { kind: 'case', case: madeCase('c6', { sealed: true, file: madeFile('c6', { assignments: {} }) }) },
      ]);
      const ids = async (limit: number) => (await store.leftCases(limit)).map(({ id }) => id);
      expect(await ids(10)).toEqual(['c2', 'c3', 'c4']);
      expect(await ids(1)).toEqual(['c2']);
      await store.close();
    });

    it('tells due rows that run, oldest first, and the next one to come', async () => {
      const store = await make();
      const rows = [
        madeRow('b#1', { next: LATER }),
        madeRow('a#1', { next: NOON }),
        madeRow('c#1', { next: LATEST }),
        madeRow('d#1', { state: 'kept' }),
        madeRow('e#1', { state: 'paused' }),
      ];
      const { next: _none, due: _unknown, ...needsLaw } = madeRow('f#1', { needsLaw: 'custody_hours' });
      await store.commit([caseWrite('c1'), { kind: 'ledger', case: 'c1', rows: [...rows, needsLaw] }]);
      const due = async (at: string) => (await store.dueRows(at, 10)).map(({ row }) => row.id);
      expect(await due('2026-03-02T11:59:59.999Z')).toEqual([]);
      expect(await due(NOON)).toEqual(['a#1']);
      expect(await due(LATER)).toEqual(['a#1', 'b#1']);
      expect(await store.nextDue(NOON)).toBe(LATER);
      expect(await store.nextDue(LATEST)).toBeUndefined();
      await store.commit([{ kind: 'ledger', case: 'c1', rows: [madeRow('a#1', { state: 'kept' })] }]);
      expect(await due(NOON)).toEqual([]);
      await store.close();
    });

    it('shows the ledger of one’s own cases, soonest first', async () => {
      const store = await make();
      await store.commit([
        caseWrite('c1'),
        {
          kind: 'ledger',
          case: 'c1',
          rows: [madeRow('b#1', { due: LATER }), madeRow('a#1'), madeRow('c#1', { state: 'missed' })],
        },
      ]);
      const mine = { assigned: 'anna', sealedPacks: [], limit: 10 };
      expect((await store.ledger(mine)).map(({ row }) => row.id)).toEqual(['a#1', 'b#1']);
      expect((await store.ledger({ ...mine, until: NOON })).map(({ row }) => row.id)).toEqual(['a#1']);
      expect(await store.ledger({ ...mine, assigned: 'bruno' })).toEqual([]);
      await store.close();
    });

    it('keeps drafts apart by person and step', async () => {
      const store = await make();
      const draft = { case: 'c1', account: 'anna', step: 'visit', facts: { risk: 'low' }, saved: NOON };
      await store.commit([caseWrite('c1'), { kind: 'draft', draft }]);
      await store.commit([{ kind: 'draft', draft: { ...draft, facts: { risk: 'high' }, saved: LATER } }]);
      expect(await store.drafts('c1', 'anna')).toEqual([{ ...draft, facts: { risk: 'high' }, saved: LATER }]);
      expect(await store.drafts('c1', 'bruno')).toEqual([]);
      await store.commit([{ kind: 'endDraft', case: 'c1', account: 'anna', step: 'visit' }]);
      expect(await store.drafts('c1', 'anna')).toEqual([]);
      await store.close();
    });

    it('opens, touches and ends sessions', async () => {
      const store = await make();
      const session = { hash: 'h1', account: 'anna', opened: NOON, seen: NOON };
      await store.commit([newAccount('anna'), { kind: 'session', session }]);
      await store.commit([{ kind: 'session', session: { ...session, seen: LATER } }]);
      expect(await store.session('h1')).toEqual({ ...session, seen: LATER });
      await store.commit([{ kind: 'endSession', hash: 'h1' }]);
      expect(await store.session('h1')).toBeUndefined();
      await store.commit([
        { kind: 'session', session },
        { kind: 'session', session: { ...session, hash: 'h2' } },
      ]);
      await store.commit([{ kind: 'endSessions', account: 'anna' }]);
      expect(await store.session('h1')).toBeUndefined();
      expect(await store.session('h2')).toBeUndefined();
      await store.close();
    });

    it('counts attempts since an instant, and forgets them', async () => {
      const store = await make();
      await store.commit([
        { kind: 'attempt', bucket: 'name:anna', at: NOON },
        { kind: 'attempt', bucket: 'name:anna', at: LATER },
        { kind: 'attempt', bucket: 'name:bruno', at: LATER },
      ]);
      expect(await store.attempts('name:anna', NOON)).toBe(2);
      expect(await store.attempts('name:anna', LATER)).toBe(1);
      await store.commit([{ kind: 'forgetAttempts', bucket: 'name:anna' }]);
      expect(await store.attempts('name:anna', NOON)).toBe(0);
      expect(await store.attempts('name:bruno', NOON)).toBe(1);
      await store.close();
    });

    it('keeps effects for their doer', async () => {
      const store = await make();
      const effect = { key: '1.1', effect: 'tell', kind: 'notify', to: ['supervisor'] } as const;
      await store.commit([caseWrite('c1'), { kind: 'outbox', rows: [{ case: 'c1', effect, at: NOON }] }]);
      expect(await store.outbox('c1')).toEqual([{ case: 'c1', effect, at: NOON }]);
      await store.close();
    });

    it('delivers each effect once, and shows what was delivered to who sees its case, newest first', async () => {
      const store = await make();
      const effect = (key: string) => ({ key, effect: 'tell', kind: 'notify', to: ['supervisor'] }) as const;
      const row = (id: string, key: string, at = NOON) => ({ case: id, effect: effect(key), at });
      const deliver = (id: string, key: string, at: string): Write => ({
        kind: 'deliver',
        delivery: { case: id, key, at, outcome: 'told' },
      });
      const hidden = madeCase('c2', { file: madeFile('c2', { assignments: {} }) });
      await store.commit([
        caseWrite('c1'),
        { kind: 'case', case: hidden },
        { kind: 'outbox', rows: [row('c1', '2.1', LATER), row('c1', '1.1'), row('c2', '1.1', LATEST)] },
      ]);
      const keys = async () => (await store.waitingEffects(10)).map((one) => `${one.case} ${one.effect.key}`);
      expect(await keys()).toEqual(['c1 1.1', 'c1 2.1', 'c2 1.1']);
      expect(await store.waitingEffects(1)).toEqual([row('c1', '1.1')]);
      await store.commit([deliver('c1', '1.1', LATER)]);
      await expect(store.commit([deliver('c1', '1.1', LATEST), auditWrite('c1')])).rejects.toMatchObject({
        on: 'delivery',
      });
      expect(await keys()).toEqual(['c1 2.1', 'c2 1.1']);
      const opened = { case: 'c1', key: '2.1', at: LATEST, outcome: 'done', opened: 'c9' } as const;
      await store.commit([{ kind: 'deliver', delivery: opened }, deliver('c2', '1.1', LATEST)]);
      const mine = { assigned: 'anna', sealedPacks: [], limit: 10 };
      const acknowledgement = { case: 'c1', key: '1.1', role: 'supervisor', by: 'anna', at: LATEST };
      await store.commit([{ kind: 'acknowledge', acknowledgement }]);
      await expect(
        store.commit([{ kind: 'acknowledge', acknowledgement: { ...acknowledgement, by: 'bruno' } }]),
      ).rejects.toMatchObject({ on: 'acknowledgement' });
      expect(await store.notices(mine)).toEqual([
        { ...row('c1', '2.1', LATER), delivery: opened, acknowledged: [] },
        {
          ...row('c1', '1.1'),
          delivery: { case: 'c1', key: '1.1', at: LATER, outcome: 'told' },
          acknowledged: [acknowledgement],
        },
      ]);
      expect(await store.notices({ ...mine, case: 'c2' })).toEqual([]);
      expect(await store.notices({ ...mine, assigned: 'bruno' })).toEqual([]);
      expect(await store.notices({ ...mine, limit: 1 })).toHaveLength(1);
      await store.close();
    });

    it('tells the effects of a case that have left from those that were taken back before', async () => {
      const store = await make();
      const row = (id: string, key: string) =>
        ({
          case: id,
          effect: { key, effect: 'tell', kind: 'notify', to: ['supervisor'] },
          at: NOON,
        }) as const;
      const deliver = (id: string, key: string, outcome: 'told' | 'withdrawn'): Write => ({
        kind: 'deliver',
        delivery: { case: id, key, at: LATER, outcome },
      });
      const rows = [row('c1', '1.1'), row('c1', '1.2'), row('c1', '1.3'), row('c2', '1.1')];
      await store.commit([caseWrite('c1'), caseWrite('c2'), { kind: 'outbox', rows }]);
      await store.commit([
        deliver('c1', '1.1', 'told'),
        deliver('c1', '1.2', 'withdrawn'),
        deliver('c2', '1.1', 'told'),
      ]);
      expect(await store.sentEffects('c1')).toEqual([row('c1', '1.1')]);
      expect(await store.waitingEffects(10)).toEqual([row('c1', '1.3')]);
      await store.close();
    });

    it('keeps a move of a version with its cursor, once for each case, one at a time for each version', async () => {
      const store = await make();
      const hash = madeFile('c1').pack.hash;
      const move = {
        id: 'm1',
        pack: 'sample-procedure',
        from: hash,
        to: 'c'.repeat(64),
        map: { steps: { visit: 'see' } },
        reason: 'A new law.',
        by: 'ada',
        started: NOON,
        state: 'running',
        updated: NOON,
      } as const;
      const step = (id: string): Write => ({
        kind: 'moveStep',
        step: { move: 'm1', case: id, outcome: 'stayed', codes: ['deadline.later'], at: LATER },
      });
      const sealed = { kind: 'case', case: madeCase('c3', { sealed: true }) } as const;
      await store.commit([caseWrite('c1'), caseWrite('c2'), sealed, { kind: 'newMove', move }]);
      await expect(
        store.commit([{ kind: 'newMove', move: { ...move, id: 'm2' } }, auditWrite('m2')]),
      ).rejects.toMatchObject({ on: 'move' });
      expect(await store.versionMove('m1')).toEqual(move);
      expect((await store.casesOnVersion(hash, undefined, 10)).map(({ id }) => id)).toEqual(['c1', 'c2']);
      expect(await store.caseVersions()).toEqual([
        { pack: 'sample-procedure', version: '1.0.0', hash, cases: 2 },
      ]);
      await store.commit([step('c1'), entriesWrite('c1', 1)]);
      await expect(store.commit([step('c1'), entriesWrite('c2', 1)])).rejects.toMatchObject({ on: 'move' });
      expect(await store.entries('c2')).toEqual([]);
      expect(await store.versionMove('m1')).toEqual({ ...move, after: 'c1', updated: LATER });
      expect(await store.movedCases('m1')).toEqual([
        { move: 'm1', case: 'c1', outcome: 'stayed', codes: ['deadline.later'], at: LATER },
      ]);
      expect((await store.casesOnVersion(hash, 'c1', 10)).map(({ id }) => id)).toEqual(['c2']);
      await store.commit([{ kind: 'moveState', id: 'm1', state: 'done', at: LATEST }]);
      expect(await store.runningMoves()).toEqual([]);
      await store.commit([{ kind: 'newMove', move: { ...move, id: 'm2' } }]);
      expect((await store.runningMoves()).map(({ id }) => id)).toEqual(['m2']);
      expect((await store.versionMoves(10)).map(({ id }) => id)).toEqual(['m2', 'm1']);
      expect(await store.versionMove('m1')).toMatchObject({ state: 'done', after: 'c1', updated: LATEST });
      await store.close();
    });

    it('keeps a draft with its lines; of two acts that saw the same draft, one commits and nothing of the other', async () => {
      const store = await make();
      const draft: ProcedureDraft = {
        id: 'd1',
        seq: 1,
        revision: 0,
        pack: 'sample-land',
        title: { en: 'Sample' },
        jurisdiction: '001',
        state: 'drawing',
        asked: [],
        writers: ['anna'],
        comments: [],
        approvals: [],
        created: NOON,
        createdBy: 'anna',
        updated: NOON,
      };
      const line = (seq: number): DraftLine => ({
        draft: 'd1',
        seq,
        at: NOON,
        by: 'anna',
        act: { kind: 'created', from: 'empty' },
      });
      const pack = { pack: { id: 'sample-land' } } as unknown as Pack;
      await store.commit([{ kind: 'procedureDraft', draft, pack, line: line(1) }]);
      const later = { ...draft, seq: 2, updated: LATER };
      await store.commit([{ kind: 'procedureDraft', draft: later, line: line(2) }]);
      await expect(
        store.commit([{ kind: 'procedureDraft', draft: { ...later, title: { en: 'Lost' } }, line: line(2) }]),
      ).rejects.toMatchObject({ on: 'draft' });
      expect(await store.procedureDraft('d1')).toEqual(later);
      expect(await store.draftPack('d1')).toEqual(pack);
      expect(await store.procedureDrafts()).toEqual([later]);
      expect((await store.draftLines('d1', 1)).map(({ seq }) => seq)).toEqual([2]);
      await store.close();
    });

    it('knows who was there lately, and uses a version number and a text once', async () => {
      const store = await make();
      const publication = {
        pack: 'sample-land',
        version: '1.0.0',
        hash: 'a'.repeat(64),
        files: { 'pack.json': '{}' },
        effective: { from: NOON },
        publishedBy: 'anna',
        at: NOON,
        draft: 'd1',
        report: { findings: 0 },
      } as const;
      await store.commit([{ kind: 'publication', publication }]);
      await expect(store.commit([{ kind: 'publication', publication }])).rejects.toMatchObject({
        on: 'publication',
      });
      await expect(
        store.commit([{ kind: 'publication', publication: { ...publication, version: '2.0.0' } }]),
      ).rejects.toMatchObject({ on: 'publication' });
      expect(await store.publications('sample-land')).toEqual([publication]);
      expect(await store.publications('other')).toEqual([]);
      await store.close();
    });

    it('forgets what has grown old, and nothing else', async () => {
      const store = await make();
      const session = { hash: 'old', account: 'anna', opened: NOON, seen: NOON };
      await store.commit([
        newAccount('anna'),
        { kind: 'attempt', bucket: 'b', at: NOON },
        { kind: 'attempt', bucket: 'b', at: LATER },
        answerWrite('old-key'),
        { kind: 'session', session },
        { kind: 'session', session: { ...session, hash: 'new', opened: LATEST } },
      ]);
      await store.commit([{ kind: 'prune', attempts: LATER, answers: NOON, sessions: LATER }]);
      expect(await store.attempts('b', NOON)).toBe(1);
      expect(await store.answer('anna', 'old-key')).toBeDefined();
      expect(await store.session('old')).toBeUndefined();
      expect(await store.session('new')).toBeDefined();
      await store.commit([{ kind: 'prune', attempts: NOON, answers: LATER, sessions: NOON }]);
      expect(await store.answer('anna', 'old-key')).toBeUndefined();
      expect(await store.attempts('b', NOON)).toBe(1);
      await store.close();
    });

    it('links audit notes into one chain, in the order of commits, and shows any change', async () => {
      const store = await make();
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.commit([auditWrite(`c${n}`), auditWrite('more')])),
      );
      const rows = await store.auditRows(1, 100);
      expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      expect(findAuditBreak(rows)).toBeUndefined();
      expect(findAuditBreak(rows.map((row) => (row.n === 7 ? { ...row, subject: 'x' } : row)))).toBe(7);
      expect(findAuditBreak(rows.filter((row) => row.n !== 7))).toBe(7);
      expect((await store.auditRows(39, 100)).map(({ n }) => n)).toEqual([39, 40]);
      await store.close();
    });

    it('writes nothing more once it is closed', async () => {
      const store = await make();
      await store.close();
      expect(store.condition()).toBe('stopped');
      await expect(store.commit([auditWrite('c1')])).rejects.toThrow();
    });
  });
}
