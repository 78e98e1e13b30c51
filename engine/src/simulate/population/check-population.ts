import type { Pathway } from '../../pathway/pathway.ts';
import { schemaFindings } from '../../procedure/schema-findings.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import { checkDistribution, checkTime, finding, named } from './check-distribution.ts';
import { type Distribution, type Population, populationSchema } from './population.ts';

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

function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}
