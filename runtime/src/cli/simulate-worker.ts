/** One thread of `parcours simulate --workers`: it simulates its part of the districts and gives back the tally. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Population, type Shard, type SimulationSize, simulateShard } from '@parcours/engine';
import type { PackPlace } from './find-pack.ts';
import { loadPack } from './load-pack.ts';

/** What a thread is given. The population was checked before. */
export type WorkerTask = {
  readonly place: PackPlace;
  readonly population: Population;
  readonly size: SimulationSize;
  readonly shard: Shard;
};

const { place, population, size, shard } = workerData as WorkerTask;
const { pathway } = loadPack(place);
if (!pathway) throw new Error('The pack cannot run any more: its files changed.');
const tally = simulateShard(pathway, population, size, shard, (cases) => parentPort?.postMessage({ cases }));
parentPort?.postMessage({ tally });
