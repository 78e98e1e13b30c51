import { describe, expect, test } from 'vitest';
import { SECTION_SCHEMAS } from '../procedure/pack.ts';
import type { Json } from '../vocabulary/json.ts';
import { merge } from './merge.ts';
import type { MergeNotes } from './merge-notes.ts';

function laid(section: keyof typeof SECTION_SCHEMAS, base: Json, patch: Json) {
  const notes: MergeNotes = { findings: [], stale: [] };
  const value = merge(SECTION_SCHEMAS[section], section, base, patch, notes);
  return { value, codes: notes.findings.map(({ code, path }) => `${code} ${path}`), stale: notes.stale };
}

const state = (on: Json): Json => ({ id: 'm', type: 'parallel', states: { main: { id: 'main', on } } });
const doors = (list: Json, patch: Json) => {
  const { value, codes } = laid('machine', state({ go: list }), { states: { main: { on: { go: patch } } } });
  return { list: (value as { states: { main: { on: { go: Json } } } }).states.main.on.go, codes };
};

describe('what is replaced whole', () => {
  test.each(['conditions'])('%s of a rule', (field) => {
    const base = {
      is_safe: { label: { en: 'x' }, [field]: { all: [{ fact: 'a', operator: 'equal', value: 1 }] } },
    };
    const patch = { is_safe: { [field]: { any: [{ condition: 'other' }] } } };
    expect(laid('rules', base, patch).value).toEqual({ is_safe: { label: { en: 'x' }, ...patch.is_safe } });
  });

  test('within and from of a deadline, derive of a fact, guard of a candidate', () => {
    const deadline = { within: { by: 'risk', values: { low: 'P1D', high: 'PT1H' } }, from: { fact: 'a' } };
    const change = { within: { parameter: 'span' }, from: { event: 'b' } };
    expect(laid('deadlines', { d: deadline }, { d: change }).value).toEqual({ d: change });
    const derive = { years: { from: 'a' }, else: 'b' };
    expect(laid('facts', { f: { derive } }, { f: { derive: { count: { of: 'rows' } } } }).value).toEqual({
      f: { derive: { count: { of: 'rows' } } },
    });
    const guard = { type: 'all', params: { of: ['a', 'b'] } };
    expect(
      doors([{ target: '#x', guard }], { '#x': { guard: { type: 'in', params: { state: 's' } } } }).list,
    ).toEqual([{ target: '#x', guard: { type: 'in', params: { state: 's' } } }]);
  });
});

