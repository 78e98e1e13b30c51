/** Steps of the machine a second: remembered, its empty table included, against XState alone, on the same events of simulated cases. */
import { type Outcome, type Place, rememberSteps } from '@parcours/engine';
import { initialTransition, transition } from 'xstate';
import { machineWalks } from './machine-walks.ts';
import { readBase, readDistrict } from './read-base.ts';

const CASES = 300;
const ROUNDS = Number(process.argv[2] ?? 20);

const pathway = readBase();
const walks = machineWalks(pathway, readDistrict(), { cases: CASES, seed: 1 });
const events = walks.reduce((sum, walk) => sum + walk.length, 0) * ROUNDS;
const { machine, tracks } = pathway;
const unknown: Readonly<Record<string, Outcome>> = {};

/** Processor time of this process, in milliseconds: on a busy machine the clock on the wall tells what others do. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function raw(): { perSecond: number; ends: string[] } {
  const ends: string[] = [];
  const start = cpuMs();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const walk of walks) {
      let [snapshot] = initialTransition(machine, { decisions: unknown });
      for (const { sent, decisions } of walk) {
        [snapshot] = transition(machine, { ...snapshot, context: { decisions } }, { type: sent });
      }
      if (round === 0) ends.push(JSON.stringify(snapshot.value));
    }
  }
  return { perSecond: (events / (cpuMs() - start)) * 1_000, ends };
}

function remembered(): { perSecond: number; ends: string[]; computed: number } {
  const ends: string[] = [];
  const start = cpuMs();
  const table = rememberSteps(pathway);
  const named = walks.map((walk) =>
    walk.map(({ kind, name, state }) =>
      kind === 'reported'
        ? table.events.reported(name)
        : kind === 'signal'
          ? table.events.signal(name)
          : table.events.passing(name, state),
    ),
  );
  let decisions = unknown;
  const ask = (rule: string): Outcome => decisions[rule] ?? 'unknown';
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, walk] of walks.entries()) {
      decisions = unknown;
      const first = table.start(ask);
      if (!first) throw new Error('The machine does not start.');
      const standing: Place[] = [...first.after];
      for (const [at, event] of walk.entries()) {
        decisions = event.decisions;
        const sent = named[index]?.[at];
        const step = sent && table.step(standing, sent, ask);
        if (step) for (const place of step.after) standing[place.index] = place;
      }
      if (round === 0) ends.push(JSON.stringify(table.places.position(standing).value));
    }
  }
  return { perSecond: (events / (cpuMs() - start)) * 1_000, ends, computed: table.computed() };
}

const theirs = raw();
const ours = remembered();
if (JSON.stringify(ours.ends) !== JSON.stringify(theirs.ends))
  throw new Error('They do not end in the same places.');
const figure = (value: number) => Math.round(value);
console.log(
  `${events} events of ${walks.length} fictional cases on ${tracks.length} tracks; ${ours.computed} steps were computed by XState`,
);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`);
console.log(
  JSON.stringify({
    name: 'transition',
    ours: figure(ours.perSecond),
    peers: { xstate: figure(theirs.perSecond) },
    ratios: { xstate: Math.round((ours.perSecond / theirs.perSecond) * 10) / 10 },
  }),
);
