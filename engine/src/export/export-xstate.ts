import { compile } from '../pathway/compile.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Derive } from '../procedure/facts.ts';
import type { Pack } from '../procedure/pack.ts';
import { orderByDependence } from '../rules/dependence.ts';
import { throughRecords } from '../rules/names-in.ts';
import { namesByPart, partsRead } from '../rules/rule-program.ts';
import { own, subjectOf } from '../rules/subject.ts';
import { familyOf } from '../rules/value-shape.ts';
import { inLanguage } from '../vocabulary/in-language.ts';
import type { Json } from '../vocabulary/json.ts';
import { namedLists } from './guard-source.ts';
import { dataSource as data, statesSource } from './machine-source.ts';
import { MODULE_RUNTIME } from './module-runtime.ts';
import { soundRule, soundWhere, UNKNOWN } from './sound-conditions.ts';

/**
 * A small JavaScript module that runs the procedure with xstate and json-rules-engine alone: `machine`, `decide`, `start`,
 * `report`, `record`, `passDeadline`. It is printed from the compiled machine, so the guards are those that run here.
 * Roles, forms, second persons, overrides and the journal are not in it. Same pack, same text. Throws `pack.unsound`.
 */
export function exportXState(pack: Pack): string {
  const pathway = compile(pack);
  const { id, version, title, timeZone, licence } = pack.pack;
  const printed = statesSource(pathway.machine.config.states, 2);
  const lists = namedLists(printed);
  const states = lists.reduce((text, { name, list }) => text.replaceAll(list, name), printed);
  return `/**
 * ${comment(`${inLanguage(title, ['en', 'fr', 'es'], id)} (${id} ${version}, ${licence})`)}.
 * Exported by Parcours; pack ${comment(pathway.hash)}.
 * Runs with xstate 5 and json-rules-engine 7 alone. Roles, forms, overrides and the journal are left to the application.
 */
import { Engine } from 'json-rules-engine';
import { and, createMachine, initialTransition, not, or, stateIn, transition } from 'xstate';

const yes = (rule) => ({ type: 'yes', params: { rule } });
const no = (rule) => ({ type: 'no', params: { rule } });
const enter = (state) => ({ type: 'enter', params: { state } });
const leave = (state) => ({ type: 'leave', params: { state } });
${lists.map(({ name, list }) => `const ${name} = ${list};\n`).join('')}
/** Guards read decided rules in the context and nothing else. Delays are names of deadlines: their number means nothing. */
export const machine = createMachine(
  {
    id: ${JSON.stringify(pack.machine.id)},
    type: 'parallel',
    context: ({ input }) => input ?? {},
    options: { maxIterations: 1000 },
    states: ${states},
  },
  {
    guards: {
      yes: ({ context }, { rule }) => context.decisions?.[rule] === 'yes',
      no: ({ context }, { rule }) => context.decisions?.[rule] === 'no',
    },
    delays: ${data(Object.fromEntries(deadlinesIn(pathway).map((deadline) => [deadline, 1])), 2)},
  },
);

const timeZone = ${JSON.stringify(timeZone)};

const parameters = ${data(parametersOf(pack))};

/** What the law presumes while a fact is unknown. */
const presumptions = ${data(presumptionsOf(pack))};

/** Rules and derived facts, in the order in which they rest on each other. */
const parts = ${data(partsOf(pack))};

/** Events that nobody reports: each runs when its rule turns to yes. */
const signals = ${data(signalsOf(pathway))};

/** Facts that a step asks again each time it is entered. */
const fresh = ${data(freshOf(pack))};
${MODULE_RUNTIME}`;
}

/** Words of a pack inside a comment: a pack is data, and must not end the comment to become code. */
function comment(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ');
}

function deadlinesIn({ states }: Pathway): readonly string[] {
  return [...new Set([...states.values()].flatMap(({ after }) => [...after.keys()]))].sort();
}

function parametersOf({ parameters }: Pack): Json {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value]])),
  );
}

function presumptionsOf({ facts }: Pack): Json {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, { presume }]) =>
      presume === undefined ? [] : [[id, presume.value]],
    ),
  );
}

function partsOf(pack: Pack): Json {
  const reads = new Map([...namesByPart(pack)].map(([key, names]) => [key, partsRead(names)]));
  const { order, cycles } = orderByDependence(reads);
  const cyclic = new Set(cycles.flat());
  return order.flatMap((key): Json[] => {
    const [kind, id = ''] = key.split(':');
    if (kind === 'fact') return [{ fact: id, derive: cyclic.has(key) ? null : derivationOf(pack, id) }];
    const rule = own(pack.rules, id);
    return rule ? [{ rule: id, conditions: cyclic.has(key) ? UNKNOWN : soundRule(rule, pack) }] : [];
  });
}

/** How a fact is derived, as the module reads it; null when it can never be. */
function derivationOf(pack: Pack, id: string): Json {
  const derive = own(pack.facts, id)?.derive;
  if (!derive) return null;
  if ('years' in derive) return spanOf('years', derive.years, derive.else);
  if ('days' in derive) return spanOf('days', derive.days, derive.else);
  if ('hours' in derive) return spanOf('hours', derive.hours, derive.else);
  const { of, where } = throughRecords(derive);
  const fields = Object.keys(own(pack.facts, of)?.fields ?? {});
  const through = { of, fields, ...(where && { where: soundWhere(where, pack, of) }) };
  if (!('latest' in derive)) return { tally: tallyOf(derive), ...through };
  const { field, by = field } = derive.latest;
  const subject = subjectOf(pack, by, of);
  const family = subject?.kind === 'field' ? familyOf(subject.type) : undefined;
  return family === 'date' || family === 'instant' ? { tally: 'latest', field, by, ...through } : null;
}

function spanOf(
  span: string,
  { from, asOf }: { readonly from: string; readonly asOf?: string | undefined },
  otherwise: string | undefined,
): Json {
  return {
    span,
    from,
    ...(asOf !== undefined && { asOf }),
    ...(otherwise !== undefined && { else: otherwise }),
  };
}

function tallyOf(derive: Derive): string {
  return 'count' in derive ? 'count' : 'every' in derive ? 'every' : 'some';
}

function signalsOf({ pack, program, signals }: Pathway): Json {
  return Object.fromEntries(
    signals.map(({ event, rule }) => [
      event,
      {
        rule,
        protective: own(pack.events, event)?.protective ?? false,
        reads: [...program.names(`rule:${rule}`).facts].filter((fact) => own(pack.facts, fact) !== undefined),
      },
    ]),
  );
}

function freshOf({ steps }: Pack): Json {
  return Object.fromEntries(
    Object.entries(steps).flatMap(([id, step]) => ('fresh' in step && step.fresh ? [[id, step.fresh]] : [])),
  );
}
