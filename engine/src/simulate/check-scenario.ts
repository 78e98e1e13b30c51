import type { Pack } from '../procedure/pack.ts';
import type { Act, Scenario } from '../procedure/scenario.ts';
import { checkFactValue } from '../rules/check-value.ts';
import { own } from '../rules/subject.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { scheduleActs } from './schedule.ts';

/** The names a scenario may use, by what they name. */
type Names = {
  readonly [kind in 'event' | 'fact' | 'role' | 'rule' | 'step' | 'deadline']: Readonly<
    Record<string, unknown>
  >;
};

/**
 * What is wrong with a scenario before it is played: names nobody declared, values that no fact takes, acts that say
 * nothing or two things, signals reported as if people could, time that goes back. Expectations that can never come true
 * are warnings. `path` begins with `place`.
 */
export function checkScenario(pack: Pack, scenario: Scenario, place = 'scenario'): readonly Finding[] {
  const names: Names = {
    event: pack.events,
    fact: pack.facts,
    role: pack.roles,
    rule: pack.rules,
    step: stepsOf(pack),
    deadline: pack.deadlines,
  };
  return [
    ...scenario.acts.flatMap((act, index) =>
      checkAct(pack, names, act, `${place}/acts/${index}`, index === 0),
    ),
    ...softened([
      ...checkExpectation(pack, names, scenario.expect, `${place}/expect`),
      ...(scenario.expect.route ?? []).flatMap((step, index) =>
        checkName(names, 'step', step, `${place}/expect/route/${index}`),
      ),
      ...checkOutcome(pack, scenario, place),
    ]),
    ...checkTime(pack, scenario, place),
  ];
}

function checkAct(pack: Pack, names: Names, act: Act, path: string, first: boolean): readonly Finding[] {
  const event = act.event === undefined ? undefined : own(pack.events, act.event);
  return [
    ...checkShape(act, path, first),
    ...(act.event === undefined ? [] : checkName(names, 'event', act.event, `${path}/event`)),
    ...(event?.when === undefined
      ? []
      : [
          finding(
            'scenario.signal_reported',
            `${path}/event`,
            { event: act.event ?? '' },
            `"${act.event}" is a signal, which only the engine reports: record the facts that set it off.`,
          ),
        ]),
    ...(['by', 'second'] as const).flatMap((who) =>
      act[who] ? checkName(names, 'role', act[who].role, `${path}/${who}/role`) : [],
    ),
    ...valuesIn(act, checkValues(pack, act.facts, `${path}/facts`)),
    ...valuesIn(act, checkValues(pack, act.correct, `${path}/correct`)),
    ...(act.forget ?? []).flatMap((fact, index) => checkName(names, 'fact', fact, `${path}/forget/${index}`)),
    ...(act.override ?? []).flatMap((rule, index) =>
      checkOverride(pack, names, rule, `${path}/override/${index}`),
    ),
    ...(act.expect ? softened(checkExpectation(pack, names, act.expect, `${path}/expect`)) : []),
  ];
}

/** What can never come true keeps nothing from being played: playing tells it as a mismatch. */
function softened(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((one) => ({ ...one, severity: 'warning' }));
}

/** A wrong value is what the story is about when its author expects a refusal. */
function valuesIn({ expect }: Act, findings: readonly Finding[]): readonly Finding[] {
  return expect?.refused ? findings.filter(({ code }) => code === 'name.unknown') : findings;
}

/** An act reports an event, or records, or lets time pass; an override says of which event; the first act corrects nothing. */
function checkShape(act: Act, path: string, first: boolean): readonly Finding[] {
  const says = [
    act.event !== undefined,
    (act.facts ?? act.correct ?? act.forget) !== undefined && act.event === undefined,
    act.wait === true,
  ];
  const spoken = says.filter(Boolean).length;
  if (spoken === 0)
    return first
      ? []
      : [
          finding(
            'scenario.act_empty',
            path,
            {},
            'The act says nothing: report an event, record facts, or write wait: true.',
          ),
        ];
  if (spoken > 1 || (act.event !== undefined && (act.correct ?? act.forget) !== undefined)) {
    return [
      finding(
        'scenario.act_twofold',
        path,
        {},
        'The act says two things: write one act for the event and another for what is corrected or waited for.',
      ),
    ];
  }
  if (act.override && act.event === undefined)
    return [
      finding('scenario.override_alone', `${path}/override`, {}, 'An override reports an event: name it.'),
    ];
  if (first && (act.correct ?? act.forget) !== undefined)
    return [
      finding(
        'scenario.first_act',
        path,
        {},
        'The first act opens the case, so there is nothing to correct yet.',
      ),
    ];
  return [];
}

