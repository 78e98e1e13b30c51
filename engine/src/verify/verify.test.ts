import { describe, expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { type Breaks, samplePack } from '../procedure/sample-pack.ts';
import { play } from '../simulate/play.ts';
import { verify } from './verify.ts';

const text = (words: string) => ({ en: words, fr: words });

/** A placement decided by age alone, without the child's words. */
const UNHEARD: Breaks = {
  'machine/states/main/states/decide/on/placement_decided': [{ target: '#placed', guard: 'is_a_child' }],
};
const LAW: Breaks = {
  'sources/bad_law': { instrument: text('A law of nobody'), article: '7', confidence: 'read' },
  'safeguards/heard_before_placement/broken_by': { sources: ['bad_law'], note: text('The law says so.') },
};

const safeguardFindings = (breaks: Breaks) =>
  verify(samplePack(breaks)).findings.filter(({ code }) => code.startsWith('safeguard.'));

describe('a sound pack', () => {
  test('has no finding, and every safeguard is proved', () => {
    const { findings, verdicts } = verify(samplePack());
    expect(findings).toEqual([]);
    expect(verdicts.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['heard_before_placement', 'proved'],
      ['return_stays_open', 'proved'],
    ]);
  });

  test('each verdict says what it took', () => {
    const [first] = verify(samplePack()).verdicts;
    expect(first?.states).toBeGreaterThan(3);
    expect(first?.reductions).toContain('tracks_apart');
  });
});

describe('a broken safeguard', () => {
  test('is an error that tells the shortest story in the words of the pack', () => {
    const [found] = safeguardFindings(UNHEARD);
    expect(found).toMatchObject({
      code: 'safeguard.broken',
      severity: 'error',
      path: 'safeguards/heard_before_placement',
    });
    expect(found?.message).toContain('› A placement is decided');
    expect(found?.parameters['story']).toContain('›');
  });

  test('comes with a story that plays', () => {
    const pack = samplePack(UNHEARD);
    const [{ story } = {}] = verify(pack).verdicts;
    expect(story && play(compile(pack), story)).toMatchObject({ ok: true, mismatches: [] });
  });

  test('that a cited law breaks is told and keeps nobody from publishing', () => {
    const found = safeguardFindings({ ...UNHEARD, ...LAW });
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning safeguard.broken_by_law',
    ]);
    expect(found[0]?.message).toContain('A law of nobody, art. 7');
    expect(verify(samplePack({ ...UNHEARD, ...LAW })).verdicts[0]?.story).toBeDefined();
  });

  test('that a law is said to break and that holds all the same is told', () => {
    expect(safeguardFindings(LAW).map(({ code }) => code)).toEqual(['safeguard.not_broken']);
  });
});

describe('a safeguard that nobody can check', () => {
  test('is an error when its people are not told apart between two events', () => {
    const [found] = safeguardFindings({
      'safeguards/return_stays_open/property': { different_people: { a: 'step:sort', b: 'step:decide' } },
    });
    expect(found).toMatchObject({ code: 'safeguard.unreadable', severity: 'error' });
  });

  test('that names what is not there is an error, and nothing is proved on a guess', () => {
    const { findings, verdicts } = verify(
      samplePack({
        'safeguards/return_stays_open/property': { never: { a: 'step:nowhere', unless: 'nothing' } },
      }),
    );
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'name.unknown safeguards/return_stays_open/property/never/a',
      'name.unknown safeguards/return_stays_open/property/never/unless',
    ]);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['unchecked', 'unchecked']);
  });
});

describe('a pack with errors', () => {
  test('is not walked while it is open which paths there are', () => {
    const { verdicts } = verify(
      samplePack({ 'machine/states/main/states/receive/on/report_taken': [{ target: '#nowhere' }] }),
    );
    expect(verdicts.every(({ verdict, why }) => verdict === 'unchecked' && why !== undefined)).toBe(true);
  });

  test('is walked when the errors say nothing of its paths', () => {
    const { findings, verdicts } = verify(samplePack({ 'safeguards/return_stays_open/basis': undefined }));
    expect(findings.map(({ severity }) => severity)).toContain('error');
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['proved', 'proved']);
  });
});

describe('the caller', () => {
  test('may time each verdict, and stop', () => {
    const turns: string[] = [];
    const told: string[] = [];
    verify(samplePack(), { onTurn: (id) => turns.push(id), onVerdict: ({ id }) => told.push(id) });
    expect(new Set(turns)).toEqual(new Set(told));
    const { verdicts } = verify(samplePack(), { stop: () => true });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['bounded', 'bounded']);
  });
});
