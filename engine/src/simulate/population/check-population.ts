import type { Pathway } from '../../pathway/pathway.ts';
import type { Fact, Field } from '../../procedure/facts.ts';
import { schemaFindings } from '../../procedure/schema-findings.ts';
import { checkFactValue } from '../../rules/check-value.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import { type Distribution, type Measure, type Population, populationSchema } from './population.ts';

const PLACE = 'population';
const MOST_CASES = 10_000_000;
/** Deeper distributions are refused before they are read. */
const DEEPEST = 40;

export type CheckedPopulation = {
  readonly findings: readonly Finding[];
  /** Absent when it does not have the shape of one. */
  readonly population?: Population;
};

/**
 * What is wrong with a population: shape, names that the pack does not have, values that a fact does not take, figures that
 * cannot be. It never throws, whatever it is given.
 */
export function checkPopulation(
  pathway: Pathway,
  given: unknown,
  size?: { readonly cases: number; readonly seed: number },
): CheckedPopulation {
  const about = size ? checkSize(size) : [];
  if (isTooDeep(given, DEEPEST)) {
    return {
      findings: [
        ...about,
        finding(
          'population.too_deep',
          PLACE,
          {},
          `The population is nested more than ${DEEPEST} levels deep: write it flatter.`,
        ),
      ],
    };
  }
  const parsed = populationSchema.safeParse(given);
  if (!parsed.success) return { findings: [...about, ...schemaFindings(PLACE, parsed.error.issues)] };
  const population = parsed.data;
  return { findings: [...about, ...checkContent(pathway, population)], population };
}

function checkSize({ cases, seed }: { readonly cases: number; readonly seed: number }): Finding[] {
  const wrong: Finding[] = [];
  if (!Number.isSafeInteger(cases) || cases < 1 || cases > MOST_CASES) {
    wrong.push(
      finding(
        'population.cases',
        'cases',
        { most: MOST_CASES },
        `Simulate a whole number of cases, from 1 to ${MOST_CASES}.`,
      ),
    );
  }
  if (!Number.isSafeInteger(seed))
    wrong.push(finding('population.seed', 'seed', {}, 'The seed is a whole number.'));
  return wrong;
}

function checkContent(pathway: Pathway, population: Population): Finding[] {
  const { pack } = pathway;
  const facts = (said: Population['facts'], path: string) =>
    Object.entries(said ?? {}).flatMap(([id, distribution]) =>
      checkFact(pathway, id, distribution, `${path}/${id}`),
    );
  return [
    ...facts(population.facts, `${PLACE}/facts`),
    ...Object.entries(population.steps ?? {}).flatMap(([step, habits]) => {
      const path = `${PLACE}/steps/${step}`;
      return [
        ...named(pathway.states.get(step)?.leaf ? { [step]: true } : {}, 'step', step, path),
        ...facts(habits.facts, `${path}/facts`),
        ...Object.keys(habits.events ?? {}).flatMap((event) =>
          checkEvent(pathway, event, `${path}/events/${event}`),
        ),
        ...checkTime(habits.waitsHours, `${path}/waitsHours`),
        ...checkTime(habits.takesMinutes, `${path}/takesMinutes`),
        ...(habits.role === undefined ? [] : named(pack.roles, 'role', habits.role, `${path}/role`)),
      ];
    }),
    ...(population.anyTime ?? []).flatMap(({ facts: said, event, afterDays }, index) => {
      const path = `${PLACE}/anyTime/${index}`;
      return [
        ...facts(said, `${path}/facts`),
        ...checkTime(afterDays, `${path}/afterDays`),
        ...(event === undefined ? [] : checkEvent(pathway, event, `${path}/event`)),
      ];
    }),
    ...Object.keys(population.staff ?? {}).flatMap((role) =>
      named(pack.roles, 'role', role, `${PLACE}/staff/${role}`),
    ),
    ...Object.entries(population.groups ?? {}).flatMap(([id, { fact }]) =>
      named(pack.facts, 'fact', fact, `${PLACE}/groups/${id}/fact`),
    ),
    ...Object.entries(population.needs ?? {}).flatMap(([id, { when, met }]) => [
      ...named(pack.rules, 'rule', when, `${PLACE}/needs/${id}/when`),
      ...checkMet(pathway, met, `${PLACE}/needs/${id}/met`),
    ]),
  ];
}

