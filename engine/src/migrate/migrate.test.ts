import { describe, expect, test } from 'vitest';
import { advance } from '../journal/advance.ts';
import type { CaseFile } from '../journal/case-file.ts';
import { driveCase, worker } from '../journal/fixtures/drive-case.ts';
import { replay } from '../journal/replay.ts';
import { compile } from '../pathway/compile.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { type Breaks, samplePack } from '../procedure/sample-pack.ts';
import { type MigrateCommand, migrate } from './migrate.ts';
import { planMigration, planMigrations } from './plan-migration.ts';
import { takeBackMigration } from './take-back-migration.ts';

const OLD_BREAKS: Breaks = { 'deadlines/visit_by/basis': 'law', 'deadlines/visit_by/sources': ['crc_9'] };
const OLD = compile(samplePack(OLD_BREAKS));
const AT = '2026-03-03T08:00:00.000Z';

const version = (breaks: Breaks = {}): Pathway =>
  compile(samplePack({ ...OLD_BREAKS, 'pack/version': '2.0.0', ...breaks }));

const to = ({ pack, hash }: Pathway) => ({ id: pack.pack.id, version: pack.pack.version, hash });
const command = (target: Pathway, map?: MigrateCommand['map']): MigrateCommand => ({
  kind: 'migrate',
  by: worker,
  to: to(target),
  ...(map && { map }),
});

/** A case at the visit and the examination since 2 March, 08:00, with a visit due on 5 March. */
function atVisit() {
  const driven = driveCase(OLD);
  driven.report('report_taken', { facts: { risk: 'medium' } });
  return driven;
}

function migrated(caseFile: CaseFile, target: Pathway, map?: MigrateCommand['map'], at = AT) {
  const told = migrate(OLD, target, caseFile, command(target, map), at);
  if (!told.ok) throw new Error(JSON.stringify(told));
  return told;
}

const planned = (caseFile: CaseFile, target: Pathway, map?: MigrateCommand['map'], at = AT) =>
  planMigration(OLD, target, caseFile, { at, ...(map && { map }) });

const codes = (plan: ReturnType<typeof planMigration>) =>
  plan.obstacles.map(({ code, of }) => `${code} ${of}`);

describe('a version that changes nothing the case stands on', () => {
  test('keeps the whole case file but its version and the number of its entries', () => {
    const { caseFile } = atVisit();
    const target = version();
    const { seq: _, head: __, pack, ...after } = migrated(caseFile, target).caseFile;
    const { seq: ___, head: ____, pack: _____, ...before } = caseFile;
    expect(after).toEqual(before);
    expect(pack).toEqual(to(target));
  });

  test('is one migrated entry, and replay gives the same case file byte for byte', () => {
    const { caseFile, entries } = atVisit();
    const target = version();
    const told = migrated(caseFile, target);
    expect(told.entries.map(({ kind }) => kind)).toEqual(['migrated']);
    expect(JSON.stringify(replay(target, [...entries, ...told.entries]))).toBe(JSON.stringify(told.caseFile));
  });

  test('the case goes on in it', () => {
    const target = version();
    const { caseFile } = migrated(atVisit().caseFile, target);
    const went = advance(
      target,
      caseFile,
      { kind: 'report', by: { person: 'n', role: 'nurse' }, event: 'examination_done' },
      AT,
    );
    expect(went.ok && Object.keys(went.caseFile.open)).toContain('health_done');
  });
});

