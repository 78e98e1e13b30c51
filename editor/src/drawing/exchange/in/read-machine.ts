import { type Finding, LIMITS } from '@parcours/engine';
import { newId } from '../../log/new-id.ts';
import { type DraftLanguage, draftWords } from './draft-words.ts';
import { nothing, type Reading, tidy, trouble, visible } from './reading.ts';

type Json = unknown;
type Raw = { readonly [key: string]: Json };
type Entry = { [field: string]: unknown };

const MOST_FINDINGS = 200;
/** What our machines have no place for: it would be code, or belong to the application. */
const CODE = ['entry', 'exit', 'actions', 'invoke', 'activities', 'output', 'onError'] as const;

/** True for what looks like a machine drawn for XState: it has states, and is no pack's own file. */
export function isMachine(value: Json): value is Raw {
  return isRaw(value) && isRaw(value['states']);
}

/**
 * A machine drawn elsewhere, in the JSON of XState, as the files of a draft. What does not fit our subset is told and left out; its
 * guards become rules to write (a question to answer yes or no), its delays deadlines to write. Never throws.
 */
export function readMachine(
  value: Json,
  about: { readonly language: DraftLanguage; readonly title: string },
): Reading {
  if (!isMachine(value))
    return nothing(trouble('no_machine', 'machine', 'There are no states in this file.'));
  const reading = openReading(about.language);
  const isParallel = value['type'] === 'parallel';
  const regions = isParallel ? entriesOf(value['states']) : [['main', value] as const];
  if (isParallel) reading.tellRoot(value);
  // Every id is given before the first target is read.
  const tracks = regions.map(([key, raw], index) =>
    reading.name(key, raw, undefined, index === 0 ? 'main' : undefined),
  );
  if (reading.findings.some(({ severity }) => severity === 'error'))
    return { kind: 'nothing', findings: reading.findings };
  const states = Object.fromEntries(
    tracks.map((track, index) => [track.id, reading.state(track, index + 1)]),
  );
  const { words } = reading;
  const title = about.title || tidy(String(value['id'] ?? '')) || words.main;
  const sections: Entry = {
    pack: {
      id: newId(title, 'procedure', () => false).replaceAll('_', '-'),
      version: '0.1.0',
      kind: 'procedure',
      title: reading.text(title),
      jurisdiction: '001',
      languages: { [about.language]: 'unreviewed' },
      timeZone: 'UTC',
      review: { state: 'unvalidated', validations: [] },
      licence: 'CC-BY-4.0',
      authors: [],
    },
    machine: { id: 'procedure', type: 'parallel', states },
    steps: reading.steps,
    events: reading.events,
    rules: reading.rules,
    facts: reading.facts,
    parameters: reading.parameters,
    deadlines: reading.deadlines,
    roles: {},
    calendar: { weekend: [6, 7], hours: [{ from: '08:00', to: '17:00' }], holidays: {}, basis: 'practice' },
  };
  const files = Object.fromEntries(
    Object.entries(sections).map(([name, section]) => [`${name}.json`, JSON.stringify(section)]),
  );
  return { kind: 'machine', files, findings: reading.findings };
}

/** A state with the id it gets, and what stands in it. */
type Named = {
  readonly id: string;
  readonly key: string;
  readonly path: string;
  readonly raw: Raw;
  readonly parent: Named | undefined;
  readonly region: Named;
  readonly children: Named[];
};

