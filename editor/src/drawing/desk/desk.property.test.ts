/**
 * Windows of one browser write on one draft while the network, the device and the windows themselves come and go: whatever
 * was written arrives exactly once, unless a person gave it up, or closed a window that said that it would be lost.
 */

import fc from 'fast-check';
import { applyPatches } from 'immer';
import { expect, test } from 'vitest';
import { setField } from '../commands/elements.ts';
import { sampleDraft } from '../fixtures/sample-draft.ts';
import { type Desk, openDesk } from './desk.ts';
import { draftShelf } from './draft-shelf.ts';
import type { SendAnswer, Unsent } from './saver.ts';

const FIRST = sampleDraft('amina');
const OFFLINE: SendAnswer = { kind: 'offline' };

type Batch = { readonly marks: readonly string[]; readonly words: readonly string[] };
type Window = {
  name: string;
  desk: Desk | undefined;
  isDead: boolean;
  timers: { at: number; call: () => void }[];
};

/** One browser, its device and the service, all in memory; what is under way is decided by whoever turns the crank. */
function browser(keeps: 'quickly' | 'slowly' | 'nothing') {
  let device = keeps;
  let isUp = true;
  let now = 0;
  let names = 0;
  let pack = FIRST.pack;
  const history: Batch[] = [];
  const answers = new Map<string, SendAnswer>();
  const rows = new Map<string, Unsent>();
  const queue: (() => void)[] = [];
  const requests: { arrive: () => SendAnswer; answer: (given: SendAnswer) => void }[] = [];
  const windows: Window[] = [];
  const typed: string[] = [];
  const forgiven = new Set<string>();

  const serve = ({ revision, changes }: Unsent, key: string): SendAnswer => {
    const known = answers.get(key);
    if (known) return known;
    if (revision !== history.length)
      return {
        kind: 'conflict',
        revision: history.length,
        since: history.slice(revision).map(({ marks }) => marks),
      };
    for (const { patches } of changes) pack = applyPatches(pack, patches);
    const words = changes.flatMap(({ patches }) => patches.map(({ value }) => String(value)));
    history.push({ marks: changes.flatMap(({ mark }) => mark ?? []), words });
    const answer: SendAnswer = { kind: 'saved', revision: history.length };
    answers.set(key, answer);
    return answer;
  };
  const view = () => ({ ...FIRST, draft: { ...FIRST.draft, revision: history.length }, pack });
  const newKey = () => `k${++names}`;
  const onDevice = <T>(one: Window, act: () => T, refused: () => T): Promise<T> => {
    if (one.isDead) return new Promise(() => undefined);
    return new Promise((tell) => {
      const run = () => tell(device === 'nothing' ? refused() : act());
      if (device === 'slowly') queue.push(run);
      else run();
    });
  };
  const held = (name: string, by: Window) =>
    windows.some((one) => one !== by && !one.isDead && locks.get(one)?.has(name));
  const locks = new Map<Window, Set<string>>();

  const open = (name = newKey()): void => {
    if (!isUp) return;
    const one: Window = { name, desk: undefined, isDead: false, timers: [] };
    windows.push(one);
    locks.set(one, new Set([name]));
    const later = (ms: number, call: () => void) => {
      const timer = { at: now + ms, call };
      one.timers.push(timer);
      return () => {
        one.timers = one.timers.filter((each) => each !== timer);
      };
    };
    const shelf = draftShelf({
      rows: () =>
        device === 'nothing'
          ? Promise.reject(new Error('The device keeps nothing.'))
          : onDevice(
              one,
              () => new Map(rows),
              () => new Map(),
            ),
      keep: (row, unsent) =>
        onDevice(
          one,
          () => {
            if (unsent) rows.set(row, unsent);
            else rows.delete(row);
            return true;
          },
          () => false,
        ),
      ownName: async () => name,
      adopt: async (row) => {
        if (one.isDead || held(row, one)) return false;
        locks.get(one)?.add(row);
        return true;
      },
      newName: newKey,
      later,
    });
    const send = (batch: Unsent, key: string) => {
      if (one.isDead) return new Promise<SendAnswer>(() => undefined);
      if (!isUp) return Promise.resolve(OFFLINE);
      return new Promise<SendAnswer>((tell) => {
        const answer = (given: SendAnswer) => void (one.isDead || tell(given));
        requests.push({ arrive: () => serve(batch, key), answer });
      });
    };
    const read = async () =>
      one.isDead ? new Promise<undefined>(() => undefined) : isUp ? view() : undefined;
    one.desk = openDesk({ read, send, shelf, later, newKey }, view());
  };
  const alive = () => windows.filter(({ isDead }) => !isDead);
  const close = (one: Window) => {
    one.desk?.flush(true);
    // The person was warned, and closed it nevertheless.
    if (one.desk?.isAtRisk()) forgive(one.desk);
    one.isDead = true;
    one.timers = [];
  };
  return {
    open,
    close,
    alive,
    reload: (one: Window) => {
      if (!isUp) return;
      close(one);
      open(one.name);
    },
    type: (one: Window) => {
      const drawing = one.desk?.get().drawing;
      if (!drawing || one.desk?.get().saving.state === 'conflict') return;
      const value = `words ${typed.length}`;
      const done = drawing.perform(setField, { section: 'steps', id: 'meet', path: ['title', 'fr'], value });
      if (done) typed.push(value);
    },
    giveUp: (one: Window) => {
      if (one.desk?.get().saving.state !== 'conflict') return;
      forgive(one.desk);
      one.desk.giveUp();
    },
    setUp: (up: boolean) => {
      isUp = up;
      if (!up) for (const { answer } of requests.splice(0)) answer(OFFLINE);
    },
    setDevice: (next: typeof device) => {
      device = next;
    },
    /** The oldest request under way: it arrives and is answered, its answer is lost, or it never arrives. */
    deliver: (how: 'answered' | 'unheard' | 'lost') => {
      const request = requests.shift();
      if (!request) return;
      const answer = how === 'lost' ? OFFLINE : request.arrive();
      request.answer(how === 'answered' ? answer : OFFLINE);
    },
    tick: () => {
      for (const run of queue.splice(0)) run();
    },
    pass: (ms: number) => {
      now += ms;
      for (const one of alive()) {
        const due = one.timers.filter(({ at }) => at <= now);
        one.timers = one.timers.filter(({ at }) => at > now);
        for (const { call } of due) call();
      }
    },
    typed: () => typed,
    forgiven: () => forgiven,
    rows: () => rows,
    arrived: () => history.flatMap(({ words }) => words),
    pack: () => pack,
  };

  function forgive(desk: Desk): void {
    for (const { patches } of desk.unsent()?.changes ?? [])
      for (const { value } of patches) forgiven.add(String(value));
  }
}

