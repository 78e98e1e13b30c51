// Ten rules of three conditions, all ten decided, on children whose facts differ: ours, json-rules-engine, zen-engine.
// `npm run -s bench -- rules`. The last line printed is one line of JSON; each figure is ten-rule decisions a second.
import { ZenEngine } from '@gorules/zen-engine';
import {
  compileRules,
  decideInto,
  decidePrepared,
  decideRules,
  explainRule,
  type Facts,
  prepareFacts,
  type RuleBook,
} from '@parcours/engine';
import { Engine } from 'json-rules-engine';
import { type Contest, medians, type Pace } from './measure.ts';

const AT = '2026-03-02T08:00:00.000Z';
const CHILDREN = 64;

type Literal = boolean | number | string | readonly string[];
type Condition = { readonly fact: string; readonly operator: string; readonly value: Literal };

const enumOf = (...values: string[]) => ({
  type: 'enum',
  label: { en: 'invented' },
  tier: 1,
  values: Object.fromEntries(values.map((value) => [value, { label: { en: value } }])),
});
const plain = (type: string) => ({ type, label: { en: 'invented' }, tier: 1 });

const RISK = ['low', 'medium', 'high'];
const HARM = ['none', 'neglect', 'physical', 'sexual'];
const PLACE = ['home', 'kin', 'street', 'institution'];
const FACTS = {
  age: plain('integer'),
  risk: enumOf(...RISK),
  harm: enumOf(...HARM),
  lives_at: enumOf(...PLACE),
  seen_alone: plain('boolean'),
  heard: plain('boolean'),
  caregiver_safe: plain('boolean'),
  visits: plain('integer'),
  weeks_open: plain('integer'),
  caseload: plain('integer'),
};

const CONDITIONS: readonly Condition[] = [
  { fact: 'age', operator: 'lessThan', value: 14 },
  { fact: 'risk', operator: 'equal', value: 'high' },
  { fact: 'seen_alone', operator: 'equal', value: true },
  { fact: 'visits', operator: 'greaterThanInclusive', value: 2 },
  { fact: 'harm', operator: 'in', value: ['physical', 'sexual'] },
  { fact: 'caregiver_safe', operator: 'equal', value: false },
  { fact: 'weeks_open', operator: 'greaterThan', value: 6 },
  { fact: 'lives_at', operator: 'notIn', value: ['street', 'institution'] },
  { fact: 'heard', operator: 'equal', value: true },
  { fact: 'caseload', operator: 'lessThanInclusive', value: 25 },
];
const RULES = CONDITIONS.map((condition, index) => {
  const three = [condition, at(CONDITIONS, index + 3), at(CONDITIONS, index + 7)];
  return { id: `rule_${index}`, kind: index % 3 === 2 ? ('any' as const) : ('all' as const), three };
});

/** Children that differ, every fact known: the peers know no other. */
const children: readonly Facts[] = Array.from({ length: CHILDREN }, (_, n) => ({
  age: (n * 7) % 18,
  risk: at(RISK, n),
  harm: at(HARM, n >> 1),
  lives_at: at(PLACE, n >> 2),
  seen_alone: n % 2 === 0,
  heard: n % 3 === 0,
  caregiver_safe: n % 5 < 2,
  visits: n % 4,
  weeks_open: n % 11,
  caseload: 15 + (n % 20),
}));

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

const book = {
  pack: { timeZone: 'Africa/Tunis' },
  facts: FACTS,
  parameters: {},
  rules: Object.fromEntries(
    RULES.map(({ id, kind, three }) => [id, { label: { en: id }, conditions: { [kind]: three } }]),
  ),
} as unknown as RuleBook;
const program = compileRules(book);
const into = new Int8Array(RULES.length);
const prepared = children.map((facts) => prepareFacts(program, facts));

const engine = new Engine();
for (const { id, kind, three } of RULES) {
  const conditions = { [kind]: three } as unknown as { all: Condition[] };
  engine.addRule({ conditions, event: { type: id } });
}