function checkExpectation(
  pack: Pack,
  names: Names,
  expected: NonNullable<Act['expect']>,
  path: string,
): readonly Finding[] {
  return [
    ...(expected.steps ?? []).flatMap((step, index) =>
      checkName(names, 'step', step, `${path}/steps/${index}`),
    ),
    ...(expected.missing ?? []).flatMap((fact, index) =>
      checkName(names, 'fact', fact, `${path}/missing/${index}`),
    ),
    ...(expected.unknown ?? []).flatMap((fact, index) =>
      checkName(names, 'fact', fact, `${path}/unknown/${index}`),
    ),
    ...(expected.signals ?? []).flatMap((event, index) =>
      checkName(names, 'event', event, `${path}/signals/${index}`),
    ),
    ...Object.keys(expected.deadlines ?? {}).flatMap((deadline) =>
      checkName(names, 'deadline', deadline, `${path}/deadlines/${deadline}`),
    ),
    ...checkValues(pack, expected.facts, `${path}/facts`),
  ];
}

function checkValues(
  pack: Pack,
  facts: Readonly<Record<string, unknown>> | undefined,
  path: string,
): readonly Finding[] {
  return Object.entries(facts ?? {}).flatMap(([id, value]) => {
    const fact = own(pack.facts, id);
    if (!fact) return [unknownName('fact', id, `${path}/${id}`)];
    const checked = checkFactValue(fact, id, value);
    return 'value' in checked
      ? []
      : [finding(checked.invalid.code, `${path}/${id}`, { fact: id }, checked.invalid.message)];
  });
}

function checkOverride(pack: Pack, names: Names, rule: string, path: string): readonly Finding[] {
  const definition = own(pack.rules, rule);
  if (!definition) return checkName(names, 'rule', rule, path);
  if (definition.overridable) return [];
  return [
    finding(
      'scenario.not_overridable',
      path,
      { rule },
      `The rule "${rule}" cannot be overridden: mark it overridable, or leave it out.`,
    ),
  ];
}

function checkOutcome(pack: Pack, { expect: { outcome } }: Scenario, place: string): readonly Finding[] {
  if (outcome === undefined || own(pack.steps, outcome)?.kind === 'end') return [];
  return [
    finding(
      'scenario.outcome_no_end',
      `${place}/expect/outcome`,
      { step: outcome },
      `"${outcome}" is not an end step: the outcome is the end step where main stands.`,
    ),
  ];
}

function checkTime(pack: Pack, scenario: Scenario, place: string): readonly Finding[] {
  try {
    scheduleActs(scenario, pack.pack.timeZone);
    return [];
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [finding('scenario.time', `${place}/acts`, error.parameters, error.message)];
  }
}

const stepsKept = new WeakMap<Pack['steps'], Readonly<Record<string, unknown>>>();

/** The steps of a pack without its stages and tracks, read once for all its scenarios. */
function stepsOf({ steps }: Pack): Readonly<Record<string, unknown>> {
  const known = stepsKept.get(steps);
  if (known) return known;
  const found = Object.fromEntries(
    Object.entries(steps).filter(([, { kind }]) => kind !== 'stage' && kind !== 'track'),
  );
  stepsKept.set(steps, found);
  return found;
}

function checkName(names: Names, kind: keyof Names, id: string, path: string): readonly Finding[] {
  return Object.hasOwn(names[kind], id) ? [] : [unknownName(kind, id, path)];
}

function unknownName(kind: string, id: string, path: string): Finding {
  return finding(
    'name.unknown',
    path,
    { kind, name: id },
    `There is no ${kind} "${id}": correct the name, or add it to the pack.`,
  );
}

function finding(code: string, path: string, parameters: Finding['parameters'], message: string): Finding {
  return { code, severity: 'error', path, parameters, message };
}
