import { describe, expect, test } from 'vitest';
import type { ParsedPack } from '../procedure/pack.ts';
import { parsePack } from '../procedure/parse-pack.ts';
import { type Breaks, samplePack, sampleSections, toPackFiles } from '../procedure/sample-pack.ts';
import { rebase } from './rebase.ts';
import type { Choice } from './three-way.ts';

const BASE = samplePack();

type Overlay = Extract<ParsedPack, { kind: 'overlay' }>;

/** An overlay of the sample pack that says some sections. */
function overlay(sections: Readonly<Record<string, unknown>>): Overlay {
  const head = {
    ...(sampleSections().pack as object),
    id: 'sample-overlay',
    kind: 'overlay',
    extends: { id: 'sample-procedure', version: '1.0.0' },
  };
  const { parsed, findings } = parsePack(toPackFiles({ pack: head, ...sections }));
  if (parsed?.kind !== 'overlay') throw new Error(JSON.stringify(findings));
  return parsed;
}

const next = (breaks: Breaks) => samplePack({ 'pack/version': '2.0.0', ...breaks });
const carried = (
  sections: Readonly<Record<string, unknown>>,
  breaks: Breaks,
  choices: Readonly<Record<string, Choice>> = {},
) => rebase(overlay(sections), BASE, next(breaks), choices);

const LONGER = { deadlines: { decide_by: { within: 'PT48H' } } };

describe('what both changed', () => {
  test('is told in the words of the committee', () => {
    const { conflicts } = carried(LONGER, { 'deadlines/decide_by/within': 'PT24H' });
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({
      path: 'deadlines/decide_by/within',
      kind: 'both_changed',
      before: 'P10D',
      theirs: 'PT24H',
      ours: 'PT48H',
    });
    expect(conflicts[0]?.words).toEqual({
      en: 'Decide / Review the placement, deadline: the base now says 24 h, you say 48 h',
      fr: 'Décider / Réviser le placement, délai : la base dit maintenant 24 h, vous dites 48 h',
      es: 'Décider / Réviser le placement, plazo: la base ahora dice 24 h, ustedes dicen 48 h',
      ar: 'Décider / Réviser le placement, أجل: الأصل يقول الآن 24 ساعة، وأنتم تقولون 48 ساعة',
    });
  });

  test.for<[Choice | undefined, string, boolean]>([
    ['ours', 'PT48H', true],
    ['theirs', 'PT24H', true],
    [undefined, 'PT48H', false],
  ])('is chosen: %s', ([choice, within, settled]) => {
    const choices = choice ? { 'deadlines/decide_by/within': choice } : {};
    const result = carried(LONGER, { 'deadlines/decide_by/within': 'PT24H' }, choices);
    expect(result.pack?.deadlines.decide_by?.within).toBe(within);
    expect(result.settled).toBe(settled);
    expect(result.overlay.head.extends?.version).toBe('2.0.0');
  });

  test('to the same thing is no conflict', () => {
    expect(carried(LONGER, { 'deadlines/decide_by/within': 'PT48H' }).conflicts).toEqual([]);
  });

  test.for<[string, Record<string, unknown>, Breaks, string, string]>([
    [
      'added by both',
      { roles: { aunt: { label: { en: 'Aunt' }, sector: 'family' } } },
      { 'roles/aunt': { label: { en: 'Aunt' }, sector: 'social' } },
      'both_added',
      'roles/aunt',
    ],
    [
      'removed by the base',
      { deadlines: { weekly_visit: { within: 'P3D' } } },
      { 'deadlines/weekly_visit': undefined, 'steps/placed/deadlines': undefined },
      'base_removed',
      'deadlines/weekly_visit',
    ],
    [
      'removed by the overlay',
      { effects: { tell_judge: null } },
      { 'effects/tell_judge/acknowledge': false },
      'you_removed',
      'effects/tell_judge',
    ],
    [
      'a candidate, by where it leads',
      {
        machine: {
          states: {
            main: { states: { support: { on: { support_ended: { '#closed': { guard: 'risk_is_low' } } } } } },
          },
        },
      },
      {
        'machine/states/main/states/support/on/support_ended': [
          { target: '#closed', guard: { type: 'all', params: { of: ['is_safe', 'risk_is_low'] } } },
          { target: '#decide' },
        ],
      },
      'both_changed',
      'machine/states/main/states/support/on/support_ended/#closed/guard',
    ],
    [
      'one language of a text',
      { steps: { closed: { title: { fr: 'Terminé' } } } },
      { 'steps/closed/title': { en: 'Closed', fr: 'Achevé' } },
      'both_changed',
      'steps/closed/title/fr',
    ],
  ])('%s', ([, sections, breaks, kind, path]) => {
    expect(carried(sections, breaks).conflicts.map((one) => [one.kind, one.path])).toEqual([[kind, path]]);
  });

  test('an element that the base took away is kept whole when the committee keeps it', () => {
    const breaks = { 'deadlines/weekly_visit': undefined, 'steps/placed/deadlines': undefined };
    const result = carried({ deadlines: { weekly_visit: { within: 'P3D' } } }, breaks, {
      'deadlines/weekly_visit': 'ours',
    });
    expect(result.pack?.deadlines.weekly_visit).toEqual({ ...BASE.deadlines.weekly_visit, within: 'P3D' });
  });
});

