import { describe, expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { parsePack } from './parse-pack.ts';
import { samplePack, samplePackFiles, sampleSections } from './sample-pack.ts';

type Files = Record<string, string>;
const found = (files: Files) => parsePack(files).findings.map(({ code, path }) => `${code} ${path}`);
const withFile = (name: string, text: string): Files => ({ ...samplePackFiles(), [name]: text });

describe('a sound pack', () => {
  test('parses without a finding into every section', () => {
    const { parsed, findings } = parsePack(samplePackFiles());
    expect(findings).toEqual([]);
    expect(parsed).toMatchObject({ kind: 'procedure', pack: samplePack() });
  });

  test('has the same hash however its files are laid out, and another when a word changes', () => {
    const reversed = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, member]) => [key, reversed(member)]),
          )
        : value;
    const steps = JSON.stringify(reversed(sampleSections().steps), null, 8);
    const { parsed } = parsePack(samplePackFiles());
    expect(parsePack(withFile('steps.json', steps)).parsed?.hash).toBe(parsed?.hash);
    expect(parsed?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(parsePack(samplePackFiles({ 'steps/visit/how/en': 'Otherwise.' })).parsed?.hash).not.toBe(
      parsed?.hash,
    );
  });

  test('may leave out the files of sections that can be empty, and none other', () => {
    expect(found(samplePackFiles({ effects: undefined, safeguards: undefined }))).toEqual([]);
    expect(found(samplePackFiles({ machine: undefined }))).toEqual(['file.missing machine.json']);
  });

  test('README.md is for readers only, and other files are told and not read', () => {
    expect(found(withFile('README.md', '\ufeff anything'))).toEqual([]);
    const { parsed, findings } = parsePack(withFile('notes.txt', 'x'));
    expect(findings).toMatchObject([{ code: 'file.unknown', severity: 'warning', path: 'notes.txt' }]);
    expect(parsed).toBeDefined();
  });
});

describe('how to do a step', () => {
  test('may stand in how/<step>.<lang>.md and keeps its Markdown', () => {
    const text = '## First\r\n\r\n- *listen*\r\n';
    const files = {
      ...samplePackFiles({ 'steps/visit/how': undefined }),
      'how/visit.en.md': text,
      'how/visit.fr.md': 'Écouter.',
    };
    const { parsed, findings } = parsePack(files);
    expect(findings).toEqual([]);
    const step = parsed?.kind === 'procedure' ? parsed.pack.steps.visit : undefined;
    expect(step).toMatchObject({ how: { en: '## First\n\n- *listen*', fr: 'Écouter.' } });
  });

  test('is refused for a step that does not exist, and when it is said twice', () => {
    expect(found(withFile('how/nothing.en.md', 'x'))).toEqual(['name.unknown how/nothing.en.md']);
    expect(found(withFile('how/visit.en.md', 'x'))).toEqual(['text.twice how/visit.en.md']);
    expect(found({ ...withFile('how/visit.en.md', 'x'), 'steps.json': '{' })).toEqual(['json.syntax steps']);
    expect(found(withFile('how/toString.en.md', 'x'))).toEqual(['file.name how/toString.en.md']);
  });
});

