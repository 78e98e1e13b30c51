import type { Pathway } from '../../pathway/pathway.ts';
import type { Fact, Field } from '../../procedure/facts.ts';
import { checkFactValue } from '../../rules/check-value.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import type { Distribution, Measure } from './population.ts';

/** The fact or field that a distribution is of, and where it stands. */
export type About = { readonly id: string; readonly of: Fact | Field; readonly path: string };

/** What is wrong with a distribution: values its fact does not take, numbers that cannot be, names nobody knows. */
export function checkDistribution(
  pack: Pathway['pack'],
  about: About,
  distribution: Distribution,
): Finding[] {
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
export function checkTime(measure: Measure | undefined, path: string): Finding[] {
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

/** A name must be one of those there are. */
export function named(
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

/** An error in a population. */
export function finding(
  code: string,
  path: string,
  parameters: Finding['parameters'],
  message: string,
): Finding {
  return { code, severity: 'error', path, parameters, message };
}
