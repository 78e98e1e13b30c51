import { Worker } from 'node:worker_threads';
import { EngineError } from '@parcours/engine';
import type { ProofAnswer, ProofKind, ProofTask, Prover } from './proof-tasks.ts';
import type { AskedProof, ToldProof } from './proof-worker.ts';

/** Questions of a meeting and those of running cases do not wait for each other. */
const LANES = {
  gate: 'drafts',
  rebase: 'drafts',
  migrate: 'cases',
  plan: 'cases',
} as const satisfies Readonly<Record<ProofKind, string>>;
type Lane = (typeof LANES)[ProofKind];

/** Far beyond every budget of a question: what is not told by then never is. */
const LONGEST_ANSWER_MS = 5 * 60_000;
const LARGEST_HEAP_MB = 2_048;

type Waiting = { readonly tell: (told: ToldProof) => void; readonly fail: (error: Error) => void };

/**
 * Answers in threads of its own, one for each lane, begun with the first question. A thread that dies or does not answer
 * fails those who wait for it, and the next question begins another.
 */
export function proverInThreads(): Prover {
  const lanes = new Map<Lane, ReturnType<typeof openLane>>();
  return {
    ask: async (kind, task) => {
      const name = LANES[kind];
      let lane = lanes.get(name);
      if (!lane || lane.isClosed()) {
        lane = openLane();
        lanes.set(name, lane);
      }
      return lane.ask(kind, task);
    },
    close: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.close('The service is stopping.')));
      lanes.clear();
    },
  };
}

function openLane() {
  const worker = new Worker(new URL('./proof-thread.mjs', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
  });
  const waiting = new Map<number, Waiting>();
  let [last, closed] = [0, false];
  const rest = () => {
    if (waiting.size === 0) worker.unref();
  };
  const close = async (why: string): Promise<void> => {
    closed = true;
    for (const { fail } of waiting.values()) fail(new Error(why));
    waiting.clear();
    await worker.terminate();
  };
  worker.on('message', (told: ToldProof) => {
    waiting.get(told.id)?.tell(told);
    waiting.delete(told.id);
    rest();
  });
  worker.on('error', (error) => void close(error.message));
  worker.on('exit', () => void close('A thread that proves has ended.'));
  const ask = <Kind extends ProofKind>(kind: Kind, task: ProofTask<Kind>): Promise<ProofAnswer<Kind>> =>
    new Promise((resolve, reject) => {
      last += 1;
      const timer = setTimeout(() => void close('A proof did not end in its time.'), LONGEST_ANSWER_MS);
      timer.unref();
      waiting.set(last, {
        tell: (told) => {
          clearTimeout(timer);
          // The thread answers a question with what its own kind gives.
          if ('answer' in told) resolve(told.answer as ProofAnswer<Kind>);
          else reject(errorOf(told.error));
        },
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      worker.ref();
      worker.postMessage({ id: last, kind, task } as AskedProof);
    });
  return { ask, close, isClosed: () => closed };
}

function errorOf({ name, message, engine }: Extract<ToldProof, { error: unknown }>['error']): Error {
  if (engine) return new EngineError(engine.code, message, engine.parameters);
  return new Error(`A thread that proves failed: ${name}.`);
}
