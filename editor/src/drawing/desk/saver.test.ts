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
  const one = world([{ kind: 'conflict', theirs: 2 }]);
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

test('a window closed before the answer came sends again with the first key, and then what came after', async () => {
  const before = world([{ kind: 'offline' }]);
  const closed = newSaver(before.world, EMPTY);
  closed.add(change('a'));
  await before.pass();
  closed.add(change('b'));
  closed.stop();
  const after = world([]);
  newSaver(after.world, before.kept() ?? EMPTY);
  await after.pass();
  expect(after.sent.map(({ batch, key }) => [key, batch.changes.map(({ command }) => command)])).toEqual([
    ['key-1', ['a']],
    ['key-1', ['b']],
  ]);
  expect(before.sent[0]?.key).toBe('key-1');
});
