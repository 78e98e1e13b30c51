/** Deadlines are told exactly once, never early, never lost, whatever the leaps of the clock and the restarts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, opened, START, testApp } from '../fixtures/test-app.ts';
import { memoryStore } from '../store/memory-store.ts';

const HOUR = 3_600_000;

const leap = fc.oneof(
  fc.record({ kind: fc.constant('leap' as const), ms: fc.integer({ min: 1, max: 60 * 24 * HOUR }) }),
  fc.record({ kind: fc.constant('restart' as const), ms: fc.integer({ min: 0, max: 40 * 24 * HOUR }) }),
  fc.record({ kind: fc.constant('sweepTwice' as const), ms: fc.integer({ min: 0, max: HOUR }) }),
  fc.record({ kind: fc.constant('twoSweepers' as const), ms: fc.integer({ min: 0, max: 9 * 24 * HOUR }) }),
);

describe('the sweeper', () => {
  it('tells each rung of each deadline once, at or after its instant, in any weather', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(leap, { minLength: 1, maxLength: 8 }), async (steps) => {
        const store = memoryStore();
        let app = testApp(store);
        const anna = await app.person('anna', ['caseworker', 'supervisor']);
        const id = await opened(anna);
        await anna.post(`/api/cases/${id}/events`, { event: 'report_taken', facts: { risk: 'medium' } });
        for (const { kind, ms } of steps) {
          const now = new Date(Date.parse(app.clock.now()) + ms).toISOString();
          if (kind === 'restart') app = testApp(store, now);
          else app.clock.leapTo(now);
          if (kind === 'twoSweepers') {
            const other = testApp(store, now);
            await Promise.all([app.sweep(), other.sweep()]);
          } else await app.sweep();
          if (kind === 'sweepTwice') await Promise.all([app.sweep(), app.sweep()]);
          expect(await store.dueRows(app.clock.now(), 10)).toEqual([]);
        }
        const entries = (await store.entries(id)).filter(({ deadline }) => deadline !== undefined);
        const told = entries.map(({ deadline, kind, command }) =>
          JSON.stringify([deadline, kind, command?.kind === 'deadline' ? command.next : '']),
        );
        expect(new Set(told).size).toBe(told.length);
        for (const entry of entries) {
          if (entry.command?.kind !== 'deadline') continue;
          expect(entry.recorded >= entry.command.next).toBe(true);
        }
        // One application through the same weather in one leap tells the same rungs.
        const twin = testApp(memoryStore());
        const also = await twin.person('anna', ['caseworker', 'supervisor']);
        const same = await opened(also);
        await also.post(`/api/cases/${same}/events`, { event: 'report_taken', facts: { risk: 'medium' } });
        twin.clock.leapTo(app.clock.now());
        await twin.sweep();
        const twinEntries = (await twin.deps.store.entries(same)).filter(
          ({ deadline }) => deadline !== undefined,
        );
        expect(entries.map(({ deadline, kind }) => [deadline, kind])).toEqual(
          twinEntries.map(({ deadline, kind }) => [deadline, kind]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('moves a case when a deadline of its machine passes, not a millisecond before', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker', 'supervisor']);
    const bruno = await app.person('bruno', ['supervisor']);
    const id = await opened(anna);
    const events = `/api/cases/${id}/events`;
    await anna.post(events, { event: 'report_taken', facts: { risk: 'low' } });
    await anna.post(events, { event: 'visit_done', facts: { child_heard: true } });
    const proposed = await anna.post(events, {
      event: 'support_decided',
      reason: 'Needed.',
      decision: { decidedBy: 'X', function: 'Y', authority: 'Z', on: '2026-03-02' },
    });
    await bruno.post(`/api/cases/${id}/proposals/${String(at(proposed.body, 'proposal'))}/confirm`);
    const rows = (await app.deps.store.case(id))?.file.deadlines ?? {};
    const due = Object.values(rows).find(({ deadline }) => deadline === 'support_lasts')?.due ?? '';
    const step = async () => at((await anna.get(`/api/cases/${id}`)).body, 'steps', 0, 'step');
    app.clock.leapTo(new Date(Date.parse(due) - 1).toISOString());
    await app.sweep();
    expect(await step()).toBe('support');
    app.clock.leapTo(due);
    await app.sweep();
    expect(await step()).toBe('decide');
    expect(at((await anna.get(`/api/cases/${id}/journal`)).body, 'check', 'same')).toBe(true);
  });

  it('tells the other cases when one fails, and tries that one again', async () => {
    const store = memoryStore();
    let broken: string | undefined;
    const app = testApp({
      ...store,
      case: async (id) => {
        if (id === broken) throw new Error('this case cannot be read');
        return store.case(id);
      },
    });
    const anna = await app.person('anna', ['caseworker']);
    const ids = [await opened(anna), await opened(anna), await opened(anna)];
    broken = ids[1];
    app.clock.leapBy(30 * 24 * HOUR);
    await app.sweep();
    const told = async (id: string) => (await store.entries(id)).length;
    for (const id of ids) expect(await told(id)).toBe(id === broken ? 1 : 2);
    expect(app.logged.join()).toContain('a deadline could not be told');
    broken = undefined;
    await app.sweep();
    for (const id of ids) expect(await told(id)).toBe(2);
  });
});

describe('waking', () => {
  it('follows the earliest row, also one that is armed later', async () => {
    const app = testApp();
    const anna = await app.person('anna', ['caseworker']);
    app.start();
    await app.settled();
    const id = await opened(anna);
    const due = Object.values((await app.deps.store.case(id))?.file.deadlines ?? {})[0]?.next ?? '';
    expect(due > START).toBe(true);
    app.clock.leapTo(due);
    await app.settled();
    expect((await app.deps.store.entries(id)).map(({ kind }) => kind)).toEqual(['opened', 'deadline_missed']);
    await app.stop();
  });
});
