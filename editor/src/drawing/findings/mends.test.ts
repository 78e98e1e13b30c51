import { analyseRules, checkStructure, type Finding, type Pack, verify } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { addOtherwise } from '../commands/mending.ts';
import { openDrawing } from '../drawing-store.ts';
import { findState } from '../log/find-state.ts';
import { mendAll } from './mend-all.ts';
import { doMend, MENDS, mended, mendsOf } from './mends.ts';

type Open = { -readonly [key in keyof Pack]: Pack[key] } & Record<string, Record<string, never>>;

/** The sample with something spoiled. */
function spoiled(spoil: (pack: ReturnType<typeof openSample>) => void): Pack {
  const pack = openSample();
  spoil(pack);
  return pack as unknown as Pack;
}

// biome-ignore lint/suspicious/noExplicitAny: a spoiled pack has any shape.
const openSample = (): any => structuredClone(samplePack()) as unknown as Open;

// biome-ignore lint/suspicious/noExplicitAny: a spoiled pack has any shape.
const state = (pack: any, id: string): any => findState(pack.machine, id)?.state;

const errors = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === 'error').length;

/** What is wrong, how to find it anew, by code. Each suggestion must settle it, and add no error. */
const SPOILED: Readonly<Record<string, Pack>> = {
  'step.no_role': spoiled((pack) => delete pack.steps.decide.who),
  'step.no_deadline': spoiled((pack) => delete pack.steps.decide.deadlines),
  'step.dead_end': spoiled((pack) => {
    delete state(pack, 'decide').on;
    delete pack.events.support_agreed;
    delete pack.events.placement_decided;
    delete pack.safeguards.heard;
  }),
  'step.trap': spoiled((pack) => {
    state(pack, 'decide').on = { support_agreed: [{ target: '#placed', guard: 'child_was_heard' }] };
    delete state(pack, 'placed').on;
    delete pack.events.child_returned;
  }),
  'step.unreachable': spoiled((pack) => {
    delete state(pack, 'meet').on.not_found;
  }),
  'step.fresh_not_asked': spoiled((pack) => {
    pack.steps.meet.fresh = ['child_heard', 'age'];
  }),
  'track.no_end': spoiled((pack) => {
    pack.steps.ended.kind = 'wait';
  }),
  'basis.missing': spoiled((pack) => delete pack.steps.decide.basis),
  'basis.no_source': spoiled((pack) => delete pack.steps.receive.sources),
  'name.unknown': spoiled((pack) => {
    pack.steps.decide.who = ['supervisor', 'nobody'];
  }),
  unused: spoiled((pack) => {
    pack.roles.mayor = { label: { fr: 'Maire' }, sector: 'community' };
  }),
  'event.unheard': spoiled((pack) => {
    pack.events.never_heard = { label: { fr: 'Jamais' }, basis: 'practice' };
  }),
  'event.no_reporter': spoiled((pack) => {
    pack.events.support_agreed.by = ['family'];
  }),
  'fact.never_asked': samplePack(),
  'list.ends_guarded': spoiled((pack) => {
    state(pack, 'urgent_idle').on.danger_seen = [{ target: '#make_safe', guard: 'child_was_heard' }];
  }),
  'list.never_read': spoiled((pack) => {
    state(pack, 'decide').on.support_agreed = [
      { target: '#ended' },
      { target: '#meet', guard: 'child_was_heard' },
    ];
  }),
  'pack.no_reconsider': spoiled((pack) => delete pack.pack.reconsider),
};

test.each(Object.entries(SPOILED))('every suggestion for %s settles it and adds no error', (code, pack) => {
  const before = checkStructure(pack);
  const findings = before.filter((each) => each.code === code);
  expect(findings).not.toEqual([]);
  const [finding] = findings;
  if (!finding) return;
  const mends = mendsOf(pack, finding);
  expect(mends.length).toBeGreaterThan(0);
  for (const mend of mends) {
    const after = mended(pack, mend);
    expect(after).toBeDefined();
    if (!after) continue;
    const now = checkStructure(after);
    expect(now.filter((each) => each.code === code && each.path === finding.path)).toEqual([]);
    expect(errors(now)).toBeLessThanOrEqual(errors(before) - (finding.severity === 'error' ? 1 : 0));
  }
});