describe('steps', () => {
  const states = 'machine/states/main/states/joint/states/home/states';
  const renamed = version({
    [`${states}/visit`]: undefined,
    [`${states}/see_child`]: { id: 'see_child', on: { visit_done: [{ target: '#home_done' }] } },
    'machine/states/main/states/joint/states/home/initial': 'see_child',
    'steps/visit': undefined,
    'steps/see_child': samplePack().steps.visit,
  });

  test('that were renamed need a map, and are never put back to a beginning', () => {
    const { caseFile } = atVisit();
    expect(codes(planned(caseFile, renamed))).toContain('step.no_counterpart visit');
    const plan = planned(caseFile, renamed, { steps: { visit: 'see_child' } });
    expect(plan).toMatchObject({
      ok: true,
      steps: expect.arrayContaining([{ from: 'visit', to: 'see_child' }]),
    });
    const after = migrated(caseFile, renamed, { steps: { visit: 'see_child' } }).caseFile;
    expect(after.open).toMatchObject({ see_child: caseFile.open.visit });
    expect(after.deadlines['visit_by#1']).toMatchObject({ on: { state: 'see_child' }, state: 'running' });
  });

  test('that stand in another track are no counterpart', () => {
    const { caseFile } = atVisit();
    expect(codes(planned(caseFile, version(), { steps: { visit: 'shelter' } }))).toContain(
      'step.no_counterpart visit',
    );
  });

  test('that would stand two where one can are refused', () => {
    const target = version({
      'machine/states/main/states/joint/states': undefined,
      'machine/states/main/states/joint/type': undefined,
      'machine/states/main/states/joint/onDone': undefined,
      'machine/states/main/states/joint/initial': 'visit',
      'machine/states/main/states/joint/states/visit': {
        id: 'visit',
        on: { visit_done: [{ target: '#sort' }] },
      },
      'machine/states/main/states/joint/states/examine': { id: 'examine' },
    });
    expect(codes(planned(atVisit().caseFile, target))).toContain('step.crowded joint');
  });

  test('remembered by history have a counterpart, or the case stays', () => {
    const history = { back: { id: 'back', type: 'history', target: '#receive' } };
    const old = compile(samplePack({ 'machine/states/main/states/back': history.back }));
    const driven = driveCase(old);
    const remembering = {
      ...driven.caseFile,
      position: { ...driven.caseFile.position, history: { back: ['gone'] } },
    };
    const target = compile(
      samplePack({ 'machine/states/main/states/back': history.back, 'pack/version': '2.0.0' }),
    );
    const plan = planMigration(old, target, remembering, { at: AT });
    expect(codes(plan)).toEqual(['step.no_counterpart gone']);
  });
});

describe('tracks', () => {
  const school = {
    id: 'school',
    initial: 'enrol',
    states: {
      enrol: { id: 'enrol', after: { enrol_clock: [{ target: '#enrolled' }] } },
      enrolled: { id: 'enrolled' },
    },
  };
  const label = { en: 'Invented' };
  const withSchool = version({
    'machine/states/school': school,
    'steps/school': { kind: 'track', title: label },
    'steps/enrol': { kind: 'work', title: label, deadlines: ['enrol_by'] },
    'steps/enrolled': { kind: 'end', title: label },
    'deadlines/enrol_by': { label, within: 'P7D' },
    'deadlines/enrol_clock': { label, within: 'P30D' },
    'effects/tell_school': { on: { enter: 'step:enrol' }, kind: 'notify', to: ['nurse'], label },
  });

  test('that are new begin where the version says, with their deadlines armed, which XState would not do', () => {
    const { caseFile } = atVisit();
    const told = migrated(caseFile, withSchool);
    expect(told.caseFile.position.value).toMatchObject({ school: 'enrol' });
    expect(told.caseFile.open.enrol).toBe(AT);
    expect(told.caseFile.deadlines['enrol_by#1']).toMatchObject({
      kind: 'meet',
      state: 'running',
      armed: AT,
    });
    expect(told.caseFile.deadlines['enrol_clock#1']).toMatchObject({
      kind: 'move',
      state: 'running',
      armed: AT,
    });
    expect(told.effects).toMatchObject([{ effect: 'tell_school' }]);
    expect(planned(caseFile, withSchool)).toMatchObject({ opens: ['school', 'enrol'] });
  });

  const withoutUrgent = version({
    'machine/states/urgent': undefined,
    'steps/urgent': undefined,
    'steps/urgent_idle': undefined,
    'steps/shelter': undefined,
    'deadlines/visit_by/paused': undefined,
  });

  test('that are gone are closed, with the effects of leaving their steps', () => {
    const old = compile(
      samplePack({
        'effects/leave_shelter': { on: { leave: 'step:shelter' }, kind: 'notify', to: ['judge'], label },
      }),
    );
    const driven = driveCase(old);
    driven.record({ danger_seen: true });
    expect(driven.steps()).toContain('shelter');
    const told = migrate(old, withoutUrgent, driven.caseFile, command(withoutUrgent), AT);
    expect(told).toMatchObject({ ok: true, entries: [{ effects: [{ effect: 'leave_shelter' }] }, {}] });
    const after = told.ok ? told.caseFile : driven.caseFile;
    expect(Object.keys(after.open)).toEqual(['receive']);
    expect(after.deadlines['shelter_by#1']?.state).toBe('missed');
    expect(after.deadlines['receive_by#1']?.state).toBe('running');
  });

  test('with a legal deadline running are not closed', () => {
    const old = compile(samplePack({ 'deadlines/shelter_by/basis': 'law' }));
    const driven = driveCase(old);
    driven.record({ danger_seen: true });
    const plan = planMigration(old, withoutUrgent, driven.caseFile, { at: '2026-03-02T09:00:00.000Z' });
    expect(codes(plan)).toEqual(['deadline.gone shelter_by#1']);
  });
});

