import { compile } from '@parcours/engine';
import { afterEach, describe, expect, it } from 'vitest';
import { testApp } from '../fixtures/test-app.ts';
import { draftGates } from './draft-gates.ts';
import { proverHere } from './proof-tasks.ts';
import { proverInThreads } from './prover-in-threads.ts';
import { filesOf } from './read-again.ts';

const loaded = testApp().deps.packs.get('try-out');
const pack = loaded?.pack;
if (!pack) throw new Error('The try-out procedure is missing.');
const task = { files: filesOf(pack, undefined), hash: loaded.hash, proofMs: 60_000, analysisMs: 60_000 };

describe('long questions in threads of their own', () => {
  const prover = proverInThreads();
  afterEach(() => prover.close());

  it('are answered as in this one, while this one serves', async () => {
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 5);
    const report = await prover.ask('gate', task);
    clearInterval(ticking);
    expect(report).toEqual(await proverHere.ask('gate', task));
    expect(turns).toBeGreaterThan(10);
  });

  it('keep the code of an error of the engine', async () => {
    const version = { pack, hash: loaded.hash };
    const ask = { pack, before: pack, after: pack, choices: {} };
    await expect(prover.ask('rebase', ask)).rejects.toMatchObject({ code: 'pack.mismatch' });
    expect(compile(version.pack, version.hash).hash).toBe(loaded.hash);
  });

  it('fail those who wait when the service stops, and begin again', async () => {
    const waiting = prover.ask('gate', task);
    const refused = expect(waiting).rejects.toThrow('The service is stopping.');
    await prover.close();
    await refused;
    expect((await prover.ask('gate', task)).passes).toBe(true);
  });
});

it('a report is made once for a text, and again when it failed', async () => {
  let asked = 0;
  const gates = draftGates({
    ...proverHere,
    ask: async (kind, wanted) => {
      asked += 1;
      if (asked === 1) throw new Error('lost');
      return proverHere.ask(kind, wanted);
    },
  });
  await expect(gates.report({ pack })).rejects.toThrow('lost');
  const [first, second] = await Promise.all([gates.report({ pack }), gates.report({ pack })]);
  expect(second).toBe(first);
  expect(asked).toBe(2);
  await gates.report({ pack: { ...pack, pack: { ...pack.pack, version: '9.0.0' } } });
  expect(asked).toBe(3);
});
