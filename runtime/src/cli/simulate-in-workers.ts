import { Worker } from 'node:worker_threads';
import { mergeTallies, type OnProgress, type Tally } from '@parcours/engine';
import type { WorkerTask } from './simulate-worker.ts';

type Told = { readonly cases: number } | { readonly tally: Tally };

/**
 * Simulates in some threads, each with its part of the districts; the tally is byte for byte that of one thread, because
 * districts are independent and their counts are whole. Rejects with the first error of a thread, when all are stopped.
 */
export async function simulateInWorkers(
  task: Omit<WorkerTask, 'shard'>,
  workers: number,
  onProgress: OnProgress,
): Promise<Tally> {
  const done = new Array<number>(workers).fill(0);
  const threads = done.map((_, part) => startThread({ ...task, shard: { part, of: workers } }));
  try {
    const tallies = await Promise.all(
      threads.map((thread, part) =>
        tallyOf(thread, (cases) => {
          done[part] = cases;
          onProgress(done.reduce((sum, one) => sum + one, 0));
        }),
      ),
    );
    return mergeTallies(tallies);
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function startThread(task: WorkerTask): Worker {
  return new Worker(new URL('./simulate-thread.mjs', import.meta.url), { workerData: task, execArgv: [] });
}

function tallyOf(thread: Worker, onProgress: OnProgress): Promise<Tally> {
  return new Promise((resolve, reject) => {
    thread.on('message', (told: Told) => {
      if ('tally' in told) resolve(told.tally);
      else onProgress(told.cases);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`A thread of the simulation ended early (${code}).`)));
  });
}