function openReading(language: DraftLanguage) {
  const words = draftWords(language);
  const findings: Finding[] = [];
  const steps: Record<string, Entry> = {};
  const events: Record<string, Entry> = {};
  const rules: Record<string, Entry> = {};
  const facts: Record<string, Entry> = {};
  const parameters: Record<string, Entry> = {};
  const deadlines: Record<string, Entry> = {};
  const ids = new Set<string>(['main', 'procedure']);
  /** By XState's own ids, for targets such as `#id`. */
  const byOwnId = new Map<string, Named>();
  const eventIds = new Map<string, string>();
  const ruleIds = new Map<string, string>();
  const deadlineIds = new Map<string, string>();
  let count = 0;

  const text = (said: string) => ({ [language]: visible(said) });
  const tell = (
    code: string,
    path: string,
    message: string,
    name: string,
    severity: Finding['severity'] = 'warning',
  ) => {
    if (findings.length < MOST_FINDINGS)
      findings.push(trouble(code, path, message, severity, { name: name.slice(0, 100) }));
  };
  const leaveOut = (raw: Raw, keys: readonly string[], path: string) => {
    for (const key of keys)
      if (raw[key] !== undefined)
        tell('left_out', path, 'This part of the machine has no place in a procedure and was left out.', key);
  };

  const name = (key: string, raw: Json, parent: Named | undefined, fixed?: string): Named => {
    count += 1;
    const path = parent ? `${parent.path}/${key}`.slice(0, 300) : key.slice(0, 100);
    const depth = depthOf(parent);
    const isFull = count > LIMITS.states || depth >= LIMITS.machineLevels;
    if (isFull)
      tell(
        count > LIMITS.states ? 'many_states' : 'deep',
        path,
        'The machine has too many states, or levels of states; simplify it.',
        key,
        'error',
      );
    const id = fixed ?? newId(spoken(key), 'step', (each) => ids.has(each));
    ids.add(id);
    const held = isRaw(raw) ? raw : {};
    const named = { id, key, path, raw: held, parent, children: [] } as unknown as Named & { region: Named };
    named.region = parent === undefined || parent.raw['type'] === 'parallel' ? named : parent.region;
    const own = held['id'];
    if (typeof own === 'string' && !byOwnId.has(own)) byOwnId.set(own, named);
    if (!isFull)
      for (const [child, inner] of entriesOf(held['states'])) named.children.push(name(child, inner, named));
    return named;
  };

  const state = (named: Named, place: number): Entry => {
    const { raw, id, path, children, parent } = named;
    leaveOut(raw, CODE, path);
    const isTrack = parent === undefined;
    const isLeaf = children.length === 0;
    const type = raw['type'];
    const made: Entry = { id };
    if (type === 'history') {
      made['type'] = 'history';
      made['history'] = raw['history'] === 'deep' ? 'deep' : 'shallow';
      const target = targetOf(named, raw['target']);
      if (target) made['target'] = `#${target.id}`;
      return made;
    }
    const title = titleOf(named);
    if (isTrack)
      steps[id] = {
        kind: 'track',
        title: text(id === 'main' && named.key === 'main' ? words.main : title),
        order: place,
      };
    else if (!isLeaf) steps[id] = { kind: 'stage', title: text(title), order: place, basis: 'practice' };
    else {
      const ends = type === 'final' && parent.parent === undefined;
      if (type === 'final' && !ends) made['type'] = 'final';
      else steps[id] = { kind: ends ? 'end' : 'work', title: text(title), order: place, basis: 'practice' };
    }
    if (isTrack && isLeaf) {
      // A track stands on states: the machine was one state alone.
      const only = newId(words.start, 'start', (each) => ids.has(each));
      ids.add(only);
      steps[only] = { kind: 'work', title: text(words.start), order: 1, basis: 'practice' };
      return { id, initial: only, states: { [only]: { id: only } } };
    }
    if (!isLeaf) {
      if (type === 'parallel') made['type'] = 'parallel';
      else made['initial'] = (children.find(({ key }) => key === raw['initial']) ?? children[0])?.id;
      made['states'] = Object.fromEntries(
        children.map((child, index) => [child.id, state(child, index + 1)]),
      );
    }
    const on = listed(named, raw['on'], (event) => {
      if (event !== '*' && event !== '' && !/^(?:xstate|done|error)\./.test(event)) return eventOf(event);
      tell('event', path, 'A procedure has no such event: it names what people report.', event);
      return undefined;
    });
    if (Object.keys(on).length > 0) made['on'] = on;
    const after = listed(named, raw['after'], deadlineOf);
    if (Object.keys(after).length > 0) made['after'] = after;
    for (const kind of ['always', 'onDone'] as const) {
      if (raw[kind] === undefined) continue;
      const ways = candidates(named, raw[kind]);
      if (ways.length > 0) made[kind] = ways;
    }
    return made;
  };

  /** `on` or `after`, each by the name it gets. */
  const listed = (named: Named, all: Json, nameOf: (key: string) => string | undefined): Entry => {
    const found: Entry = {};
    for (const [key, value] of entriesOf(all)) {
      const own = nameOf(key);
      const ways = own === undefined ? [] : candidates(named, value);
      if (own !== undefined && ways.length > 0) found[own] = ways;
    }
    return found;
  };

  const candidates = (named: Named, value: Json): readonly Entry[] =>
    (Array.isArray(value) ? value : [value]).slice(0, 100).flatMap((each: Json): readonly Entry[] => {
      const raw: Raw = typeof each === 'string' ? { target: each } : isRaw(each) ? each : {};
      leaveOut(
        raw,
        ['actions', 'cond', 'in'].filter((key) => key !== 'cond'),
        named.path,
      );
      const wanted = Array.isArray(raw['target']) ? raw['target'][0] : raw['target'];
      const target = wanted === undefined ? undefined : targetOf(named, wanted);
      if (wanted !== undefined && !target) return [];
      const guard = guardOf(raw['guard'] ?? raw['cond'], named.path, 0);
      return [
        {
          ...(target && { target: `#${target.id}` }),
          ...(guard !== undefined && { guard }),
          ...(raw['reenter'] === true && named.parent !== undefined && { reenter: true }),
        },
      ];
    });

  /** The state a target names, told when it is none or when it leads out of the region. */
  const targetOf = (from: Named, wanted: Json): Named | undefined => {
    if (typeof wanted !== 'string') return undefined;
    const found = wanted.startsWith('#')
      ? follow(
          byOwnId.get(wanted.slice(1)) ?? byOwnId.get(wanted.slice(1).split('.')[0] ?? ''),
          byOwnId.has(wanted.slice(1)) ? [] : wanted.split('.').slice(1),
        )
      : wanted.startsWith('.')
        ? follow(from, wanted.slice(1).split('.'))
        : follow(from.parent ?? from, wanted.split('.'));
    if (!found) {
      tell('target', from.path, 'An arrow leads to a state that is not there; it was left out.', wanted);
      return undefined;
    }
    if (found === found.region || found.region !== from.region) {
      tell(
        'region',
        from.path,
        'An arrow leads out of its track, which would reset every other; it was left out.',
        wanted,
      );
      return undefined;
    }
    return found;
  };

  const eventOf = (key: string): string => {
    const known = eventIds.get(key);
    if (known !== undefined) return known;
    const id = newId(spoken(key), 'event', (each) => Object.hasOwn(events, each));
    eventIds.set(key, id);
    events[id] = { label: text(spoken(key)), basis: 'practice' };
    return id;
  };

  /** A delay as a deadline: milliseconds where they are whole minutes, else a length to write. */
  const deadlineOf = (key: string): string => {
    const known = deadlineIds.get(key);
    if (known !== undefined) return known;
    const minutes = /^\d{1,12}$/.test(key) ? Number(key) / 60_000 : Number.NaN;
    const isKnown = Number.isInteger(minutes) && minutes > 0 && minutes <= 10_000_000;
    const label = /^\d+$/.test(key) ? `${key} ms` : spoken(key);
    const id = newId(label, 'deadline', (each) => Object.hasOwn(deadlines, each));
    deadlineIds.set(key, id);
    if (!isKnown) {
      tell('delay', `deadlines/${id}`, 'The length of a delay is to be written.', label);
      parameters[id] = { label: text(label), type: 'duration', confidence: 'unknown' };
    }
    deadlines[id] = {
      label: text(label),
      within: isKnown ? duration(minutes) : { parameter: id },
      basis: 'practice',
    };
    return id;
  };

  const guardOf = (value: Json, path: string, depth: number): Json => {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return ruleOf(value, path);
    if (!isRaw(value) || depth > LIMITS.ruleDepth) {
      tell('guard', path, 'A condition could not be read; it was left out.', typeof value);
      return undefined;
    }
    const kind = String(value['type'] ?? '').replace(/^xstate\./, '');
    const params = isRaw(value['params']) ? value['params'] : value;
    const inner = params['of'] ?? params['guards'] ?? value['children'];
    if (['and', 'all', 'or', 'any', 'not'].includes(kind) && Array.isArray(inner)) {
      const of = inner.slice(0, 50).flatMap((each: Json) => {
        const guard = guardOf(each, path, depth + 1);
        return guard === undefined ? [] : [guard];
      });
      if (of.length === 0) return undefined;
      const type = kind === 'not' ? 'not' : kind === 'and' || kind === 'all' ? 'all' : 'any';
      return { type, params: { of: type === 'not' ? of.slice(0, 1) : of } };
    }
    return kind === '' ? undefined : ruleOf(kind, path);
  };

  /** A guard as a rule to write: for now it asks one question. */
  const ruleOf = (guard: string, path: string): string => {
    const known = ruleIds.get(guard);
    if (known !== undefined) return known;
    const id = newId(spoken(guard), 'rule', (each) => Object.hasOwn(rules, each));
    ruleIds.set(guard, id);
    const label = text(spoken(guard));
    facts[`${id}_answer`] = { label, type: 'boolean', tier: 1 };
    rules[id] = {
      label,
      conditions: { all: [{ fact: `${id}_answer`, operator: 'equal', value: true }] },
      basis: 'practice',
    };
    tell('rule', path, 'A condition is to be written: only its name was in the machine.', guard, 'info');
    return id;
  };

  const titleOf = ({ raw, key }: Named): string => {
    const meta = isRaw(raw['meta']) ? raw['meta'] : {};
    const said = [raw['description'], meta['title'], meta['label']].find(
      (each) => typeof each === 'string' && tidy(each) !== '',
    );
    return tidy(String(said ?? '')).slice(0, 300) || spoken(key);
  };

  const tellRoot = (raw: Raw) => {
    leaveOut(raw, [...CODE, 'on', 'always', 'after'], 'machine');
  };

  return { words, findings, steps, events, rules, facts, parameters, deadlines, text, name, state, tellRoot };
}

function follow(from: Named | undefined, keys: readonly string[]): Named | undefined {
  return keys.reduce<Named | undefined>((at, key) => at?.children.find((child) => child.key === key), from);
}

function depthOf(named: Named | undefined): number {
  let depth = 0;
  for (let at = named; at; at = at.parent) depth += 1;
  return depth;
}

/** "reviewPlan", "review_plan", "REVIEW.PLAN" as words. */
function spoken(key: string): string {
  const words = tidy(key.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/[_.\-/]+/g, ' ')).slice(0, 200);
  const lower = words === words.toUpperCase() ? words.toLowerCase() : words;
  return lower === '' ? '…' : lower.charAt(0).toUpperCase() + lower.slice(1);
}

function duration(minutes: number): string {
  if (minutes % 1_440 === 0) return `P${minutes / 1_440}D`;
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}

function isRaw(value: Json): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own entries; a key that JavaScript reserves is read as any other word. */
function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  return isRaw(value) ? Object.entries(value) : [];
}