test('a step from which nothing leads on may go back to an earlier step, from which a case goes on', () => {
  const pack = spoiled((open) => {
    delete state(open, 'decide').on;
    delete open.safeguards.heard;
    delete open.events.placement_decided;
    state(open, 'meet').on.support_agreed = [{ target: '#ended' }];
  });
  const finding = checkStructure(pack).find(({ code }) => code === 'step.dead_end');
  const labels = finding ? mendsOf(pack, finding).map(({ label, names }) => [label, names?.['to']]) : [];
  expect(labels).toContainEqual(['leadBack', samplePack().steps['meet']?.title]);
});

test('nobody is sent back to a step that is read later', () => {
  const stuck = { code: 'step.stuck', severity: 'warning', path: 'steps/search', message: '' } as const;
  const backs = mendsOf(samplePack(), { ...stuck, parameters: { step: 'search' } })
    .filter(({ label }) => label === 'leadBack')
    .map(({ names }) => names?.['to']);
  expect(backs).toEqual([samplePack().steps['meet']?.title, samplePack().steps['receive']?.title]);
});

test('a step where some children find no way on may go back, and they find it then', () => {
  const pack = spoiled((open) => {
    state(open, 'decide').on.support_agreed = [{ target: '#ended', guard: 'child_was_heard' }];
    state(open, 'decide').on.placement_decided[0].guard = 'child_was_heard';
  });
  const finding = analyseRules(pack).findings.find(({ code }) => code === 'step.stuck');
  expect(finding).toBeDefined();
  const backs = finding ? mendsOf(pack, finding).filter(({ label }) => label === 'leadBack') : [];
  expect(backs).not.toEqual([]);
  for (const mend of backs) {
    const after = mended(pack, mend);
    expect(after && analyseRules(after).findings.filter(({ code }) => code === 'step.stuck')).toEqual([]);
  }
});

test('what a rule reads is asked at a step while there is no form to ask it in', () => {
  const pack = spoiled((open) => {
    open.forms = {};
    for (const step of Object.values(open.steps) as { form?: string; fresh?: string[] }[]) {
      delete step.form;
      delete step.fresh;
    }
  });
  const finding = checkStructure(pack).find(({ code }) => code === 'fact.never_asked');
  if (!finding) throw new Error('not found');
  const [mend] = mendsOf(pack, finding);
  const after = mend && mended(pack, mend);
  expect(mend?.label).toBe('askAt');
  expect(after && checkStructure(after).filter(({ path }) => path === finding.path)).toEqual([]);
});

/** Packs whose safeguard `kept` is broken, by how it is written. */
const BROKEN: Readonly<Record<string, Pack>> = {
  'a condition is put on the way that lacked it': spoiled((pack) => {
    pack.safeguards = {
      kept: {
        label: { fr: 'x' },
        property: { never: { a: 'step:ended', unless: 'child_was_heard' } },
        basis: 'practice',
      },
    };
    state(pack, 'receive').on.report_taken = [{ target: '#decide' }];
    state(pack, 'placed').on = { support_agreed: [{ target: '#ended' }] };
    delete pack.events.child_returned;
  }),
  'a way is closed while a rule holds': spoiled((pack) => {
    pack.safeguards = {
      kept: {
        label: { fr: 'x' },
        property: { never: { a: 'event:support_agreed', while: 'danger_is_seen' } },
        basis: 'practice',
      },
    };
  }),
  'a way that passes by leads through what comes first': spoiled((pack) => {
    pack.safeguards = {
      kept: {
        label: { fr: 'x' },
        property: { precedes: { a: 'event:child_seen', b: 'event:support_agreed' } },
        basis: 'practice',
      },
    };
    state(pack, 'receive').on.report_taken = [{ target: '#decide' }];
    state(pack, 'search').after.search_ends = [{ target: '#meet' }];
  }),
  'a step passed by is passed first': spoiled((pack) => {
    pack.safeguards = {
      kept: {
        label: { fr: 'x' },
        property: { precedes: { a: 'step:meet', b: 'step:decide' } },
        basis: 'practice',
      },
    };
    state(pack, 'receive').on.report_taken = [{ target: '#decide' }];
  }),
  'a step without a deadline gets one': spoiled((pack) => {
    pack.safeguards = {
      kept: {
        label: { fr: 'x' },
        property: { has_deadline: { states: ['step:decide'] } },
        basis: 'practice',
      },
    };
    delete pack.steps.decide.deadlines;
  }),
  'a step done by others is given to those it belongs to': spoiled((pack) => {
    pack.safeguards = {
      kept: {
        label: { fr: 'x' },
        property: { performed_by: { states: ['step:decide'], sector: 'justice' } },
        basis: 'practice',
      },
    };
  }),
  'two acts are done by different people': spoiled((pack) => {
    pack.safeguards = {
      kept: {
        label: { fr: 'x' },
        property: { different_people: { a: 'event:child_seen', b: 'event:support_agreed' } },
        basis: 'practice',
      },
    };
  }),
};