describe('a broken pack gives all its findings with paths', () => {
  test('wrong types, values and fields', () => {
    const codes = found(
      samplePackFiles({
        'steps/visit/who': 3,
        'steps/sort/kind': 'box',
        'events/Bad': { label: { en: 'x' } },
        'machine/states/main/states/receive/invoke': 'x',
        'rules/is_safe/conditions': { all: [] },
        'deadlines/decide_by/within': '10 days',
        'facts/risk/label': undefined,
        'pack/extra': true,
      }),
    );
    expect(codes.sort()).toEqual([
      'schema.bounds rules/is_safe/conditions/all',
      'schema.format deadlines/decide_by/within',
      'schema.key events/Bad',
      'schema.missing facts/risk/label',
      'schema.shape steps/visit/who',
      'schema.unknown_field machine/states/main/states/receive/invoke',
      'schema.unknown_field pack/extra',
      'schema.value steps/sort/kind',
    ]);
  });

  test.each(['invoke', 'context', 'entry', 'exit', 'actions', 'description', 'meta'])(
    'the machine holds no %s',
    (field) => {
      expect(found(samplePackFiles({ [`machine/states/main/${field}`]: {} }))).toEqual([
        `schema.unknown_field machine/states/main/${field}`,
      ]);
    },
  );

  test.each(['on', 'always', 'after'])('the root has no %s', (field) => {
    expect(found(samplePackFiles({ [`machine/${field}`]: {} }))).toEqual([
      `schema.unknown_field machine/${field}`,
    ]);
  });

  test('a delay in milliseconds is not the id of a deadline', () => {
    const codes = found(
      samplePackFiles({ 'machine/states/main/states/placed/after': { 1000: [{ target: '#review' }] } }),
    );
    expect(codes).toEqual(['schema.key machine/states/main/states/placed/after/1000']);
  });

  test.each(['P201Y', 'PT99999999999H', `P${'9'.repeat(400)}D`])(
    'a span that no calendar can add is refused: %s',
    (within) => {
      expect(found(samplePackFiles({ 'deadlines/decide_by/within': within }))).toEqual([
        expect.stringMatching(/^schema\.\w+ deadlines\/decide_by\/within$/),
      ]);
    },
  );

  test('candidates are always lists', () => {
    const path = 'machine/states/main/states/receive/on/report_taken';
    expect(found(samplePackFiles({ [path]: { target: '#joint' } }))).toEqual([`schema.type ${path}`]);
    expect(found(samplePackFiles({ [path]: '#joint' }))).toEqual([`schema.type ${path}`]);
  });

  test('JSONPath in a rule is refused', () => {
    const atom = { fact: 'risk', operator: 'equal', value: 'low', path: '$.x' };
    expect(found(samplePackFiles({ 'rules/is_safe/conditions': { all: [atom] } }))).toEqual([
      'schema.unknown_field rules/is_safe/conditions/all/0/path',
    ]);
  });

  test('null is refused outside overlays, once for each place', () => {
    expect(
      found(samplePackFiles({ 'steps/visit/form': null, 'rules/is_safe/conditions': { all: [null] } })),
    ).toEqual(['json.null rules/is_safe/conditions/all/0', 'json.null steps/visit/form']);
  });

  test('what is not JSON is told with its line', () => {
    const { parsed, findings } = parsePack(withFile('roles.json', '{\n  "a": }'));
    expect(parsed).toBeUndefined();
    expect(findings).toMatchObject([
      { code: 'json.syntax', path: 'roles/a', parameters: { line: 2, column: 8 } },
    ]);
  });

  test('a pack that is no folder, and a file that is no text', () => {
    expect(parsePack(null as never).findings).toMatchObject([{ code: 'file.none' }]);
    expect(found({ ...samplePackFiles(), 'roles.json': 3 as never })).toEqual([
      'file.not_text roles.json',
      'file.missing roles.json',
    ]);
  });
});

