import { LIMITS } from '@parcours/engine';
import { newId } from '../../log/new-id.ts';
import { type Entry, isRaw, type Json, type MachineNotes, spoken } from './machine-notes.ts';

/** The events, rules, facts and deadlines that a machine's names become, each made when it is first met. */
export function machineVocabulary({ tell, text }: MachineNotes) {
  const events: Record<string, Entry> = {};
  const rules: Record<string, Entry> = {};
  const facts: Record<string, Entry> = {};
  const parameters: Record<string, Entry> = {};
  const deadlines: Record<string, Entry> = {};
  const eventIds = new Map<string, string>();
  const ruleIds = new Map<string, string>();
  const deadlineIds = new Map<string, string>();

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

  return { sections: { events, rules, facts, parameters, deadlines }, eventOf, deadlineOf, guardOf };
}

function duration(minutes: number): string {
  if (minutes % 1_440 === 0) return `P${minutes / 1_440}D`;
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}
