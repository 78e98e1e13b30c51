import type { FactValue } from '@parcours/engine';
import { useEffect, useRef } from 'react';
import { client } from '../client.ts';
import { useDraft } from '../forms/draft.ts';
import { answerOf } from '../session/api-error.ts';

const SAVE_AFTER_MS = 1_500;

type Kept = { readonly step: string; readonly facts: Readonly<Record<string, unknown>> };

/**
 * The unfinished answers of a step: here at every letter, and on the service a moment later, so that they are found
 * again on another device. Failing to send them loses nothing.
 */
export function useStepDraft(account: string, caseId: string, step: string, kept: readonly Kept[]) {
  const draft = useDraft(`${account}.${caseId}.${step}`);
  const { answers, answer, clear } = draft;
  const taken = useRef(false);
  const sent = useRef<string>(undefined);

  useEffect(() => {
    if (taken.current) return;
    taken.current = true;
    const there = kept.find((found) => found.step === step);
    if (!there || Object.keys(answers).length > 0) return;
    sent.current = JSON.stringify(there.facts);
    // The service keeps drafts as they were sent from here; what no longer fits is refused when it is reported.
    for (const [fact, value] of Object.entries(there.facts)) answer(fact, value as FactValue);
  }, [answers, answer, kept, step]);

  useEffect(() => {
    const text = JSON.stringify(answers);
    if (text === (sent.current ?? '{}')) return;
    const timer = setTimeout(() => {
      const request = client.api.cases[':id'].drafts[':step'].$put({
        param: { id: caseId, step },
        json: { facts: answers },
      });
      answerOf(request).then(
        () => {
          sent.current = text;
        },
        () => undefined,
      );
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [answers, caseId, step]);

  return { answers, answer, clear };
}