describe('hostile input gives findings within its limits', () => {
  test.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])(
    'the key %s is refused wherever it stands',
    (key) => {
      const text = JSON.stringify(sampleSections().roles).replace('"nurse"', `"${key}"`);
      expect(found(withFile('roles.json', text))).toContain(
        `json.forbidden_key roles/${JSON.parse(`"${key}"`)}`,
      );
      expect(({} as Record<string, unknown>).label).toBeUndefined();
    },
  );

  test('a key given twice is refused, also when one is written with escapes', () => {
    expect(found(withFile('rules.json', '{"a": 1, "\\u0061": 2}'))).toContain('json.duplicate_key rules/a');
  });

  test('a thousand levels are refused before anything reads them', () => {
    const deep = `${'{"states":'.repeat(1_000)}{}${'}'.repeat(1_000)}`;
    expect(found(withFile('machine.json', deep)).map((each) => each.split(' ')[0])).toEqual(['limit.depth']);
    expect(found(withFile('rules.json', '['.repeat(100_000)))[0]).toMatch(/^limit.depth rules/);
  });

  test('seventeen levels of states are refused and sixteen are not', () => {
    const nested = (levels: number): unknown => {
      const id = `level_${levels}`;
      return levels === 1
        ? { id }
        : { id, initial: `level_${levels - 1}`, states: { [`level_${levels - 1}`]: nested(levels - 1) } };
    };
    const codes = (levels: number) =>
      found(samplePackFiles({ 'machine/states': { [`level_${levels}`]: nested(levels) } }));
    expect(codes(16)).toEqual([]);
    expect(codes(17).map((each) => each.split(' ')[0])).toEqual(['limit.levels']);
  });

  test('more than 2,000 states or 10,000 transitions are refused', () => {
    const states = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, { id: `s${i}` }]));
    expect(found(samplePackFiles({ 'machine/states': states(2_000) }))).toEqual([]);
    expect(found(samplePackFiles({ 'machine/states': states(2_001) }))).toEqual(['limit.states machine']);
    const on = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count / 100 }, (_, i) => [`e${i}`, Array.from({ length: 100 }, () => ({}))]),
      );
    const machine = (more: object) =>
      found(samplePackFiles({ 'machine/states': { main: { id: 'main', on: on(10_000), ...more } } }));
    expect(machine({})).toEqual([]);
    for (const more of [
      { on: { ...on(10_000), one: [{}] } },
      { after: { one: [{}] } },
      { always: [{}] },
      { onDone: [{}] },
    ]) {
      expect(machine(more)).toEqual(['limit.transitions machine']);
    }
  });

  test('rules and guards nest ten deep and no deeper', () => {
    const rule = (depth: number): unknown =>
      depth === 0 ? { fact: 'risk', operator: 'equal', value: 'low' } : { not: rule(depth - 1) };
    const guard = (depth: number): unknown =>
      depth === 0 ? 'is_safe' : { type: 'not', params: { of: [guard(depth - 1)] } };
    const at = 'machine/states/main/states/receive/on/report_taken/0/guard';
    expect(found(samplePackFiles({ 'rules/is_safe/conditions': rule(10), [at]: guard(10) }))).toEqual([]);
    expect(found(samplePackFiles({ 'rules/is_safe/conditions': rule(11) }))).toEqual([
      'limit.rule_depth rules/is_safe/conditions',
    ]);
    expect(found(samplePackFiles({ 'rules/is_safe/also': { more: rule(11) } }))).toEqual([
      'limit.rule_depth rules/is_safe/also/more',
    ]);
    const where = (depth: number) => ({ every: { of: 'visits', where: rule(depth) } });
    expect(found(samplePackFiles({ 'facts/visit_count/derive': where(10) }))).toEqual([]);
    expect(found(samplePackFiles({ 'facts/visit_count/derive': where(11) }))).toEqual([
      'limit.rule_depth facts/visit_count/derive/every/where',
    ]);
    expect(found(samplePackFiles({ [at]: guard(11) }))).toEqual([`limit.rule_depth ${at}`]);
  });

  test('a file over 1 MB and a pack over 5 MB are refused', () => {
    const filler = `"${'é'.repeat(LIMITS.fileBytes / 2 - 1)}"`;
    expect(found(withFile('sources.json', filler))).toEqual(['schema.type sources']);
    expect(found(withFile('sources.json', `${filler} `))).toEqual(['limit.file_size sources.json']);
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`scenarios/s${i}.json`, filler]));
    expect(found({ ...samplePackFiles(), ...many })).toContain('limit.pack_size pack.json');
  });

  test('a thousand findings of one file are told, then that there are more, and other files are still told', () => {
    const roles = Object.fromEntries(
      Array.from({ length: 1_500 }, (_, i) => [`r${i}`, { label: 3, sector: 'social' }]),
    );
    const codes = found({ ...withFile('roles.json', JSON.stringify(roles)), 'sources.json': '[]' });
    expect(codes).toHaveLength(1_002);
    expect(codes.slice(-2)).toEqual(['limit.findings roles', 'schema.type sources']);
  });

  test('a megabyte of nested nonsense in guards ends', () => {
    const guard = (depth: number): unknown => ({
      type: 'zzz',
      params: { of: depth === 0 ? [] : [guard(depth - 1), guard(depth - 1), guard(depth - 1)] },
    });
    const codes = found(
      samplePackFiles({ 'machine/states/main/states/receive/on/report_taken/0/guard': guard(8) }),
    );
    expect(codes.length).toBeGreaterThan(0);
  });

  test('a text that reverses reading order, half a character or an invisible sign is refused', () => {
    const at = 'roles/nurse/label/en';
    expect(found(samplePackFiles({ [at]: 'a\u202eb' }))).toEqual([`text.bidi ${at}`]);
    expect(found(samplePackFiles({ [at]: 'a\u2067b' }))).toEqual([`text.bidi ${at}`]);
    expect(found(samplePackFiles({ [at]: 'a\ud800' }))).toEqual([`text.encoding ${at}`]);
    expect(found(samplePackFiles({ [at]: 'Pr\ufffdnom' }))).toEqual([`text.encoding ${at}`]);
    expect(found(samplePackFiles({ [at]: 'a\u0000' }))).toEqual([`text.control ${at}`]);
    expect(found(samplePackFiles({ [at]: 'ممرضة \u2067abc\u2069 \u200f 👩‍⚕️\n' }))).toEqual([]);
  });

  test('a byte order mark is skipped and told, and the hash is the same', () => {
    const { parsed, findings } = parsePack(
      withFile('roles.json', `\ufeff${samplePackFiles()['roles.json']}`),
    );
    expect(findings).toMatchObject([{ code: 'file.byte_order_mark', severity: 'warning' }]);
    expect(parsed?.hash).toBe(parsePack(samplePackFiles()).parsed?.hash);
  });

  test('numbers that would lose digits are refused', () => {
    expect(found(withFile('calendar.json', '{"weekend":[1e999]}'))).toContain(
      'json.number calendar/weekend/0',
    );
    expect(found(withFile('calendar.json', '{"weekend":[9007199254740993]}'))).toContain(
      'json.number calendar/weekend/0',
    );
  });
});

