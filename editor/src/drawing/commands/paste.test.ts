import { checkStructure, type Pack } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { openLog, perform, undo } from '../log/command-log.ts';
import { findState } from '../log/find-state.ts';
import { type Fragment, fragmentOf, readFragment } from '../log/fragment.ts';
import { paste } from './paste.ts';
import { removeStep } from './remove-step.ts';

const SAMPLE = samplePack();

function pasted(pack: Pack, fragment: Fragment | undefined, into: string, after?: string): Pack {
  if (!fragment) throw new Error('nothing was copied');
  const outcome = perform(openLog(pack), paste, { fragment, into, ...(after !== undefined && { after }) });
  if (!outcome.ok) throw new Error(outcome.refused.why);
  return outcome.log.pack;
}

const copyOf = (pack: Pack) => structuredClone(pack) as { -readonly [key in keyof Pack]: Pack[key] };

/** A procedure of one step in which nothing of the sample is known. */
function stranger(): Pack {
  const pack = copyOf(SAMPLE);
  pack.machine = {
    id: 'stranger',
    type: 'parallel',
    states: { main: { id: 'main', initial: 'begin', states: { begin: { id: 'begin' } } } },
  };
  pack.steps = {
    main: { kind: 'track', title: { fr: 'Suivi' } },
    begin: { kind: 'work', title: { fr: 'Commencer' } },
  };
  for (const section of [
    'events',
    'rules',
    'facts',
    'parameters',
    'forms',
    'deadlines',
    'roles',
    'sources',
  ] as const)
    pack[section] = {};
  const { reconsider: _, ...head } = pack.pack;
  pack.pack = head;
  pack.safeguards = {};
  pack.scenarios = {};
  return pack;
}

test('a stage comes to an empty procedure with everything it needs, and nothing it does not', () => {
  const pack = pasted(stranger(), fragmentOf(SAMPLE, ['reception']), 'main', 'begin');
  expect(Object.keys(findState(pack.machine, 'reception')?.state.states ?? {})).toEqual([
    'receive',
    'meet',
    'search',
  ]);
  expect(pack.roles).toHaveProperty('caseworker');
  expect(pack.forms).toHaveProperty('report_form');
  expect(pack.facts).toHaveProperty('danger');
  expect(pack.deadlines).toHaveProperty('report_deadline');
  expect(pack.sources).toHaveProperty('crc_19');
  expect(pack.facts).not.toHaveProperty('other_solutions_tried');
  expect(pack.roles).not.toHaveProperty('judge');
  expect(checkStructure(pack).filter(({ code }) => code === 'name.unknown')).toEqual([]);
});

test('a way to a step that is not there goes, with its condition; ways inside stay', () => {
  const pack = pasted(stranger(), fragmentOf(SAMPLE, ['reception']), 'main');
  const meet = findState(pack.machine, 'meet')?.state;
  expect(meet?.on).toEqual({ not_found: [{ target: '#search' }] });
  expect(findState(pack.machine, 'search')?.state.after).toEqual({ search_ends: [{ target: '#meet' }] });
});

test('what is there already and means the same is used again', () => {
  const pack = pasted(SAMPLE, fragmentOf(SAMPLE, ['meet']), 'main', 'decide');
  for (const section of ['roles', 'sources', 'facts', 'forms', 'rules', 'events', 'deadlines'] as const)
    expect(Object.keys(pack[section])).toEqual(Object.keys(SAMPLE[section]));
  expect(pack.steps['meet_2']).toMatchObject({ title: SAMPLE.steps['meet']?.title });
  expect(findState(pack.machine, 'meet_2')?.state.on?.['child_seen']).toEqual([
    { target: '#decide', guard: 'child_was_heard' },
  ]);
});

