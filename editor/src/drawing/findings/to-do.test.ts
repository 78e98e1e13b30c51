import { checkStructure, type Finding, type Severity } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { openDrawing } from '../drawing-store.ts';
import { mendAll, sharedMends } from './mend-all.ts';
import { groupsOf, toDosOf } from './to-do.ts';
import { toDoKind } from './to-do-kind.ts';

const found = (
  code: string,
  path: string,
  parameters: Finding['parameters'] = {},
  severity: Severity = 'info',
): Finding => ({ code, path, parameters, severity, message: '' });

test('a value that the law has not given is one thing to do, however often it is read', () => {
  const toDos = toDosOf([
    found('needs_law', 'rules/a/conditions/all/0/fact', { parameter: 'age' }, 'warning'),
    found('needs_law', 'rules/b/conditions/all/0/fact', { parameter: 'age' }, 'warning'),
    found('needs_law', 'deadlines/x/within/parameter', { parameter: 'span' }, 'warning'),
    found('safeguard.vacuous', 'safeguards/kept', { why: '', parameters: 'span, age' }),
    found('safeguard.vacuous', 'safeguards/other', { why: '' }),
  ]);
  expect(toDos.map(({ finding, others }) => [finding.path, others.length])).toEqual([
    ['rules/a/conditions/all/0/fact', 1],
    ['deadlines/x/within/parameter', 1],
    ['safeguards/other', 0],
  ]);
});

test('ways of one list that can be open together are looked at once', () => {
  const list = 'machine/states/main/states/meet/on/seen';
  const toDos = toDosOf([
    found('choice.overlap', `${list}/1`),
    found('choice.overlap', `${list}/2`),
    found('choice.overlap', 'machine/states/main/states/decide/on/seen/1'),
  ]);
  expect(toDos).toHaveLength(2);
});

test('the same kind stands together, the gravest first', () => {
  const groups = groupsOf(
    toDosOf([
      found('step.no_role', 'steps/a', {}, 'error'),
      found('step.no_deadline', 'steps/a', {}, 'error'),
      found('event.no_reporter', 'events/b/by', {}, 'error'),
      found('unused', 'roles/c'),
      found('step.no_how', 'steps/a/how', {}, 'warning'),
    ]),
  );
  expect(groups.map(({ kind, severity, toDos }) => [severity, kind, toDos.length])).toEqual([
    ['error', 'nobody', 2],
    ['error', 'endless', 1],
    ['warning', 'how', 1],
    ['info', 'unused', 1],
  ]);
  expect(toDoKind('nobody.knows')).toBe('other');
  expect(toDoKind('constructor')).toBe('other');
});

test('steps without a deadline each get one by one act, which one undo takes back', () => {
  const pack = structuredClone(samplePack()) as unknown as { steps: Record<string, { deadlines?: unknown }> };
  for (const id of ['receive', 'meet', 'make_safe']) delete pack.steps[id]?.deadlines;
  const drawing = openDrawing(pack as unknown as ReturnType<typeof samplePack>);
  const before = drawing.get().log.pack;
  const left = () => checkStructure(drawing.get().log.pack).filter(({ code }) => code === 'step.no_deadline');
  const findings = left();
  expect(findings).toHaveLength(3);
  const [mend, ...others] = sharedMends(before, findings);
  expect(mend?.label).toBe('giveDeadline');
  expect(others).toEqual([]);
  if (!mend) return;
  expect(mendAll(drawing, findings, mend)).toBe(3);
  expect(left()).toEqual([]);
  expect(drawing.get().log.past).toHaveLength(1);
  drawing.undo();
  expect(drawing.get().log.pack).toEqual(before);
});

test('what differs from one finding to the next is not offered for all', () => {
  const pack = samplePack();
  const missing = ['steps/receive', 'steps/meet'].map((path) =>
    found('step.dead_end', path, { step: path.slice(6) }),
  );
  expect(sharedMends(pack, missing)).toEqual([]);
  expect(sharedMends(pack, missing.slice(0, 1))).toEqual([]);
  const spare = ['roles/child', 'roles/reporter'].map((path) => found('unused', path));
  expect(sharedMends(pack, spare).map(({ label }) => label)).toEqual(['remove']);
});