describe('an overlay', () => {
  const head = {
    ...(sampleSections().pack as object),
    id: 'sample-overlay',
    kind: 'overlay',
    extends: { id: 'sample-procedure', version: '1.0.0' },
  };
  const overlay = (sections: Record<string, unknown>, pack: object = head) =>
    Object.fromEntries(
      Object.entries({ pack, ...sections }).map(([name, value]) => [`${name}.json`, JSON.stringify(value)]),
    );

  test('keeps its difference raw, with null and lists patched by identity', () => {
    const sections = {
      steps: {
        visit: { title: { en: 'See the child' }, who: { nurse: true, supervisor: null }, purpose: null },
      },
      events: { reopened: null },
      machine: {
        states: {
          main: {
            states: {
              decide: { on: { support_agreed: { '#support': { guard: 'is_safe', after: '#placed' } } } },
            },
          },
        },
      },
      deadlines: { visit_by: { within: 'PT12H' } },
    };
    const { parsed, findings } = parsePack(overlay(sections));
    expect(findings).toEqual([]);
    expect(parsed).toMatchObject({ kind: 'overlay', head: { id: 'sample-overlay' }, patch: sections });
  });

  test('says what it extends', () => {
    expect(found(overlay({}, { ...head, extends: undefined }))).toEqual(['schema.missing pack/extends']);
  });

  test('is checked as far as it can be alone', () => {
    const codes = found(
      overlay({
        steps: { visit: { colour: 'red', who: 4, title: { en: 7 } } },
        deadlines: { visit_by: { within: 'soon', from: null } },
        rules: { is_safe: { conditions: { all: [null] } } },
        events: { visit_done: { needs: { risk: 'yes' } } },
        roles: null,
      }),
    );
    expect(codes.sort()).toEqual([
      'overlay.list events/visit_done/needs/risk',
      'overlay.null roles',
      'schema.format deadlines/visit_by/within',
      'schema.shape rules/is_safe/conditions/all/0',
      'schema.shape steps/visit/who',
      'schema.type steps/visit/title/en',
      'schema.unknown_field steps/visit/colour',
    ]);
  });

  test('adds how-to text to a step it does not define itself', () => {
    const { parsed } = parsePack({ ...overlay({}), 'how/visit.es.md': 'Escuchar.' });
    expect(parsed).toMatchObject({ patch: { steps: { visit: { how: { es: 'Escuchar.' } } } } });
  });
});
