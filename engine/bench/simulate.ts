/** Case-events a second on the base pack: simulated, against XState with json-rules-engine driving the same kind of cases. */
import { factValue, type Pathway, simulate, wholeConditions } from '@parcours/engine';
import { Engine } from 'json-rules-engine';
import { initialTransition, transition } from 'xstate';
import { machineWalks } from './machine-walks.ts';
import { readBase, readDistrict } from './read-base.ts';

const CASES = Number(process.argv[2] ?? 10_000);
const PEER_CASES = 15;
const SEED = 1;

const pathway = readBase();
const population = readDistrict();

function ours(): { perSecond: number; events: number; cases: number } {
  simulate(pathway, population, { cases: 500, seed: SEED + 1 });
  const start = performance.now();
  const { report, findings } = simulate(pathway, population, { cases: CASES, seed: SEED });
  const ms = performance.now() - start;
  if (!report) throw new Error(`The population is not sound: ${findings[0]?.message}`);
  return { perSecond: (report.events / ms) * 1_000, events: report.events, cases: report.cases };
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

async function peer(): Promise<{ perSecond: number; events: number }> {
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
  let events = 0;
  const start = performance.now();
  for (const walk of prepared) {
    let [snapshot] = initialTransition(pathway.machine, { decisions: undecided });
    for (const { sent, facts } of walk) {
      const { results } = await engine.run(facts);
      const decisions: Record<string, string> = { ...undecided };
      for (const { name } of results) decisions[name] = 'yes';
      [snapshot] = transition(pathway.machine, { ...snapshot, context: { decisions } }, { type: sent });
      events += 1;
    }
  }
  return { perSecond: (events / (performance.now() - start)) * 1_000, events };
}

const theirs = await peer();
const mine = ours();
const memory = Math.round(process.memoryUsage().rss / 1e6);
console.log(
  `fictional children: ${mine.cases} cases, ${mine.events} case-events; the peer drove ${theirs.events}; memory ${memory} MB`,
);
console.log(
  JSON.stringify({
    name: 'simulate',
    ours: Math.round(mine.perSecond),
    peers: { 'xstate+json-rules-engine': Math.round(theirs.perSecond) },
    ratios: { 'xstate+json-rules-engine': Math.round((mine.perSecond / theirs.perSecond) * 10) / 10 },
  }),
);