describe('deadlines', () => {
  const longer = { by: 'risk', values: { low: 'P7D', medium: 'P6D', high: 'PT24H' } };

  test('that rest on the law do not move later, and the plan says both instants', () => {
    const plan = planned(atVisit().caseFile, version({ 'deadlines/visit_by/within': longer }));
    expect(plan.obstacles).toEqual([
      expect.objectContaining({
        code: 'deadline.later',
        of: 'visit_by#1',
        before: '2026-03-05T22:59:59.999Z',
        after: '2026-03-08T22:59:59.999Z',
      }),
      expect.objectContaining({ code: 'deadline.later', of: 'visit_by#2' }),
    ]);
  });

  test('move later when the new version cites an amended law for it', () => {
    const target = version({
      'deadlines/visit_by/within': longer,
      'deadlines/visit_by/sources': ['act_2026'],
      'sources/act_2026': { instrument: { en: 'Act (invented)' }, article: '3', confidence: 'read' },
    });
    expect(planned(atVisit().caseFile, target)).toMatchObject({
      ok: true,
      deadlines: expect.arrayContaining([
        expect.objectContaining({ row: 'visit_by#1', change: 'later', cites: ['act_2026'] }),
      ]),
    });
  });

  test('do not move later on the same article under another name, nor on a source nobody has found', () => {
    for (const source of [
      samplePack().sources.crc_9,
      { instrument: { en: 'Act (invented)' }, article: '3', confidence: 'unknown' },
    ]) {
      const target = version({
        'deadlines/visit_by/within': longer,
        'deadlines/visit_by/sources': ['other'],
        'sources/other': source,
      });
      expect(codes(planned(atVisit().caseFile, target))).toContain('deadline.later visit_by#1');
    }
  });

  test('do not move to an instant that nobody knows', () => {
    const target = version({
      'deadlines/visit_by/within': { parameter: 'order_length' },
      'parameters/order_length/value': undefined,
      'parameters/order_length/confidence': 'unknown',
    });
    expect(codes(planned(atVisit().caseFile, target))).toContain('deadline.later visit_by#1');
  });

  test('that are practice move either way, and legal ones move earlier', () => {
    const { caseFile } = atVisit();
    const earlier = version({ 'deadlines/visit_by/within': 'P1D' });
    expect(migrated(caseFile, earlier).caseFile.deadlines['visit_by#1']?.due).toBe(
      '2026-03-03T22:59:59.999Z',
    );
    const practice = compile(samplePack());
    const driven = driveCase(practice);
    driven.report('report_taken', { facts: { risk: 'medium' } });
    const later = compile(samplePack({ 'deadlines/visit_by/within': longer, 'pack/version': '2.0.0' }));
    expect(planMigration(practice, later, driven.caseFile, { at: AT }).ok).toBe(true);
  });

  test('already missed stay missed, then and whenever anything is recorded afterwards', () => {
    const { caseFile } = atVisit();
    const late = '2026-03-06T08:00:00.000Z';
    const target = version({ 'deadlines/visit_by/within': longer });
    const told = migrated(caseFile, target, undefined, late);
    const due = '2026-03-05T22:59:59.999Z';
    expect(told.caseFile.deadlines['visit_by#1']).toMatchObject({ due, state: 'running' });
    const after = advance(
      target,
      told.caseFile,
      { kind: 'record', by: worker, facts: { risk: 'low' } },
      late,
    );
    expect(after.ok && after.caseFile.deadlines['visit_by#1']).toMatchObject({ due, state: 'running' });
    expect(told.entries.map(({ kind }) => kind)).toContain('deadline_missed');
  });

  test('that were renamed go on under the new name from where they counted', () => {
    const { caseFile } = atVisit();
    const target = version({
      'deadlines/see_by': samplePack(OLD_BREAKS).deadlines.visit_by,
      'steps/visit/deadlines': ['see_by'],
      'steps/examine/deadlines': ['see_by'],
    });
    const { deadlines } = migrated(caseFile, target, { deadlines: { visit_by: 'see_by' } }).caseFile;
    const before = caseFile.deadlines['visit_by#1'];
    expect(deadlines['visit_by#1']?.state).toBe('dropped');
    expect(deadlines['see_by#1']).toMatchObject({ armed: before?.armed, due: before?.due, state: 'running' });
  });

  test('that a version adds to an open step count from its opening', () => {
    const { caseFile } = atVisit();
    const target = version({
      'deadlines/note_by': { label: { en: 'Invented' }, within: 'P2D' },
      'steps/visit/deadlines': ['visit_by', 'note_by'],
    });
    expect(migrated(caseFile, target).caseFile.deadlines['note_by#1']).toMatchObject({
      armed: caseFile.open.visit,
      due: '2026-03-04T22:59:59.999Z',
    });
  });
});

