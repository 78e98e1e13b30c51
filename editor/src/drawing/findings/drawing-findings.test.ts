import { applyPatches } from 'immer';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { setField } from '../commands/elements.ts';
import { openDrawing } from '../drawing-store.ts';
import { sampleAdaptation, sampleBase } from '../fixtures/sample-adaptation.ts';
import type { CheckAsk } from './check-messages.ts';
import { tellPaths, tellStructure } from './check-pack.ts';
import { newFindingsStore } from './drawing-findings.ts';
import type { OpenWorker } from './open-checker.ts';
import { placeOf } from './place-of.ts';

/** A world whose clock the test moves, and whose workers answer when they are let. */
function world() {
  const timers: { at: number; call: () => void }[] = [];
  const asked: CheckAsk['kind'][] = [];
  const waiting: (() => void)[] = [];
  let now = 0;
  let ended = 0;
  const openWorker: OpenWorker = (told) => {
    let known = samplePack();
    let isOpen = true;
    return {
      end: () => {
        isOpen = false;
        ended += 1;
      },
      post: (ask) => {
        asked.push(ask.kind);
        waiting.push(() => {
          const tell = (one: object) => isOpen && told({ version: ask.version, ...one } as never);
          if (ask.kind === 'prove')
            return tellPaths(ask.pack, { cache: {}, base: ask.base, now: () => 0 }, tell);
          if (ask.kind === 'structure') known = ask.pack;
          if (ask.kind === 'changes') known = applyPatches(known, ask.patches);
          return tellStructure(known, tell);
        });
      },
    };
  };
  const later = (ms: number, call: () => void) => {
    const timer = { at: now + ms, call };
    timers.push(timer);
    return () => {
      timer.call = () => {};
    };
  };
  return {
    openWorker,
    later,
    asked,
    ended: () => ended,
    pass: (ms: number) => {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.call();
      }
    },
    answer: () => {
      for (const one of waiting.splice(0)) one();
    },
  };
}

const nobody = { section: 'steps', id: 'decide', path: ['who'] } as const;

test('what is found follows a change, at its place, and goes when it is mended', () => {
  const drawing = openDrawing(samplePack());
  const around = world();
  const store = newFindingsStore(drawing, around);
  store.subscribe(() => {});
  around.pass(1000);
  around.answer();
  const codes = () => (store.get().byPlace.get('steps/decide') ?? []).map(({ code }) => code);
  expect(codes()).not.toContain('step.no_role');
  expect(store.get().verdicts.get('heard')?.verdict).toBe('proved');
  expect(store.get().isProved).toBe(true);
  const before = store.get().all;
  drawing.perform(setField, nobody);
  expect(store.get().isChecked).toBe(false);
  around.pass(0);
  around.pass(1000);
  around.answer();
  expect(codes()[0]).toBe('step.no_role');
  expect(store.get().all[0]?.severity).toBe('error');
  // What is found again is the same object: nothing that shows it is drawn again.
  expect(store.get().all.filter((finding) => before.includes(finding)).length).toBeGreaterThan(
    before.length / 2,
  );
  drawing.undo();
  around.pass(0);
  around.pass(1000);
  around.answer();
  expect(codes()).not.toContain('step.no_role');
  expect(around.asked).toEqual(['structure', 'prove', 'changes', 'prove', 'changes', 'prove']);
});

test('many keys in a row ask once; a newer pack ends the proof that was going on', () => {
  const drawing = openDrawing(samplePack());
  const around = world();
  const store = newFindingsStore(drawing, around);
  store.subscribe(() => {});
  around.pass(1000);
  for (const title of ['a', 'ab', 'abc']) {
    drawing.perform(setField, { section: 'steps', id: 'decide', path: ['title', 'fr'], value: title });
    around.pass(0);
    around.pass(20);
  }
  expect(around.ended()).toBe(1);
  around.pass(1000);
  around.answer();
  expect(around.asked).toEqual(['structure', 'prove', 'changes', 'prove']);
  expect(store.get().isProved).toBe(true);
});

test('a draft taken anew from the service is given whole', () => {
  const drawing = openDrawing(samplePack());
  const around = world();
  const store = newFindingsStore(drawing, around);
  store.subscribe(() => {});
  around.pass(1000);
  drawing.replace({ ...samplePack(), safeguards: {} });
  around.pass(0);
  around.pass(1000);
  around.answer();
  expect(around.asked).toEqual(['structure', 'prove', 'structure', 'prove']);
  expect(store.get().verdicts.size).toBe(0);
});