test('an id that means something else here comes under a new one, wherever it is named', () => {
  const other = copyOf(SAMPLE);
  other.roles = { ...other.roles, police: { label: { fr: 'Gendarmerie' }, sector: 'police' } };
  other.rules = {
    ...other.rules,
    child_was_heard: { ...SAMPLE.rules['child_was_heard']!, label: { fr: 'Autre règle' } },
  };
  const pack = pasted(other, fragmentOf(SAMPLE, ['meet']), 'main');
  expect(pack.roles['police']).toEqual(other.roles['police']);
  expect(pack.roles['police_2']).toEqual(SAMPLE.roles['police']);
  expect(pack.steps['meet_2']).toMatchObject({ who: ['caseworker', 'police_2'] });
  expect(findState(pack.machine, 'meet_2')?.state.on?.['child_seen']?.[0]?.guard).toBe('child_was_heard_2');
  expect(pack.rules['child_was_heard_2']).toEqual(SAMPLE.rules['child_was_heard']);
});

test('a form that asks a fact which means something else here is another form', () => {
  const other = copyOf(SAMPLE);
  other.facts = { ...other.facts, danger: { ...SAMPLE.facts['danger']!, label: { fr: 'Danger de noyade' } } };
  const pack = pasted(other, fragmentOf(SAMPLE, ['meet']), 'main');
  expect(pack.steps['meet_2']).toMatchObject({ form: 'meeting_form_2' });
  expect(pack.forms['meeting_form_2']?.sections['meeting']?.fields.map(({ fact }) => fact)).toContain(
    'danger_2',
  );
  expect(pack.forms['meeting_form']).toEqual(other.forms['meeting_form']);
});

test('in another track, an outcome heard in the first is another outcome', () => {
  const pack = pasted(SAMPLE, fragmentOf(SAMPLE, ['search']), 'urgent');
  const on = findState(pack.machine, 'search_2')?.state.on ?? {};
  expect(Object.keys(on)).not.toContain('child_found');
});

test('cut and paste brings a step back as it was', () => {
  const fragment = fragmentOf(SAMPLE, ['search']);
  const cut = perform(openLog(SAMPLE), removeStep, { id: 'search' });
  if (!cut.ok) throw new Error();
  const pack = pasted(cut.log.pack, fragment, 'reception', 'meet');
  expect(findState(pack.machine, 'search')?.state).toEqual(findState(SAMPLE.machine, 'search')?.state);
  expect(pack.events['child_found']).toEqual(SAMPLE.events['child_found']);
});

test('pasting is one change, taken back at once', () => {
  const outcome = perform(openLog(SAMPLE), paste, {
    fragment: fragmentOf(SAMPLE, ['reception'])!,
    into: 'main',
  });
  if (!outcome.ok) throw new Error();
  expect(outcome.log.past).toHaveLength(1);
  expect(undo(outcome.log)?.log.pack).toEqual(SAMPLE);
});

test('a fragment survives the clipboard, and what is none is refused', () => {
  const fragment = fragmentOf(SAMPLE, ['reception', 'decide']);
  expect(readFragment(JSON.stringify(fragment))).toEqual(fragment);
  for (const text of [
    '',
    'Un paragraphe',
    '{"parcours":"fragment"}',
    '{"parcours":"fragment","roots":["a"],"states":{},"steps":{},"elements":{},"beyond":{}}',
  ])
    expect(readFragment(text)).toBeUndefined();
  const broken = JSON.parse(JSON.stringify(fragment)) as { steps: Record<string, object> };
  broken.steps['meet'] = { kind: 'work', title: { fr: 'x' }, who: 'police' };
  expect(readFragment(JSON.stringify(broken))).toBeUndefined();
});

test('a fragment that somebody wrote with names that nothing defines is refused, and nothing changes', () => {
  const fragment = JSON.parse(JSON.stringify(fragmentOf(SAMPLE, ['meet']))) as {
    elements: { roles: object };
  };
  fragment.elements.roles = {};
  const elsewhere = perform(openLog(stranger()), paste, {
    fragment: fragment as unknown as Fragment,
    into: 'main',
  });
  expect(elsewhere).toMatchObject({ ok: false, refused: { why: 'not_a_fragment' } });
});

test('a track, or a step in which a track waits, is not copied', () => {
  expect(fragmentOf(SAMPLE, ['urgent'])).toBeUndefined();
  expect(fragmentOf(SAMPLE, ['urgent_idle'])).toBeUndefined();
  expect(fragmentOf(SAMPLE, [])).toBeUndefined();
});
