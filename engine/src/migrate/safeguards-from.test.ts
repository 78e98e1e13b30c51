/** A case goes only where its safeguards are still kept from where it would stand, whatever the version is worth from its opening. */
import { describe, expect, test } from 'vitest';
import { driveCase, worker } from '../journal/fixtures/drive-case.ts';
import { type Tiny, tinyPack } from '../journal/fixtures/tiny-pack.ts';
import { compile } from '../pathway/compile.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { proveFrom } from '../prove/prove-from.ts';
import { proveSafeguards } from '../prove/prove-safeguards.ts';
import { type MigrateCommand, migrate } from './migrate.ts';
import { planMigration, planMigrations } from './plan-migration.ts';
import { safeguardsFrom } from './safeguards-from.ts';

const AT = '2026-03-02T09:00:00.000Z';
const label = { en: 'Invented' };
const HEARD_FIRST = {
  'safeguards/heard_first': sentence({ precedes: { a: 'event:heard', b: 'step:placed' } }),
};

function sentence(property: unknown) {
  return { label, property, basis: 'practice' };
}

function pathway(version: string, main: Tiny['main'], tiny: Omit<Tiny, 'main'> = {}): Pathway {
  const steps = { placed: { kind: 'end' }, ...tiny.steps };
  return compile(
    tinyPack({ main, ...tiny, steps, more: { ...HEARD_FIRST, 'pack/version': version, ...tiny.more } }),
  );
}

const go = (event: string, target: string, guard?: unknown) => ({
  on: { [event]: [{ target: `#${target}`, ...(guard ? { guard } : {}) }] },
});
/** Work comes before hearing, then after it: both keep the safeguard from the opening on. */
const WORK_FIRST = pathway('1.0.0', {
  work: go('worked', 'hear'),
  hear: go('heard', 'ready'),
  ready: go('placing', 'placed'),
  placed: {},
});
const HEAR_FIRST = pathway('2.0.0', {
  hear: go('heard', 'work'),
  work: go('worked', 'ready'),
  ready: go('placing', 'placed'),
  placed: {},
});

const verdicts = (told: readonly { readonly id: string; readonly verdict: string }[]) =>
  told.map(({ id, verdict }) => `${id} ${verdict}`);

function planned(driven: ReturnType<typeof driveCase>, to: Pathway, map?: MigrateCommand['map']) {
  const provedFrom = safeguardsFrom(() => driven.entries);
  return planMigration(driven.pathway, to, driven.caseFile, { at: AT, provedFrom, map });
}