describe('lists patched by identity', () => {
  test('null removes, true adds, what is not named stays', () => {
    const base = { visit: { kind: 'work', title: { en: 'x' }, who: ['a', 'b'], with: ['c'] } };
    const { value, codes } = laid('steps', base, {
      visit: { who: { b: null, z: true, a: true }, fresh: { danger: true } },
    });
    expect(value).toEqual({ visit: { ...base.visit, who: ['a', 'z'], fresh: ['danger'] } });
    expect(codes).toEqual([]);
  });

  test('a list replaces a list, and a table replaces a list of roles', () => {
    const base = { visit: { kind: 'work', title: { en: 'x' }, who: ['a', 'b'] } };
    expect(laid('steps', base, { visit: { who: ['c'] } }).value).toEqual({
      visit: { ...base.visit, who: ['c'] },
    });
    const table = { by: 'risk', values: { low: ['a'] } };
    expect(laid('steps', base, { visit: { who: table } }).value).toEqual({
      visit: { ...base.visit, who: table },
    });
  });

  test('an object merges, keeps its place and its identity', () => {
    const list = [{ target: '#x', guard: 'a' }, { target: '#y' }];
    expect(doors(list, { '#x': { guard: 'b' }, '#y': { reenter: true } }).list).toEqual([
      { target: '#x', guard: 'b' },
      { target: '#y', reenter: true },
    ]);
    expect(doors(list, { '#x': { guard: null } }).list).toEqual([{ target: '#x' }, { target: '#y' }]);
    const other = [{ target: '#y', guard: 'a' }, { target: '#x' }];
    expect(doors(other, { '#x': { reenter: true }, '#y': { guard: 'b' } }).list).toEqual([
      { target: '#y', guard: 'b' },
      { target: '#x', reenter: true },
    ]);
  });

  test('new candidates come first unless after says otherwise, whatever the order of keys', () => {
    const list = [{ target: '#x', guard: 'a' }, { target: '#y' }];
    expect(doors(list, { '#q': { guard: 'b' }, '#n': { guard: 'c', reenter: null } }).list).toEqual([
      { target: '#n', guard: 'c' },
      { target: '#q', guard: 'b' },
      ...list,
    ]);
    const placed = [
      { target: '#x', guard: 'a' },
      { target: '#n', guard: 'c' },
      { target: '#q', guard: 'b' },
      { target: '#y' },
    ];
    expect(
      doors(list, { '#q': { guard: 'b', after: '#n' }, '#n': { guard: 'c', after: '#x' } }).list,
    ).toEqual(placed);
    expect(
      doors(list, { '#n': { guard: 'c', after: '#x' }, '#q': { guard: 'b', after: '#n' } }).list,
    ).toEqual(placed);
    expect(
      doors(list, { '#q': { guard: 'b', after: '#x' }, '#n': { guard: 'c', after: '#x' } }).list,
    ).toEqual(placed);
    expect(doors(list, { '#x': { after: '#y' } }).list).toEqual([
      { target: '#y' },
      { target: '#x', guard: 'a' },
    ]);
  });

  test('fields of a form are told apart by their fact, and new ones come last', () => {
    const form = (fields: Json): Json => ({
      f: { label: { en: 'x' }, sections: { s: { label: { en: 'x' }, fields } } },
    });
    const { value } = laid('forms', form([{ fact: 'a' }, { fact: 'b' }]), {
      f: { sections: { s: { fields: { c: { required: true }, a: { required: true }, b: null } } } },
    });
    expect(value).toEqual(
      form([
        { fact: 'a', required: true },
        { fact: 'c', required: true },
      ]),
    );
  });

  test('what cannot be told apart, is not there or cannot be followed is a finding', () => {
    const twice = [{ target: '#x', guard: 'a' }, { target: '#x' }];
    const at = 'machine/states/main/on/go';
    expect(doors(twice, { '#x': { guard: 'b' } })).toEqual({
      list: twice,
      codes: [`overlay.ambiguous_entry ${at}/#x`],
    });
    expect(doors([{ target: '#x' }], { '#y': null }).codes).toEqual([`overlay.nothing_there ${at}/#y`]);
    expect(doors([{ target: '#x' }], { '#y': { after: '#z' } }).codes).toEqual([
      `overlay.after_unknown ${at}/#y/after`,
    ]);
    expect(doors([{ target: '#x' }], { '#y': { after: '#y' } }).codes).toEqual([
      `overlay.after_unknown ${at}/#y/after`,
    ]);
    expect(
      laid('deadlines', { d: { escalation: [{ at: 1, to: 'a' }] } }, { d: { escalation: { a: { at: 2 } } } })
        .codes,
    ).toEqual(['overlay.list deadlines/d/escalation/a']);
  });

  test('a list of candidates may be new', () => {
    expect(doors([], {}).list).toEqual([]);
    const { value } = laid('machine', state({}), { states: { main: { on: { go: { '#x': true } } } } });
    expect(value).toEqual(state({ go: [{ target: '#x' }] }));
  });
});

describe('texts', () => {
  const title = { en: 'Visit', fr: 'Visiter', es: 'Visitar' };
  const base = { visit: { kind: 'work', title } };

  test('changing one language marks the inherited others stale', () => {
    const { value, stale } = laid('steps', base, { visit: { title: { fr: 'Aller voir' } } });
    expect(value).toEqual({ visit: { kind: 'work', title: { ...title, fr: 'Aller voir' } } });
    expect(stale).toEqual([{ path: 'steps/visit/title', languages: ['en', 'es'] }]);
  });

  test('adding a language, repeating one or removing one marks nothing, nor does saying all', () => {
    expect(laid('steps', base, { visit: { title: { ar: 'زيارة' } } }).stale).toEqual([]);
    expect(laid('steps', base, { visit: { title: { en: 'Visit' } } }).stale).toEqual([]);
    expect(laid('steps', base, { visit: { title: { en: 'Go', fr: 'Aller', es: 'Ir' } } }).stale).toEqual([]);
  });
});

test('removing what is not there is told', () => {
  expect(laid('roles', { a: {} }, { b: null }).codes).toEqual(['overlay.nothing_there roles/b']);
});

test('neither argument is changed', () => {
  const base = { a: { label: { en: 'x' }, sources: ['s'] } };
  const patch = { a: { sources: { t: true, s: null } }, b: { label: { en: null, fr: 'y' } } };
  const copies = JSON.stringify([base, patch]);
  expect(laid('roles', base, patch).value).toEqual({
    a: { label: { en: 'x' }, sources: { t: true } },
    b: { label: { fr: 'y' } },
  });
  expect(JSON.stringify([base, patch])).toBe(copies);
});
