/**
 * Small ways to break the files of a pack. A path is keys and numbers with slashes between; `@hear_child/...` in `machine` is a
 * path from that state, wherever it stands. Each throws when there is nothing to break, so that no fault is ever seeded in vain.
 */
import type { Fault } from './fault.ts';

type Break = Fault['break'];
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Container = Json[] | { [key: string]: Json };

/** Takes away what stands there; from a list, the others move up. */
export function cut(section: string, path: string): Break {
  return at(section, path, (holder, key) => {
    if (held(holder, key) === undefined) throw nothing(section, path);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  });
}

/** Writes another value there; what holds it must exist. */
export function put(section: string, path: string, value: Json): Break {
  return at(section, path, (holder, key) => {
    if (JSON.stringify(held(holder, key)) === JSON.stringify(value)) throw nothing(section, path);
    Reflect.set(holder, key, structuredClone(value));
  });
}

/** Says something in an overlay, where nothing need stand yet. */
export function lay(section: string, path: string, value: Json): Break {
  return inFile(section, (content) => {
    const said = path
      .split('/')
      .reduceRight<Json>((inner, key) => ({ [key]: inner }), structuredClone(value));
    return laidOver(content, said);
  });
}

/** Takes a name out of a list of names. */
export function unlist(section: string, path: string, name: string): Break {
  return at(section, path, (holder, key) => {
    const list = held(holder, key);
    if (!Array.isArray(list) || !list.includes(name)) throw nothing(section, `${path}/${name}`);
    Reflect.set(
      holder,
      key,
      list.filter((each) => each !== name),
    );
  });
}

/** Lets the last of a list stand first. */
export function lastFirst(section: string, path: string): Break {
  return at(section, path, (holder, key) => {
    const list = held(holder, key);
    if (!Array.isArray(list) || list.length < 2) throw nothing(section, path);
    list.unshift(...list.splice(-1));
  });
}

/** Forgets a condition of a rule: every part that asks this fact or names this rule. */
export function forget(rule: string, name: string): Break {
  return at('rules', `${rule}/conditions`, (holder, key) => {
    const before = JSON.stringify(held(holder, key));
    const kept = without(held(holder, key) ?? null, name);
    if (kept === undefined || JSON.stringify(kept) === before) throw nothing('rules', `${rule}: ${name}`);
    Reflect.set(holder, key, kept);
  });
}

/** Adds a condition that must hold too, first. */
export function demand(rule: string, condition: Json): Break {
  return at('rules', `${rule}/conditions/all`, (holder, key) => {
    const all = held(holder, key);
    if (!Array.isArray(all)) throw nothing('rules', rule);
    all.unshift(structuredClone(condition));
  });
}

/** No form asks this fact any more. */
export function askNoMore(fact: string): Break {
  return inFile('forms', (forms) => {
    const before = JSON.stringify(forms);
    const left = without(forms, fact);
    if (left === undefined || JSON.stringify(left) === before) throw nothing('forms', fact);
    return left;
  });
}

/** One change after the other, where a single line of the drawing is two lines of the files. */
export function both(first: Break, second: Break): Break {
  return (files) => second(first(files));
}

function inFile(section: string, change: (content: Json) => Json): Break {
  return (files) => {
    const name = `${section}.json`;
    const text = files[name];
    const content: Json = text === undefined ? {} : JSON.parse(String(text));
    return { ...files, [name]: JSON.stringify(change(content)) };
  };
}

function at(section: string, path: string, change: (holder: Container, key: string) => void): Break {
  return inFile(section, (content) => {
    const keys = path.split('/');
    const [first = ''] = keys;
    let holder = content;
    if (first.startsWith('@')) {
      const state = stateIn(content, first.slice(1));
      if (!state) throw nothing(section, path);
      holder = state;
      keys.shift();
    }
    const last = keys.pop() ?? '';
    for (const key of keys) {
      const inner = isContainer(holder) ? held(holder, key) : undefined;
      if (inner === undefined) throw nothing(section, path);
      holder = inner;
    }
    if (!isContainer(holder)) throw nothing(section, path);
    change(holder, last);
    return content;
  });
}

function stateIn(state: Json, id: string): Container | undefined {
  if (!isContainer(state) || Array.isArray(state)) return undefined;
  const { states } = state;
  if (!states || !isContainer(states) || Array.isArray(states)) return undefined;
  for (const [key, child] of Object.entries(states)) {
    if (key === id && isContainer(child)) return child;
    const found = stateIn(child, id);
    if (found) return found;
  }
  return undefined;
}

/** The same without what asks the fact or names the rule; undefined when nothing is left. */
function without(value: Json, name: string): Json | undefined {
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) return value.flatMap((each) => without(each, name) ?? []);
  if (value.fact === name || value.condition === name) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const left = without(each, name);
      return left === undefined ? [] : [[key, left] as const];
    }),
  );
}

/** Objects are laid over objects; everything else is replaced. */
function laidOver(under: Json | undefined, over: Json): Json {
  if (!isMap(under) || !isMap(over)) return over;
  const laid = Object.entries(over).map(([key, each]) => [key, laidOver(under[key], each)] as const);
  return { ...under, ...Object.fromEntries(laid) };
}

function held(holder: Container, key: string): Json | undefined {
  return Object.hasOwn(holder, key) ? (Reflect.get(holder, key) as Json) : undefined;
}

function isMap(value: Json | undefined): value is { [key: string]: Json } {
  return value !== undefined && isContainer(value) && !Array.isArray(value);
}

function isContainer(value: Json): value is Container {
  return typeof value === 'object' && value !== null;
}

function nothing(section: string, path: string): Error {
  return new Error(`There is nothing to break at ${section}/${path}: seed the fault elsewhere.`);
}
