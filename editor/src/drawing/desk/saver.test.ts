import { expect, test } from 'vitest';
import type { Saved } from '../drawing-store.ts';
import { newSaver, type Saving, type SendAnswer, type Unsent } from './saver.ts';

const change = (command: string): Saved => ({
  kind: 'do',
  command,
  names: {},
  places: ['pack'],
  patches: [],
  inverse: [],
});

/** A service that answers as told, and a device that remembers. */
function world(answers: SendAnswer[]) {
  const sent: { batch: Unsent; key: string }[] = [];
  const states: Saving['state'][] = [];
  let kept: Unsent | undefined;
  let due: (() => void) | undefined;
  let keys = 0;
  return {
    sent,
    states,
    kept: () => kept,
    pass: async () => {
      const call = due;
      due = undefined;
      call?.();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    },
    world: {
      send: async (batch: Unsent, key: string) => {
        sent.push({ batch, key });
        return answers.shift() ?? { kind: 'saved' as const, revision: batch.revision + 1 };
      },
      keep: async (unsent: Unsent | undefined) => {
        kept = unsent;
        return true;
      },
      later: (_: number, call: () => void) => {
        due = call;
        return () => {
          due = undefined;
        };
      },
      newKey: () => `key-${++keys}`,
      onState: (saving: Saving) => void states.push(saving.state),
    },
  };
}

const EMPTY: Unsent = { revision: 3, changes: [] };

test('what is written in one breath is one batch, on the revision that was seen', async () => {
  const one = world([]);
  const saver = newSaver(one.world, EMPTY);
  saver.add(change('a'));
  saver.add(change('b'));
  await one.pass();
  expect(one.sent.map(({ batch }) => [batch.revision, batch.changes.map(({ command }) => command)])).toEqual([
    [3, ['a', 'b']],
  ]);
  expect(one.kept()).toBeUndefined();
  expect(one.states.at(-1)).toBe('saved');
});

test('without network everything is kept on the device, and sent again with the same key', async () => {
  const one = world([{ kind: 'offline' }]);
  const saver = newSaver(one.world, EMPTY);
  saver.add(change('a'));
  await one.pass();
  expect(one.states.at(-1)).toBe('offline');
  saver.add(change('b'));
  expect(one.kept()?.changes.map(({ command }) => command)).toEqual(['a', 'b']);
  await one.pass();
  expect(one.sent[1]?.key).toBe(one.sent[0]?.key);
  expect(one.sent[1]?.batch).toEqual(one.sent[0]?.batch);
  expect(one.sent[2]?.batch).toMatchObject({ revision: 4, changes: [{ command: 'b' }] });
  expect(one.kept()).toBeUndefined();
});

test('what a device kept is sent when the draft is opened again', async () => {
  const one = world([]);
  newSaver(one.world, { revision: 7, changes: [change('kept')] });
  await one.pass();
  expect(one.sent[0]?.batch).toMatchObject({ revision: 7, changes: [{ command: 'kept' }] });
});

test('after a conflict nothing more is sent, and nothing is forgotten', async () => {
  const one = world([{ kind: 'conflict', revision: 5, since: [['x'], []] }]);
  const saver = newSaver(one.world, EMPTY);
  saver.add(change('a'));
  await one.pass();
  saver.add(change('b'));
  await one.pass();
  expect(one.sent).toHaveLength(1);
  expect(one.states.at(-1)).toBe('conflict');
  expect(one.kept()?.changes.map(({ command }) => command)).toEqual(['a', 'b']);
});

test('what is written is not called saved while it waits', () => {
  const one = world([]);
  newSaver(one.world, EMPTY).add(change('a'));
  expect(one.states).toEqual(['saving']);
});

test('a window closed before the answer came: what has arrived nevertheless is known by its marks', async () => {
  const before = world([{ kind: 'offline' }]);
  const closed = newSaver(before.world, EMPTY);
  closed.add(change('a'));
  await before.pass();
  closed.add(change('b'));
  const marks = [before.sent[0]?.batch.changes[0]?.mark ?? 'none'];
  const after = world([{ kind: 'conflict', revision: 4, since: [marks] }]);
  newSaver(after.world, before.kept() ?? EMPTY);
  await after.pass();
  expect(
    after.sent.map(({ batch }) => [batch.revision, batch.changes.map(({ command }) => command)]),
  ).toEqual([
    [3, ['a', 'b']],
    [4, ['b']],
  ]);
  expect(after.states.at(-1)).toBe('saved');
});

test('sending waits for no device: a slow one, or one that keeps nothing', async () => {
  const one = world([]);
  const saver = newSaver({ ...one.world, keep: () => new Promise(() => undefined) }, EMPTY);
  saver.add(change('a'));
  expect(saver.isAtRisk()).toBe(true);
  saver.flush(true);
  expect(one.sent).toHaveLength(1);
  await one.pass();
  expect(one.states.at(-1)).toBe('saved');
  expect(saver.isAtRisk()).toBe(false);
});

test('without network a device that keeps nothing is told apart', async () => {
  const one = world([{ kind: 'offline' }]);
  const told: Saving[] = [];
  const onState = (saving: Saving) => void told.push(saving);
  const saver = newSaver({ ...one.world, onState, keep: async () => false }, EMPTY);
  saver.add(change('a'));
  await one.pass();
  expect(told.at(-1)).toEqual({ state: 'offline', isKept: false });
  expect(saver.isAtRisk()).toBe(true);
});

test('what was refused is sent again with what is written next', async () => {
  const one = world([{ kind: 'refused', code: 'draft.pen_held' }]);
  const saver = newSaver(one.world, EMPTY);
  saver.add(change('a'));
  await one.pass();
  expect(one.states.at(-1)).toBe('refused');
  saver.add(change('b'));
  await one.pass();
  expect(one.sent[1]?.batch.changes.map(({ command }) => command)).toEqual(['a', 'b']);
  expect(one.kept()).toBeUndefined();
});