describe('what only one side changed', () => {
  test.for<[string, Record<string, unknown>, Breaks]>([
    ['another element', LONGER, { 'deadlines/support_by/within': 'P1M' }],
    ['another field', LONGER, { 'deadlines/decide_by/label': { en: 'Decide soon', fr: 'Décider vite' } }],
    [
      'another language',
      { steps: { closed: { title: { fr: 'Fini' } } } },
      { 'steps/closed/title/en': 'Ended' },
    ],
    [
      'another candidate',
      {
        machine: {
          states: {
            main: { states: { support: { on: { support_ended: { '#decide': { reenter: true } } } } } },
          },
        },
      },
      { 'machine/states/main/states/support/on/support_ended/0/guard': 'risk_is_low' },
    ],
    ['what both removed', { effects: { tell_judge: null } }, { 'effects/tell_judge': undefined }],
  ])('%s is no conflict', ([, sections, breaks]) => {
    const result = carried(sections, breaks);
    expect(result.conflicts).toEqual([]);
    expect(result.findings.filter(({ code }) => code.startsWith('overlay.'))).toEqual([]);
  });
});

test('adaptation is kept: what the new base locks, the overlay may not change', () => {
  const { findings, settled } = carried(LONGER, { 'deadlines/decide_by/adaptation': 'locked' });
  expect(findings.map(({ code }) => code)).toContain('adaptation.locked');
  expect(settled).toBe(false);
});

test('everything is verified again: a name that the new base does not have is found', () => {
  const { findings } = carried(
    { steps: { placed: { deadlines: { support_by: true } } } },
    { 'deadlines/support_by': undefined, 'steps/support/deadlines': ['decide_by'] },
  );
  expect(findings.map(({ code, path }) => `${code} ${path}`)).toContain(
    'name.unknown steps/placed/deadlines/1',
  );
});

describe('every safeguard is proved again', () => {
  const property = { precedes: { a: 'event:report_taken', b: 'step:support' } };
  const taken = {
    'safeguards/taken_first': {
      label: { en: 'Taken first' },
      property,
      basis: 'standard',
      sources: ['crc_9'],
    },
  };
  const shortcut = {
    machine: {
      states: { main: { states: { receive: { on: { child_returned: [{ target: '#support' }] } } } } },
    },
  };
  const verdictOf = (result: ReturnType<typeof rebase>) =>
    result.verdicts.find(({ id }) => id === 'taken_first');

  test('one that the new base brings and the overlay breaks is told with its story, and nothing is settled', () => {
    expect(verdictOf(carried({}, taken))?.verdict).toBe('proved');
    const result = carried(shortcut, taken);
    expect(result.conflicts).toEqual([]);
    expect(verdictOf(result)).toMatchObject({
      verdict: 'broken',
      story: { acts: [{ event: 'child_returned' }] },
    });
    expect(result.settled).toBe(false);
  });

  test('within the time that the caller gives', () => {
    const result = rebase(overlay(shortcut), BASE, next(taken), {}, { stop: () => true });
    expect(verdictOf(result)?.verdict).toBe('bounded');
  });
});

test('an overlay of another version is not carried', () => {
  expect(() => rebase(overlay({}), next({}), BASE)).toThrow(
    expect.objectContaining({ code: 'pack.mismatch' }),
  );
});
