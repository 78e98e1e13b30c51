import { describe, expect, test } from 'vitest';
import { atMeeting } from '../fixtures/sample-case.ts';
import { STORY_NOW } from '../fixtures/story-now.ts';
import type { Answers } from '../forms/fact-form.tsx';
import { previewStep } from './preview-step.ts';

const now = new Date(STORY_NOW).toISOString();

function previewed(answers: Answers, hidden: readonly string[] = []) {
  const { pathway, caseFile, guide } = atMeeting();
  const [step] = guide.now;
  if (!step) throw new Error('no step is open');
  const shown = previewStep(pathway, { file: caseFile, hidden, roles: ['caseworker'] }, step, answers, now);
  const seen = shown.events.find(({ event }) => event === 'child_seen');
  const fields = shown.form?.sections.flatMap((section) => section.fields) ?? [];
  return { step, shown, seen, field: fields.find(({ fact }) => fact === 'child_heard') };
}

describe('a step with answers that are typed and not recorded', () => {
  test('opens the outcome that only waited for them', () => {
    expect(previewed({}).seen).toMatchObject({ enabled: false, missing: ['child_heard'] });
    expect(previewed({ child_heard: true }).seen).toMatchObject({ enabled: true, missing: [] });
  });

  test('closes the outcome that they rule out, with the rule that says so', () => {
    expect(previewed({ child_heard: false }).seen).toMatchObject({
      enabled: false,
      closedBy: { code: 'closed' },
      reasons: [{ rule: 'child_was_heard', outcome: 'no' }],
    });
  });

  test('never shows what is only typed as recorded', () => {
    expect(previewed({ child_heard: true }).field).not.toHaveProperty('value');
  });

  test('leaves to the service what only waits for facts that may not be read', () => {
    expect(previewed({ danger: false }, ['child_heard']).seen).toMatchObject({ enabled: true, missing: [] });
  });
});
