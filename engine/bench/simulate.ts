/** Case-events a second of processor time on the base pack: simulated, against XState with json-rules-engine driving the same kind of cases. */
import { factValue, type Pathway, simulate, wholeConditions } from '@parcours/engine';
import { Engine } from 'json-rules-engine';
import { initialTransition, transition } from 'xstate';
import { machineWalks } from './machine-walks.ts';
import { readBase, readDistrict } from './read-base.ts';

const CASES = Number(process.argv[2] ?? 16_000);
const ROUNDS = 4;
const PEER_CASES = 8;
const SEED = 1;

const pathway = readBase();
const population = readDistrict();

/** Processor time of this process, in milliseconds: on a busy machine the clock on the wall tells what others do. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function ours(seed: number): { ms: number; events: number; cases: number } {
  const start = cpuMs();
  const { report, findings } = simulate(pathway, population, { cases: CASES / ROUNDS, seed });
  const ms = cpuMs() - start;
  if (!report) throw new Error(`The population is not sound: ${findings[0]?.message}`);
  return { ms, events: report.events, cases: report.cases };
}

/** The rules of the pack in json-rules-engine, with its own operators as the engine registers them. */
function rulesEngine({ pack }: Pathway): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true, allowUndefinedConditions: true });
  engine.addOperator('known', (value, wanted) => (value !== undefined) === wanted);
  engine.addOperator('before', (left: unknown, right: unknown) => String(left) < String(right));
  engine.addOperator('after', (left: unknown, right: unknown) => String(left) > String(right));
  engine.addOperator('withinLast', (left: unknown) => typeof left === 'string');
  for (const [id, rule] of Object.entries(pack.rules)) {
    const conditions = structuredClone(wholeConditions(rule)) as never;
    engine.setCondition(id, conditions);
    engine.addRule({ name: id, conditions, event: { type: id } });
  }
  for (const [id, { value }] of Object.entries(pack.parameters)) {
    if (value !== undefined) engine.addFact(id, value);
  }
  return engine;
}

const walks = machineWalks(pathway, population, { cases: PEER_CASES, seed: SEED });
const derived = Object.keys(pathway.pack.facts).filter((id) => pathway.pack.facts[id]?.derive);
const prepared = walks.map((walk) =>
  walk.map(({ sent, facts }) => {
    const values = derived.map((id) => [
      id,
      factValue(pathway.program, id, facts, '2026-06-01T08:00:00.000Z'),
    ]);
    return {
      sent,
      facts: { ...Object.fromEntries(values.filter(([, value]) => value !== undefined)), ...facts },
    };
  }),
);
const engine = rulesEngine(pathway);
const undecided = Object.fromEntries(Object.keys(pathway.pack.rules).map((id) => [id, 'no']));

async function peer(): Promise<{ ms: number; events: number }> {
  let events = 0;
  const start = cpuMs();
  for (const walk of prepared) {
    let [snapshot] = initialTransition(pathway.machine, { decisions: undecided });
    for (const { sent, facts } of walk) {
      const { results } = await engine.run(facts);
      const decisions: Record<string, string> = { ...undecided };
      for (const { name } of results) decisions[name ?? ''] = 'yes';
      [snapshot] = transition(pathway.machine, { ...snapshot, context: { decisions } }, { type: sent });
      events += 1;
    }
  }
  return { ms: cpuMs() - start, events };
}

// They take turns, so that a busy machine is busy for both; the first turn of each warms up.
const mine = { ms: 0, events: 0, cases: 0 };
const theirs = { ms: 0, events: 0 };
for (let round = -1; round < ROUNDS; round += 1) {
  const [other, own] = [await peer(), ours(SEED + round + 1)];
  if (round < 0) continue;
  theirs.ms += other.ms;
  theirs.events += other.events;
  mine.ms += own.ms;
  mine.events += own.events;
  mine.cases += own.cases;
}
const perSecond = ({ ms, events }: { readonly ms: number; readonly events: number }) => (events / ms) * 1_000;
const memory = Math.round(process.resourceUsage().maxRSS / 1e3);
console.log(
  `fictional children: ${mine.cases} cases, ${mine.events} case-events; the peer drove ${theirs.events}; peak memory ${memory} MB`,
);
console.log(
  JSON.stringify({
    name: 'simulate',
    ours: Math.round(perSecond(mine)),
    peers: { 'xstate+json-rules-engine': Math.round(perSecond(theirs)) },
    ratios: { 'xstate+json-rules-engine': Math.round((perSecond(mine) / perSecond(theirs)) * 10) / 10 },
  }),
);
