import { LIMITS } from '@parcours/engine';
import { newId } from '../../../log/new-id.ts';
import {
  type Entry,
  entriesOf,
  isRaw,
  type Json,
  type MachineNotes,
  type Raw,
  spoken,
} from './machine-notes.ts';
import { machineSpan } from './machine-spans.ts';

/** The events, rules, facts and deadlines that a machine's names become, each made when it is first met. */
export function machineVocabulary({ tell, text, language }: MachineNotes, delays: Json) {
  const events: Record<string, Entry> = {};
  const rules: Record<string, Entry> = {};
  const facts: Record<string, Entry> = {};
  const parameters: Record<string, Entry> = {};
  const deadlines: Record<string, Entry> = {};
  const eventIds = new Map<string, string>();
  const ruleIds = new Map<string, string>();
  const deadlineIds = new Map<string, string>();

  const eventOf = (key: string, label = spoken(key)): string => {
    const known = eventIds.get(key);
    if (known !== undefined) return known;
    const id = newId(label, 'event', (each) => Object.hasOwn(events, each));
    eventIds.set(key, id);
    events[id] = { label: text(label), basis: 'practice' };
    return id;
  };

  const lengths = new Map(entriesOf(delays));

  /** A delay as a deadline: its length where the machine says one that a deadline can have, else a length to write. */
  const deadlineOf = (key: string): string => {
    const known = deadlineIds.get(key);
    if (known !== undefined) return known;
    const { words, span } = machineSpan(key, lengths.get(key), language);
    const label = words ?? spoken(key);
    const id = newId(label, 'deadline', (each) => Object.hasOwn(deadlines, each));
    deadlineIds.set(key, id);
    if (span === undefined) {
      tell('delay', `deadlines/${id}`, 'The length of a delay is to be written.', label);
      parameters[id] = { label: text(label), type: 'duration', confidence: 'unknown' };
    }
    deadlines[id] = {
      label: text(label),
      within: span?.within ?? { parameter: id },
      ...(span?.isWorking && { calendar: 'working' }),
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
    return kind === '' ? undefined : ruleOf(kind, path, isRaw(value['params']) ? value['params'] : {});
  };

  /** A guard as a rule to write: for now it asks one question. */
  const ruleOf = (guard: string, path: string, asked: Raw = {}): string => {
    const said = entriesOf(asked)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .map(([key, value]) => `${spoken(key).toLowerCase()} : ${value}`);
    const words = said.length === 0 ? spoken(guard) : `${spoken(guard)} (${said.join(', ')})`.slice(0, 300);
    const known = ruleIds.get(words);
    if (known !== undefined) return known;
    const id = newId(words, 'rule', (each) => Object.hasOwn(rules, each));
    ruleIds.set(words, id);
    const label = text(words);
    facts[`${id}_answer`] = { label, type: 'boolean', tier: 1 };
    rules[id] = {
      label,
      conditions: { all: [{ fact: `${id}_answer`, operator: 'equal', value: true }] },
      basis: 'practice',
    };
    tell('rule', path, 'A condition is to be written: only its name was in the machine.', words, 'info');
    return id;
  };

  return { sections: { events, rules, facts, parameters, deadlines }, eventOf, deadlineOf, guardOf };
}
