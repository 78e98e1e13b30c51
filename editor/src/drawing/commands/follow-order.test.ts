import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { type CommandLog, openLog, perform, undo } from '../log/command-log.ts';
import { findState } from '../log/find-state.ts';
import { addStep } from './add-step.ts';
import { moveStep } from './move-step.ts';
import { readingOrder } from './reading-order.ts';
import { addTrack } from './stages.ts';
import { waysOf } from './way.ts';

const done = (outcome: ReturnType<typeof perform>): CommandLog => {
  if (!outcome.ok) throw new Error(outcome.refused.why);
  return outcome.log;
};

/** A track of its own with the steps one to four, each simply followed by the next. */
function lined(): CommandLog {
  let log = done(
    perform(openLog(samplePack()), addTrack, { title: { fr: 'piste' }, idle: { fr: 'attente' } }),
  );
  const holder = log.past.at(-1)?.places[0].split('/')[1] ?? '';
  let after: string | undefined;
  for (const name of ['one', 'two', 'three', 'four']) {
    const args = { title: { fr: name }, into: holder, outcome: { fr: 'fait' }, ...(after && { after }) };
    log = done(perform(log, addStep, args));
    after = log.past.at(-1)?.places[0].split('/')[1];
  }
  return log;
}
const HOLDER = 'piste';
const waysIn = ({ pack }: CommandLog) =>
  [...waysOf(pack.machine)]
    .filter(({ from }) => ['one', 'two', 'three', 'four'].includes(from))
    .map(({ from, candidate }) => `${from} > ${candidate.target?.slice(1)}`)
    .sort();
const order = ({ pack }: CommandLog) => {
  const holder = findState(pack.machine, HOLDER);
  return holder ? readingOrder(pack, holder.state) : [];
};
const moved = (log: CommandLog, id: string, after: string) =>
  done(perform(log, moveStep, { id, into: HOLDER, after }));

test('steps that simply follow one another follow their new order when one is moved', () => {
  const log = lined();
  expect(order(log).slice(-4)).toEqual(['one', 'two', 'three', 'four']);
  expect(waysIn(log)).toEqual(['one > two', 'three > four', 'two > three']);
  const up = moved(log, 'three', 'one');
  expect(order(up).slice(-4)).toEqual(['one', 'three', 'two', 'four']);
  expect(waysIn(up)).toEqual(['one > three', 'three > two', 'two > four']);
  const down = moved(log, 'two', 'three');
  expect(waysIn(down)).toEqual(waysIn(up));
  expect(undo(down)?.log.pack).toEqual(log.pack);
});

test('a way with a condition, and one of several, stays as it was', () => {
  const log = lined();
  const [rule = ''] = Object.keys(log.pack.rules);
  const guarded = structuredClone(log.pack) as never as Parameters<typeof openLog>[0];
  const way = [...waysOf(guarded.machine)].find(({ from }) => from === 'two');
  if (way) (way.candidate as { guard?: string }).guard = rule;
  expect(waysIn(moved(openLog(guarded), 'three', 'one'))).toEqual([
    'one > two',
    'three > four',
    'two > three',
  ]);
  // The last one leads nowhere.
  expect(waysIn(moved(log, 'four', 'one'))).toEqual(waysIn(log));
});
