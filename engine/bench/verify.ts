/** States a second of the checker against XState's own explorer, on a machine that both can take: the same states are found. */
import { proveSafeguards } from '@parcours/engine';
import { getAdjacencyMap } from 'xstate/graph';
import { gridPathway } from './grid-pack.ts';
import { medians } from './measure.ts';

const TRACKS = 5;
const STEPS = 5;
const ROUNDS = Number(process.argv[2] ?? 7);

const pathway = gridPathway(TRACKS, STEPS);
const { machine } = pathway;
const input = undefined as never;

/** Cold each time: nothing that was remembered is used again. */
function ours(): number {
  const [verdict] = proveSafeguards(pathway);
  if (verdict?.verdict !== 'proved') throw new Error(`It was to be proved and is ${verdict?.verdict}.`);
  return verdict.states;
}

function theirs(): number {
  return Object.keys(
    getAdjacencyMap(machine, { input, serializeState: ({ value }) => JSON.stringify(value) }),
  ).length;
}

const states = ours();
const found = theirs();
if (states !== found || states !== STEPS ** TRACKS)
  throw new Error(`${states} states here, ${found} there, ${STEPS ** TRACKS} in truth.`);
const runs = await medians({ ours: { batch: 1, once: ours }, theirs: { batch: 1, once: theirs } }, ROUNDS);
const figure = (perSecond: number) => Math.round(perSecond * states);
console.log(
  `${states} states of ${TRACKS} tracks, ${pathway.states.size} states drawn; the same found by both`,
);
console.log(`by processor time ${Math.round((runs.ours.cpu / runs.theirs.cpu) * 10) / 10} x xstate/graph`);
console.log(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
console.log(
  JSON.stringify({
    name: 'verify',
    ours: figure(runs.ours.wall),
    peers: { 'xstate/graph': figure(runs.theirs.wall) },
    ratios: { 'xstate/graph': Math.round((runs.ours.wall / runs.theirs.wall) * 10) / 10 },
  }),
);