const decision = new ZenEngine().createDecision(
  Buffer.from(
    JSON.stringify({
      nodes: [
        { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
        {
          id: 'ten',
          type: 'expressionNode',
          name: 'ten',
          position: { x: 0, y: 0 },
          content: {
            expressions: RULES.map(({ id, kind, three }) => ({ id, key: id, value: spelled(kind, three) })),
          },
        },
        { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
      ],
      edges: [
        { id: 'a', sourceId: 'in', targetId: 'ten', type: 'edge' },
        { id: 'b', sourceId: 'ten', targetId: 'out', type: 'edge' },
      ],
    }),
  ),
);

function spelled(kind: 'all' | 'any', three: readonly Condition[]): string {
  const signs: Readonly<Record<string, string>> = {
    equal: '==',
    lessThan: '<',
    lessThanInclusive: '<=',
    greaterThan: '>',
    greaterThanInclusive: '>=',
    in: 'in',
    notIn: 'not in',
  };
  const parts = three.map(
    ({ fact, operator, value }) => `${fact} ${signs[operator]} ${JSON.stringify(value)}`,
  );
  return parts.join(kind === 'all' ? ' and ' : ' or ');
}

/** All three must answer alike on every child, or nothing is measured. */
async function requireSameAnswers(): Promise<void> {
  for (const [n, facts] of children.entries()) {
    const ours = decideRules(program, facts, AT);
    const { events } = await engine.run({ ...facts });
    const { result } = await decision.evaluate(facts);
    const again = decidePrepared(program, at(prepared, n), AT, into);
    for (const [index, { id }] of RULES.entries()) {
      const yes = ours[id] === 'yes';
      const theirs = events.some(({ type }) => type === id);
      if (yes !== theirs || yes !== result[id] || yes !== (again[index] === 1))
        throw new Error(`The engines do not agree on ${id} of child ${n}.`);
    }
  }
}

const contests = {
  named: { batch: 20_000, once: (n) => decideInto(program, at(children, n), AT, into) },
  prepared: { batch: 20_000, once: (n) => decidePrepared(program, at(prepared, n), AT, into) },
  record: { batch: 10_000, once: (n) => decideRules(program, at(children, n), AT) },
  reasons: {
    batch: 500,
    once: (n) => {
      for (const { id } of RULES) explainRule(program, id, at(children, n), AT);
    },
  },
  'json-rules-engine': { batch: 200, once: (n) => engine.run(at(children, n)) },
  '@gorules/zen-engine': { batch: 500, once: (n) => decision.evaluate(at(children, n)) },
} as const satisfies Readonly<Record<string, Contest>>;

await requireSameAnswers();
const told = await medians(contests, 15);
const row = (what: string, { wall, cpu }: Pace) => {
  const [seen, spent] = [wall, cpu].map((figure) => Math.round(figure).toLocaleString('en').padStart(12));
  console.log(`${what.padEnd(46)}${seen}/s ${spent} a second of processor time`);
};
row('ours, facts by name, outcomes in a typed array', told.named);
row('ours, facts read before (prepareFacts)', told.prepared);
row('ours, facts by name, outcomes as a record', told.record);
row('ours, full reasons of all ten', told.reasons);
row('json-rules-engine', told['json-rules-engine']);
row('@gorules/zen-engine', told['@gorules/zen-engine']);

const byCpu = (peer: 'json-rules-engine' | '@gorules/zen-engine') =>
  `${Math.round((told.named.cpu / told[peer].cpu) * 10) / 10} x ${peer}`;
console.log(`by processor time ${byCpu('json-rules-engine')}, ${byCpu('@gorules/zen-engine')}`);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`);

const ours = Math.round(told.named.wall);
const peers = {
  'json-rules-engine': Math.round(told['json-rules-engine'].wall),
  '@gorules/zen-engine': Math.round(told['@gorules/zen-engine'].wall),
};
const ratio = (figure: number) => Math.round((ours / figure) * 10) / 10;
console.log(
  JSON.stringify({
    name: 'rules',
    ours,
    peers,
    ratios: {
      'json-rules-engine': ratio(peers['json-rules-engine']),
      '@gorules/zen-engine': ratio(peers['@gorules/zen-engine']),
    },
  }),
);