describe('facts', () => {
  test('that the version does not take are forgotten, renamed ones keep who recorded them and when', () => {
    const { caseFile } = atVisit();
    const target = version({
      'facts/order_sought': undefined,
      'forms/decision_form/sections/order/fields': [{ fact: 'order_date' }],
      'facts/visited_before': { label: { en: 'Invented' }, type: 'boolean', tier: 1, initial: false },
    });
    const { facts } = planned(caseFile, target);
    expect(facts).toMatchObject({ forgotten: ['order_sought'], initial: ['visited_before'] });
    const after = migrated(caseFile, target, { facts: { order_sought: 'visited_before' } }).caseFile;
    expect(after.facts.visited_before).toEqual(caseFile.facts.order_sought);
    expect(after.facts.order_sought).toBeUndefined();
  });
});

describe('a case that cannot go', () => {
  test('stays wholly where it is, with every reason, recorded', () => {
    const { caseFile, entries } = atVisit();
    const target = version({ 'deadlines/visit_by/within': 'P9D' });
    const told = migrate(OLD, target, caseFile, command(target), AT);
    expect(told).toMatchObject({ ok: false, refusal: { code: 'migration' } });
    if (!('caseFile' in told)) throw new Error('nothing recorded');
    const { seq: _, head: __, ...after } = told.caseFile;
    const { seq: ___, head: ____, ...before } = caseFile;
    expect(after).toEqual(before);
    expect(JSON.stringify(replay(OLD, [...entries, ...told.entries]))).toBe(JSON.stringify(told.caseFile));
  });

  test('goes nowhere when the command names another version', () => {
    expect(() => migrate(OLD, version(), atVisit().caseFile, command(OLD), AT)).toThrow(
      expect.objectContaining({ code: 'command.invalid' }),
    );
  });
});

test('all cases of a version are planned one by one', () => {
  const { caseFile } = atVisit();
  const cases = [caseFile, { ...caseFile, id: 'case-2' }, driveCase(OLD).caseFile];
  const plans = [...planMigrations(OLD, version(), cases, { at: AT })];
  expect(plans.map((plan) => plan.case)).toEqual(['case-1', 'case-2', 'case-1']);
});

describe('a migration taken back', () => {
  const target = version({ 'deadlines/visit_by/within': 'P1D' });

  test('leaves the case as it was before, but for the entries', () => {
    const { caseFile, entries } = atVisit();
    const told = migrated(caseFile, target);
    const back = takeBackMigration(target, OLD, [...entries, ...told.entries], command(OLD), AT);
    if (!('caseFile' in back)) throw new Error('invalid');
    const { seq: _, head: __, ...after } = back.caseFile;
    const { seq: ___, head: ____, ...before } = caseFile;
    expect(after).toEqual(before);
    expect(back.entries[0]?.withdrawn?.entries).toEqual(told.entries.map(({ seq }) => seq));
  });

  test('is refused once something has happened since, and where there was none', () => {
    const { caseFile, entries } = atVisit();
    const told = migrated(caseFile, target);
    const since = advance(target, told.caseFile, { kind: 'record', by: worker, facts: { risk: 'low' } }, AT);
    if (!since.ok) throw new Error('refused');
    const all = [...entries, ...told.entries, ...since.entries];
    expect(takeBackMigration(target, OLD, all, command(OLD), AT)).toMatchObject({
      ok: false,
      refusal: { code: 'migration', migration: [{ code: 'since', of: String(since.entries[0]?.seq) }] },
    });
    expect(takeBackMigration(OLD, target, entries, command(target), AT)).toMatchObject({
      ok: false,
      refusal: { migration: [{ code: 'not_migrated' }] },
    });
  });
});