describe('a safeguard', () => {
  test('that both versions keep from the opening may be lost from where a case stands: the reason and the story are told', () => {
    for (const version of [WORK_FIRST, HEAR_FIRST])
      expect(verdicts(proveSafeguards(version))).toEqual(['heard_first proved']);
    const plan = planned(driveCase(WORK_FIRST), HEAR_FIRST);
    expect(plan.obstacles).toMatchObject([
      {
        code: 'safeguard.lost',
        of: 'heard_first',
        story: { acts: [{ event: 'worked' }, { event: 'placing' }], expect: { route: ['ready', 'placed'] } },
      },
    ]);
  });

  test('is kept where the journal has already told what it asks', () => {
    const driven = driveCase(WORK_FIRST);
    driven.report('worked');
    expect(planned(driven, HEAR_FIRST).ok).toBe(true);
    driven.report('heard');
    expect(planned(driven, HEAR_FIRST)).toMatchObject({ ok: true, obstacles: [] });
  });

  test('reads the journal in the names of the new version', () => {
    const renamed = pathway(
      '2.0.0',
      {
        work: go('worked', 'hear'),
        hear: go('listened', 'ready'),
        ready: go('placing', 'placed'),
        placed: {},
      },
      {
        more: { 'safeguards/heard_first': sentence({ precedes: { a: 'event:listened', b: 'step:placed' } }) },
      },
    );
    const driven = driveCase(WORK_FIRST);
    driven.report('worked');
    driven.report('heard');
    expect(planned(driven, renamed).obstacles).toMatchObject([{ code: 'safeguard.lost', of: 'heard_first' }]);
    expect(planned(driven, renamed, { events: { heard: 'listened' } }).ok).toBe(true);
  });

  test('rests on the facts that the case has recorded', () => {
    const unless = { 'safeguards/heard_first': sentence({ never: { a: 'step:placed', unless: 'a' } }) };
    const asked = { kind: 'work', form: 'asking' };
    const forms = {
      'forms/asking': {
        label,
        sections: { one: { label, fields: [{ fact: 'a', required: true }] } },
      },
    };
    const old = pathway(
      '1.0.0',
      { ask: go('asked', 'ready', 'a'), ready: go('placing', 'placed', 'a'), placed: {} },
      { steps: { ask: asked }, more: { ...unless, ...forms } },
    );
    const next = pathway(
      '2.0.0',
      { ask: go('asked', 'ready', 'a'), ready: go('placing', 'placed'), placed: {} },
      { steps: { ask: asked }, more: { ...unless, ...forms } },
    );
    const driven = driveCase(old);
    driven.report('asked', { facts: { a: true } });
    expect(driven.steps()).toEqual(['ready']);
    expect(planned(driven, next).ok).toBe(true);
    const unrecorded = { ...driven, caseFile: { ...driven.caseFile, facts: {} } };
    expect(planned(unrecorded, next).obstacles).toMatchObject([
      { of: 'heard_first', story: { acts: [{ event: 'placing' }] } },
    ]);
  });

  test('that did not hold from where the case stands keeps no case back', () => {
    const open = pathway('1.0.0', { work: go('placing', 'placed'), placed: {}, hear: go('heard', 'placed') });
    const same = pathway('2.0.0', { work: go('placing', 'placed'), placed: {}, hear: go('heard', 'placed') });
    expect(verdicts(proveFrom(open, { ...driveCase(open), at: AT }))).toEqual(['heard_first broken']);
    expect(planned(driveCase(open), same).ok).toBe(true);
  });

  test('that the new version leaves out keeps the case, unless the same sentence stands under another name', () => {
    const main = {
      work: go('worked', 'hear'),
      hear: go('heard', 'ready'),
      ready: go('placing', 'placed'),
      placed: {},
    };
    const gone = pathway('2.0.0', main, { more: { 'safeguards/heard_first': undefined } });
    const moved = pathway('2.0.0', main, {
      more: {
        'safeguards/heard_first': undefined,
        'safeguards/other': HEARD_FIRST['safeguards/heard_first'],
      },
    });
    expect(planned(driveCase(WORK_FIRST), gone).obstacles).toMatchObject([
      { code: 'safeguard.lost', of: 'heard_first' },
    ]);
    expect(planned(driveCase(WORK_FIRST), moved).ok).toBe(true);
  });

  test('that the new version adds keeps only a case from which it breaks', () => {
    const bare = pathway('1.0.0', WORK_FIRST.pack.machine.states.main?.states as Tiny['main'], {
      more: { 'safeguards/heard_first': undefined },
    });
    const driven = driveCase(bare);
    expect(planned(driven, HEAR_FIRST).obstacles).toMatchObject([{ of: 'heard_first' }]);
    driven.report('worked');
    expect(planned(driven, HEAR_FIRST).ok).toBe(true);
  });

  test('that a migration is refused for is told in the refusal, and the case stays', () => {
    const driven = driveCase(WORK_FIRST);
    const { id, version } = HEAR_FIRST.pack.pack;
    const told = migrate(
      WORK_FIRST,
      HEAR_FIRST,
      driven.caseFile,
      { kind: 'migrate', by: worker, to: { id, version, hash: HEAR_FIRST.hash } },
      AT,
      safeguardsFrom(() => driven.entries),
    );
    expect(told).toMatchObject({
      ok: false,
      refusal: { migration: [{ code: 'safeguard.lost', story: { acts: [{}, {}] } }] },
    });
  });

  test('that cannot be decided within the states allowed is not taken as kept', () => {
    const driven = driveCase(WORK_FIRST);
    driven.report('worked');
    const provedFrom = safeguardsFrom(() => driven.entries, { maxStates: 0 });
    const plan = planMigration(WORK_FIRST, HEAR_FIRST, driven.caseFile, { at: AT, provedFrom });
    expect(plan.ok).toBe(true);
    const wide = safeguardsFrom(() => driven.entries);
    const narrow: typeof wide = (version, standing) =>
      (version === HEAR_FIRST ? provedFrom : wide)(version, standing);
    expect(
      planMigration(WORK_FIRST, HEAR_FIRST, driven.caseFile, { at: AT, provedFrom: narrow }).obstacles,
    ).toMatchObject([{ code: 'safeguard.lost', why: 'more states than the budget allows' }]);
  });
});

test('cases that nothing tells apart share one proof', () => {
  const first = driveCase(WORK_FIRST);
  const proved: string[] = [];
  const provedFrom = safeguardsFrom(() => first.entries, {
    onVerdict: ({ verdict }) => proved.push(verdict),
  });
  const cases = ['case-1', 'case-2'].map((id) => ({ ...first.caseFile, id }));
  const plans = [...planMigrations(WORK_FIRST, HEAR_FIRST, cases, { at: AT, provedFrom })];
  expect(plans.map(({ obstacles }) => obstacles.length)).toEqual([1, 1]);
  expect(proved).toEqual(['broken', 'proved']);
});