const turn = () => new Promise<void>((done) => setImmediate(done));

const act = fc.record({
  what: fc.constantFrom(
    ...(['type', 'type', 'type', 'pass', 'deliver', 'deliver', 'unheard', 'lost', 'down', 'up'] as const),
    ...(['close', 'reload', 'open', 'again', 'giveUp', 'slow', 'quick', 'tick'] as const),
  ),
  who: fc.nat(3),
  ms: fc.constantFrom(100, 900, 6_000),
});

test('what windows wrote arrives exactly once, whatever happens to them, the network and the device', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 40 }),
      fc.constantFrom('quickly', 'slowly', 'nothing'),
      async (acts, keeps) => {
        const one = browser(keeps);
        one.open();
        one.open();
        await turn();
        for (const { what, who, ms } of acts) {
          const windows = one.alive();
          const window = windows[who % Math.max(1, windows.length)];
          if (what === 'open' && windows.length < 4) one.open();
          if (what === 'pass') one.pass(ms);
          if (what === 'deliver') one.deliver('answered');
          if (what === 'unheard') one.deliver('unheard');
          if (what === 'lost') one.deliver('lost');
          if (what === 'down') one.setUp(false);
          if (what === 'up') one.setUp(true);
          if (what === 'tick') one.tick();
          if (keeps !== 'nothing' && what === 'slow') one.setDevice('slowly');
          if (keeps !== 'nothing' && what === 'quick') {
            one.tick();
            one.setDevice('quickly');
          }
          if (window && what === 'type') one.type(window);
          if (window && what === 'close') one.close(window);
          if (window && what === 'reload') one.reload(window);
          if (window && what === 'again') window.desk?.layAgain();
          if (window && what === 'giveUp') one.giveUp(window);
          await turn();
        }
        // The network is back, the device answers, and everything that is left is settled, window after window.
        one.setUp(true);
        if (keeps !== 'nothing') one.setDevice('quickly');
        for (let round = 0; round < 3; round += 1) {
          for (let step = 0; step < 30; step += 1) {
            one.tick();
            one.deliver('answered');
            one.pass(6_000);
            for (const { desk } of one.alive()) if (desk?.get().canLayAgain) desk.layAgain();
            await turn();
          }
          for (const window of one.alive()) one.close(window);
          one.open();
          await turn();
        }
        const arrived = one.arrived();
        expect(new Set(arrived).size, 'nothing arrives twice').toBe(arrived.length);
        const lost = one.typed().filter((words) => !arrived.includes(words) && !one.forgiven().has(words));
        expect(lost, 'nothing is lost').toEqual([]);
        expect([...one.rows().values()]).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