test('the workers end a while after nobody looks any more', () => {
  const around = world();
  const store = newFindingsStore(openDrawing(samplePack()), around);
  const stop = store.subscribe(() => {});
  around.pass(1000);
  stop();
  expect(around.ended()).toBe(0);
  around.pass(10_000);
  expect(around.ended()).toBe(2);
});

test('the stories of a procedure are counted step by step and way by way', () => {
  const drawing = openDrawing(samplePack());
  const around = world();
  const store = newFindingsStore(drawing, around);
  store.subscribe(() => {});
  around.pass(1000);
  around.answer();
  const { coverage } = store.get();
  expect(coverage?.steps).toEqual(['receive', 'meet', 'decide', 'ended']);
  expect(coverage?.missingSteps).toEqual(['search', 'placed', 'make_safe']);
  expect(coverage?.ways.map(({ name }) => name)).toEqual(['report_taken', 'child_seen', 'support_agreed']);
  expect(coverage?.missingWays).toHaveLength(8);
});

test('what the base of an adaptation has locked is told at its place', () => {
  const drawing = openDrawing(sampleAdaptation(), sampleBase());
  const around = world();
  const store = newFindingsStore(drawing, around);
  store.subscribe(() => {});
  around.pass(1000);
  around.answer();
  const codes = () => (store.get().byPlace.get('steps/meet') ?? []).map(({ code }) => code);
  expect(codes()).not.toContain('adaptation.locked');
  drawing.perform(setField, { section: 'steps', id: 'meet', path: ['who'], value: ['police'] });
  around.pass(0);
  around.pass(1000);
  around.answer();
  expect(codes()).toContain('adaptation.locked');
});

test('what was found a moment ago has gone once the draft no longer has it; all is asked anew when wanted', () => {
  const drawing = openDrawing(samplePack());
  const around = world();
  const store = newFindingsStore(drawing, around);
  store.subscribe(() => {});
  drawing.perform(setField, nobody);
  around.pass(0);
  around.pass(1_000);
  around.answer();
  const finding = store.get().all.find(({ code }) => code === 'step.no_role');
  if (!finding) throw new Error('Nobody is missed.');
  expect(store.hasGone(finding)).toBe(false);
  drawing.perform(setField, { ...nobody, value: ['judge'] });
  // The list still tells it: nobody has checked since.
  expect(store.get().all).toContain(finding);
  expect(store.hasGone(finding)).toBe(true);
  around.pass(0);
  around.pass(1_000);
  around.answer();
  expect(store.hasGone(finding)).toBe(true);
  const before = around.asked.length;
  store.again();
  expect(store.get().isChecked).toBe(false);
  around.pass(0);
  around.pass(1_000);
  around.answer();
  expect(around.asked.slice(before)).toEqual(['structure', 'prove']);
  expect(store.get().isProved).toBe(true);
});

test('a path leads to its element', () => {
  expect(placeOf('steps/visit/who/0')).toBe('steps/visit');
  expect(placeOf('machine/states/main/states/reception/states/meet/on/child_seen/0')).toBe('steps/meet');
  expect(placeOf('machine/states/main/states/ended')).toBe('steps/ended');
  expect(placeOf('pack/title')).toBe('pack');
  expect(placeOf('scenarios/evening/acts/2')).toBe('scenarios/evening');
});

test('who looks at one element is told of what is found there, and of nothing else', () => {
  const drawing = openDrawing(samplePack());
  const around = world();
  const store = newFindingsStore(drawing, around);
  const told: string[] = [];
  const leave = store.subscribeAt('steps/decide', () => told.push('decide'));
  const leaveOther = store.subscribeAt('steps/meet', () => told.push('meet'));
  around.pass(1_000);
  around.answer();
  told.length = 0;
  drawing.perform(setField, nobody);
  around.pass(0);
  around.pass(1_000);
  around.answer();
  expect(
    store
      .get()
      .byPlace.get('steps/decide')
      ?.map(({ code }) => code),
  ).toContain('step.no_role');
  expect(new Set(told)).toEqual(new Set(['decide']));
  leave();
  leaveOther();
  around.pass(10_000);
  expect(around.ended()).toBeGreaterThan(0);
});