function checkMet({ pack, states }: Pathway, met: string, path: string): Finding[] {
  const [kind = '', id = ''] = met.split(':');
  if (kind === 'rule') return named(pack.rules, 'rule', id, path);
  if (kind === 'event') return named(pack.events, 'event', id, path);
  if (kind === 'step' || kind === 'stage')
    return named(states.has(id) ? { [id]: true } : {}, 'step', id, path);
  return [
    finding('population.met', path, { met }, `"${met}" meets no need: name a step, an event or a rule.`),
  ];
}

function checkEvent({ pack }: Pathway, event: string, path: string): Finding[] {
  const wrong = named(pack.events, 'event', event, path);
  if (wrong.length > 0 || pack.events[event]?.when === undefined) return wrong;
  return [
    finding(
      'population.signal',
      path,
      { event },
      `"${event}" is a signal, which only the engine reports: give the facts that set it off.`,
    ),
  ];
}

function checkFact({ pack }: Pathway, id: string, distribution: Distribution, path: string): Finding[] {
  const fact = Object.hasOwn(pack.facts, id) ? pack.facts[id] : undefined;
  if (!fact) return named(pack.facts, 'fact', id, path);
  if (fact.derive) {
    return [
      finding(
        'population.derived',
        path,
        { fact: id },
        `"${id}" is derived: give the facts it derives from.`,
      ),
    ];
  }
  return checkDistribution(pack, { id, of: fact, path }, distribution);
}

type About = { readonly id: string; readonly of: Fact | Field; readonly path: string };

function checkDistribution(pack: Pathway['pack'], about: About, distribution: Distribution): Finding[] {
  const { id, of, path } = about;
  const kind = (right: boolean): Finding[] =>
    right
      ? []
      : [
          finding(
            'population.kind',
            path,
            { fact: id, type: of.type },
            `"${id}" is of type ${of.type}: this distribution does not give such values.`,
          ),
        ];
  const value = (one: unknown, at: string): Finding[] => {
    const checked = checkFactValue(of as Fact, id, one);
    return 'value' in checked ? [] : [finding('population.value', at, { fact: id }, checked.invalid.message)];
  };
  const inner = (one: Distribution | undefined, at: string) =>
    one === undefined ? [] : checkDistribution(pack, { ...about, path: at }, one);
  if ('value' in distribution) return value(distribution.value, `${path}/value`);
  if ('weights' in distribution) {
    const total = Object.values(distribution.weights).reduce((sum, weight) => sum + weight, 0);
    return [
      ...Object.keys(distribution.weights).flatMap((key) => value(typed(key, of), `${path}/weights/${key}`)),
      ...(total > 0
        ? []
        : [
            finding(
              'population.weights',
              `${path}/weights`,
              { fact: id },
              `All weights of "${id}" are zero: give one of them more.`,
            ),
          ]),
    ];
  }
  if ('number' in distribution)
    return [
      ...kind(of.type === 'integer' || of.type === 'number'),
      ...checkMeasure(distribution.number, `${path}/number`),
      ...checkBounds(about, distribution.number),
    ];
  if ('yearsAgo' in distribution)
    return [...kind(isTime(of)), ...checkMeasure(distribution.yearsAgo, `${path}/yearsAgo`, 200)];
  if ('daysAgo' in distribution)
    return [...kind(isTime(of)), ...checkMeasure(distribution.daysAgo, `${path}/daysAgo`, 73_000)];
  if ('chances' in distribution) {
    return [
      ...kind(of.type === 'enums'),
      ...Object.keys(distribution.chances).flatMap((key) => value([key], `${path}/chances/${key}`)),
    ];
  }
  if ('lists' in distribution) {
    const fields = 'fields' in of ? (of.fields ?? {}) : {};
    const total = distribution.lists.reduce((sum, { weight = 1 }) => sum + weight, 0);
    return [
      ...kind(of.type === 'records'),
      ...(total > 0
        ? []
        : [
            finding(
              'population.weights',
              `${path}/lists`,
              { fact: id },
              `All weights of "${id}" are zero: give one of them more.`,
            ),
          ]),
      ...distribution.lists.flatMap(({ rows }, list) =>
        rows.flatMap((row, index) => checkRow(pack, row, fields, `${path}/lists/${list}/rows/${index}`)),
      ),
    ];
  }
  if ('by' in distribution) {
    return [
      ...named(pack.facts, 'fact', distribution.by, `${path}/by`),
      ...Object.entries(distribution.cases).flatMap(([key, one]) => inner(one, `${path}/cases/${key}`)),
      ...inner(distribution.else, `${path}/else`),
    ];
  }
  return [
    ...named(pack.rules, 'rule', distribution.when, `${path}/when`),
    ...inner(distribution.so, `${path}/so`),
    ...inner(distribution.else, `${path}/else`),
  ];
}

