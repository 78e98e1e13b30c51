/**
 * What every exported module says after its data: plain JavaScript for xstate 5 and json-rules-engine 7, nothing else.
 * It keeps the laws that matter when a pathway is run elsewhere: three values, decisions in the context on every step,
 * signals in the same breath, facts asked again, deadlines given back as data.
 */
export const MODULE_RUNTIME = `
/** Every rule decided on recorded facts, at an instant (RFC 3339, UTC): yes, no or unknown. What is absent is unknown. */
export async function decide(facts, at) {
  const bare = await read(facts, at);
  const presuming = await read(facts, at, bare.values);
  return presuming.outcomes;
}

/** Opens a case. A case is { snapshot, facts, signals, entered, left, arm, drop }; arm and drop name deadlines to keep or forget. */
export async function start(facts, at) {
  const decisions = await decide(facts, at);
  const [snapshot, actions] = initialTransition(machine, { decisions });
  return settle({ snapshot, facts, signals: {} }, decisions, actions, at);
}

/**
 * Reports an event with its facts; a fact given as undefined is forgotten. Refused, it answers { refused: true } and the
 * case stands where it stood, save for what sets off a protective signal. "done" reports a protective act that was done
 * although its door was closed.
 */
export async function report(kase, event, given, at, { done = false } = {}) {
  const facts = merged(kase.facts, given);
  const decisions = await decide(facts, at);
  const before = standing(kase, decisions);
  const type = done ? 'done.' + event : event;
  if (!before.can({ type })) return { ...(await heed(kase, given, at)), refused: true };
  const [snapshot, actions] = transition(machine, before, { type });
  return settle({ ...kase, snapshot, facts }, decisions, actions, at);
}

/** Records facts without an event; signals run. */
export async function record(kase, given, at) {
  const facts = merged(kase.facts, given);
  return settle({ ...kase, facts }, await decide(facts, at), [], at);
}

/** Says that a deadline armed in a state has passed. XState's own timers are never used: run no actor of this machine. */
export async function passDeadline(kase, deadline, state, at) {
  const decisions = await decide(kase.facts, at);
  const [snapshot, actions] = transition(machine, standing(kase, decisions), { type: 'xstate.after.' + deadline + '.' + state });
  return settle({ ...kase, snapshot }, decisions, actions, at);
}

/** Signals that turned to yes run once each, in id order; then what the entered steps ask again is forgotten. */
async function settle(kase, decisions, actions, at) {
  let { snapshot } = kase;
  const done = [...actions];
  for (const [event, { rule }] of Object.entries(signals)) {
    if (decisions[rule] !== 'yes' || kase.signals[event] === 'yes') continue;
    const [next, more] = transition(machine, standing({ snapshot }, decisions), { type: event });
    snapshot = next;
    done.push(...more);
  }
  const entered = named(done, 'enter');
  const facts = { ...kase.facts };
  for (const step of entered) for (const fact of fresh[step] ?? []) delete facts[fact];
  const remembered = await decide(facts, at);
  return {
    snapshot,
    facts,
    signals: Object.fromEntries(Object.entries(signals).map(([event, { rule }]) => [event, remembered[rule]])),
    entered,
    left: named(done, 'leave'),
    arm: done.flatMap(({ type, params }) => (type === 'xstate.raise' && typeof params.delay === 'number' ? [params.event.type] : [])),
    drop: done.flatMap(({ type, params }) => (type === 'xstate.cancel' ? [params.sendId] : [])),
  };
}

/** Of the facts of a refused report, those that turn a protective signal to yes are kept, and it runs: alone, or else together. */
async function heed(kase, given, at) {
  const kept = {};
  for (const [event, { rule, protective, reads }] of Object.entries(signals)) {
    const turns = async (facts) => (await decide(merged(kase.facts, facts), at))[rule] === 'yes';
    if (!protective || kase.signals[event] === 'yes' || !(await turns(given))) continue;
    const alone = {};
    for (const [fact, value] of Object.entries(given)) if (await turns({ [fact]: value })) alone[fact] = value;
    const together = Object.fromEntries(Object.entries(given).filter(([fact]) => reads.includes(fact)));
    Object.assign(kept, Object.keys(alone).length > 0 ? alone : together);
  }
  if (Object.keys(kept).length > 0) return record(kase, kept, at);
  return { ...kase, entered: [], left: [], arm: [], drop: [] };
}

function standing({ snapshot }, decisions) {
  return { ...snapshot, context: { decisions } };
}

function merged(facts, given) {
  return Object.fromEntries(Object.entries({ ...facts, ...given }).filter(([, value]) => value !== undefined));
}

function named(actions, type) {
  return actions.filter((action) => action.type === type).map(({ params }) => params.state);
}

/** Derived facts and rules in the order in which they rest on each other. Without "bare" nothing is presumed. */
async function read(recorded, at, bare) {
  const presumed = bare ? presumptions : {};
  const values = { ...presumed, ...recorded, ...parameters };
  for (const { fact } of parts) if (fact && !Object.hasOwn(recorded, fact)) delete values[fact];
  const outcomes = {};
  for (const part of parts) {
    const scope = { values, known: bare ?? values, outcomes, at };
    if (part.rule) outcomes[part.rule] = await outcomeOf(part.conditions, scope);
    else if (values[part.fact] === undefined) {
      const value = (await derived(part.derive, scope)) ?? presumed[part.fact];
      if (value !== undefined) values[part.fact] = value;
    }
  }
  return { values, outcomes };
}

/**
 * json-rules-engine is asked twice: is it surely yes, is it surely no. A fresh engine each time, with its own copy.
 * It reads every atom of a list even when a fact is not there, so the operators must bear that.
 */
async function outcomeOf(conditions, { values, known, outcomes, at }) {
  const yes = { all: [surely(conditions, 'yes')] };
  const no = { all: [surely(conditions, 'no')] };
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: () => undefined });
  engine.addOperator('there', (value) => value !== undefined);
  engine.addOperator('in', (value, list) => Array.isArray(list) && list.includes(value));
  engine.addOperator('notIn', (value, list) => Array.isArray(list) && !list.includes(value));
  engine.addOperator('before', (value, other) => value < other);
  engine.addOperator('after', (value, other) => value > other);
  engine.addOperator('withinLastDate', (value, span) => value <= localDate(at) && value >= localDate(back(at, span)));
  engine.addOperator('withinLastInstant', (value, span) => value <= at && value >= back(at, span));
  for (const name of new Set([...namesIn(yes), ...namesIn(no)])) {
    const [kind, id] = name.split(':');
    const value =
      kind === 'known' && id !== undefined ? known[id] !== undefined : kind === 'rule' && id !== undefined ? outcomes[id] : values[name];
    if (value !== undefined) engine.addFact(name, value);
  }
  engine.addRule({ conditions: yes, event: { type: 'yes' } });
  engine.addRule({ conditions: no, event: { type: 'no' } });
  const { events } = await engine.run();
  return events[0]?.type ?? 'unknown';
}

/**
 * Three values for an engine that knows two: a tree that holds when the outcome is surely the one wanted. Unknown is neither.
 * Negations are pushed down, and an atom speaks only when all that it reads is there.
 */
function surely(node, wanted) {
  if (node.unknown) return { fact: 'nothing:', operator: 'there', value: true };
  if (node.condition) return { fact: 'rule:' + node.condition, operator: 'equal', value: wanted };
  if (node.not) return surely(node.not, wanted === 'yes' ? 'no' : 'yes');
  if (node.all || node.any) {
    const parts = (node.all ?? node.any).map((part) => surely(part, wanted));
    return Boolean(node.all) === (wanted === 'yes') ? { all: parts } : { any: parts };
  }
  if (node.operator === 'known') {
    return { fact: 'known:' + node.fact, operator: 'equal', value: node.value === (wanted === 'yes') };
  }
  const read = [node.fact, node.value?.fact].filter((fact) => fact !== undefined);
  const atom = structuredClone(node);
  return { all: [...read.map((fact) => ({ fact, operator: 'there', value: true })), wanted === 'yes' ? atom : { not: atom }] };
}

function namesIn(node) {
  if (node.fact === undefined) return (node.all ?? node.any ?? [node.not]).flatMap(namesIn);
  return node.value?.fact === undefined ? [node.fact] : [node.fact, node.value.fact];
}

async function derived(derive, scope) {
  if (!derive) return undefined;
  if (derive.span) return span(derive, scope) ?? scope.values[derive.else];
  const rows = scope.values[derive.of];
  if (!Array.isArray(rows)) return undefined;
  const counts = [];
  for (const row of rows) counts.push(derive.where ? await outcomeOf(derive.where, inRow(row, derive.fields, scope)) : 'yes');
  if (derive.tally === 'every') return counts.includes('no') ? false : counts.includes('unknown') ? undefined : true;
  if (derive.tally === 'some') return counts.includes('yes') ? true : counts.includes('unknown') ? undefined : false;
  if (derive.tally === 'count') return counts.includes('unknown') ? undefined : counts.filter((count) => count === 'yes').length;
  const dated = rows.map((row, index) => ({ row, counts: counts[index], when: row[derive.by] })).filter((each) => each.counts !== 'no');
  if (dated.some(({ when }) => when === undefined)) return undefined;
  const newest = dated.reduce((best, next) => (best && best.when > next.when ? best : next), undefined);
  return newest?.counts === 'yes' ? newest.row[derive.field] : undefined;
}

/** The fields of a row stand before facts of the same name, also where the row leaves them out. */
function inRow(row, fields, scope) {
  const over = (values) => {
    const seen = { ...values };
    for (const field of fields) {
      if (row[field] === undefined) delete seen[field];
      else seen[field] = row[field];
    }
    return seen;
  };
  return { ...scope, values: over(scope.values), known: over(scope.known) };
}

function span({ span: unit, from, asOf }, { values, at }) {
  const first = values[from];
  const last = asOf === undefined ? at : values[asOf];
  if (typeof first !== 'string' || typeof last !== 'string') return undefined;
  if (unit === 'hours') {
    if (isDate(first) || isDate(last)) return undefined;
    return Math.trunc((Date.parse(last) - Date.parse(first)) / 3600000) + 0;
  }
  const [a, b] = [first, last].map((time) => (isDate(time) ? time : localDate(time)));
  if (unit === 'days') return Math.round((Date.parse(b) - Date.parse(a)) / 86400000) + 0;
  const years = Number(b.slice(0, 4)) - Number(a.slice(0, 4));
  if (a <= b) return b.slice(5) < a.slice(5) ? years - 1 : years;
  return b.slice(5) > a.slice(5) ? years + 1 : years;
}

function isDate(time) {
  return /^\\d{4}-\\d{2}-\\d{2}$/.test(time);
}

function localDate(at) {
  return new Date(Date.parse(at) + offset(Date.parse(at))).toISOString().slice(0, 10);
}

/** An instant some years, months, weeks and days earlier by the clocks of the zone, then hours and minutes exactly. */
function back(at, duration) {
  if (duration === undefined) return at;
  const [years, months, weeks, days, hours, minutes] = /^P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?)?$/
    .exec(duration)
    .slice(1)
    .map((part) => Number(part ?? 0));
  const exact = (hours * 60 + minutes) * 60000;
  if (years + months + weeks + days === 0) return new Date(Date.parse(at) - exact).toISOString();
  const wall = new Date(Date.parse(at) + offset(Date.parse(at)));
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() - years * 12 - months);
  const length = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  wall.setUTCDate(Math.min(day, length) - weeks * 7 - days);
  const guess = wall.getTime() - offset(wall.getTime());
  return new Date(wall.getTime() - offset(guess) - exact).toISOString();
}

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offset(ms) {
  const shown = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms);
  const part = (type) => Number(shown.find((each) => each.type === type).value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(ms / 1000) * 1000;
}
`;