test.each(Object.entries(BROKEN))('a broken safeguard is mended: %s', (_, pack) => {
  const { verdicts, findings } = verify(pack);
  expect(verdicts[0]?.verdict).toBe('broken');
  const finding = findings.find(({ code }) => code === 'safeguard.broken');
  expect(finding).toBeDefined();
  if (!finding) return;
  const mends = mendsOf(pack, finding, verdicts[0]);
  expect(mends.length).toBeGreaterThan(0);
  for (const mend of mends) {
    const after = mended(pack, mend);
    expect(after && verify(after).verdicts[0]?.verdict).toBe('proved');
  }
});

test('what the rules leave open gets an otherwise', () => {
  const pack = spoiled((open) => {
    state(open, 'decide').on.support_agreed = [
      { target: '#ended', guard: 'child_was_heard' },
      { target: '#meet', guard: 'danger_is_seen' },
    ];
  });
  const finding = analyseRules(pack).findings.find(({ code }) => code === 'choice.gap');
  expect(finding).toBeDefined();
  if (!finding) return;
  const mends = mendsOf(pack, finding);
  expect(mends.length).toBeGreaterThan(0);
  for (const mend of mends) {
    const after = mended(pack, mend);
    const left =
      after &&
      analyseRules(after).findings.filter(({ code, path }) => code === 'choice.gap' && path === finding.path);
    expect(left).toEqual([]);
  }
});

test('where every last step leads on, an end is put behind the last', () => {
  const pack = spoiled((open) => {
    open.steps.ended.kind = 'wait';
    open.steps.ended.who = ['supervisor'];
    state(open, 'ended').on = { support_agreed: [{ target: '#decide' }] };
  });
  const finding = checkStructure(pack).find(({ code }) => code === 'track.no_end');
  expect(finding).toBeDefined();
  const [mend] = finding ? mendsOf(pack, finding) : [];
  const after = mend && mended(pack, mend);
  const codes = (of: Pack) => checkStructure(of).map(({ code }) => code);
  expect(after && codes(after)).not.toContain('track.no_end');
  expect(after && codes(after)).not.toContain('step.unreachable');
});

test('nothing is suggested that would be refused', () => {
  const way = { from: 'decide', by: 'on', name: 'support_agreed', to: 'meet' } as const;
  expect(addOtherwise.can(samplePack(), way)?.why).toBe('two_open_ways');
  const finding = {
    code: 'unused',
    severity: 'info',
    path: 'rules/child_was_heard',
    parameters: {},
    message: '',
  } as const;
  expect(mendsOf(samplePack(), finding)).toEqual([]);
  expect(mendsOf(samplePack(), { ...finding, code: 'nobody.knows' })).toEqual([]);
  expect(Object.keys(MENDS).length).toBeGreaterThan(20);
});

test('a mend that would change nothing any more is not said to be done', () => {
  const drawing = openDrawing(samplePack());
  const { basis } = samplePack().steps['decide'] ?? {};
  const finding = {
    code: 'basis.missing',
    severity: 'error',
    path: 'steps/decide',
    parameters: {},
    message: '',
  } as const;
  const [mend] = mendsOf(drawing.get().log.pack, finding);
  expect(basis).toBe('practice');
  expect(mend && doMend(drawing, finding, mend)).toBe(false);
  expect(mend && mendAll(drawing, [finding, finding], mend)).toBe(0);
  expect(drawing.get().log.past).toEqual([]);
});

test('a mend that was suggested for the draft of a moment ago is made out for the draft as it is', () => {
  const drawing = openDrawing(
    spoiled((pack) => {
      delete pack.steps.decide.deadlines;
      delete pack.steps.receive.deadlines;
      pack.steps.receive.title = pack.steps.decide.title;
    }),
  );
  const { pack } = drawing.get().log;
  const endless = checkStructure(pack).filter(({ code }) => code === 'step.no_deadline');
  const suggestions = endless.map((finding) => ({ finding, mend: mendsOf(pack, finding)[0] }));
  for (const { finding, mend } of suggestions) expect(mend && doMend(drawing, finding, mend)).toBe(true);
  const { steps } = drawing.get().log.pack;
  const given = [steps['decide'], steps['receive']].map(
    (step) => step && 'deadlines' in step && step.deadlines,
  );
  expect(new Set(given.flat()).size).toBe(2);
  expect(drawing.get().log.past).toHaveLength(2);
});