function checkRow(
  pack: Pathway['pack'],
  row: Readonly<Record<string, Distribution>>,
  fields: Readonly<Record<string, Field>>,
  path: string,
): Finding[] {
  const missing = Object.entries(fields).filter(
    ([name, { required }]) => required && (row[name] === undefined || row[name].answered !== undefined),
  );
  return [
    ...missing.map(([name]) =>
      finding(
        'population.row',
        path,
        { field: name },
        `Each row needs ${name}: give it a distribution that always answers.`,
      ),
    ),
    ...Object.entries(row).flatMap(([name, distribution]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) return named(fields, 'field', name, `${path}/${name}`);
      return checkDistribution(pack, { id: name, of: field, path: `${path}/${name}` }, distribution);
    }),
  ];
}

function isTime({ type }: Fact | Field): boolean {
  return type === 'date' || type === 'instant';
}

function typed(key: string, { type }: Fact | Field): unknown {
  if (type === 'boolean') return key === 'true' ? true : key === 'false' ? false : key;
  return type === 'integer' || type === 'number' ? Number(key) : key;
}

const MOST_TIME = 1_000_000;

/** A length of time is never negative. */
function checkTime(measure: Measure | undefined, path: string): Finding[] {
  if (measure === undefined) return [];
  const least = endsOf(measure)[0];
  return [
    ...checkMeasure(measure, path, MOST_TIME),
    ...(least < 0
      ? [
          finding(
            'population.negative',
            path,
            { value: least },
            'A length of time is never negative: give 0 or more.',
          ),
        ]
      : []),
  ];
}

function checkMeasure(measure: Measure, path: string, most = Number.MAX_SAFE_INTEGER): Finding[] {
  const [low, high] = endsOf(measure);
  const ordered =
    typeof measure === 'object' && 'triangular' in measure
      ? measure.triangular[0] <= measure.triangular[1] && measure.triangular[1] <= measure.triangular[2]
      : low <= high;
  const wrong: Finding[] = [];
  if (!ordered)
    wrong.push(finding('population.order', path, {}, 'The lowest number comes first and the highest last.'));
  if (Math.max(Math.abs(low), Math.abs(high)) > most)
    wrong.push(finding('population.beyond', path, { most }, `No number here may go beyond ${most}.`));
  return wrong;
}

/** The least and the greatest; of an exponential, its mean stands for the greatest. */
function endsOf(measure: Measure): readonly [number, number] {
  if (typeof measure === 'number') return [measure, measure];
  if ('uniform' in measure) return measure.uniform;
  return 'exponential' in measure ? [0, measure.exponential] : [measure.triangular[0], measure.triangular[2]];
}

/** Numbers out of the bounds of a fact are cut to them, which is told. */
function checkBounds({ id, of, path }: About, measure: Measure): Finding[] {
  const [low, high] = endsOf(measure);
  if ((of.min === undefined || low >= of.min) && (of.max === undefined || high <= of.max)) return [];
  return [
    {
      ...finding(
        'population.bounds',
        `${path}/number`,
        { fact: id },
        `"${id}" lies between ${of.min ?? 'any'} and ${of.max ?? 'any'}: what lies outside is cut to that.`,
      ),
      severity: 'warning',
    },
  ];
}

function named(
  names: Readonly<Record<string, unknown>>,
  kind: string,
  name: string,
  path: string,
): Finding[] {
  if (Object.hasOwn(names, name)) return [];
  return [
    finding(
      'name.unknown',
      path,
      { kind, name },
      `There is no ${kind} called "${name}" here: correct the name.`,
    ),
  ];
}

function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}

function finding(code: string, path: string, parameters: Finding['parameters'], message: string): Finding {
  return { code, severity: 'error', path, parameters, message };
}
