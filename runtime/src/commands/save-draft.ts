import * as z from 'zod';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { factsInput } from './command-inputs.ts';
import { onCase } from './on-case.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export const draftInput = z.strictObject({ facts: factsInput });
export type DraftInput = z.infer<typeof draftInput>;

/** Keeps a person's unfinished answers to a step; nothing of it is in the case until it is reported. Empty facts end it. */
export function saveDraft(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  step: string,
  input: DraftInput,
): Promise<GivenAnswer> {
  return onCase(asked, write, caseId, async ({ stored, pathway }) => {
    if (step !== 'case' && !Object.hasOwn(pathway.pack.steps, step)) {
      throw new RequestError('step.unknown', `The pack has no step ${step}.`, { step });
    }
    const saved = asked.service.clock.now();
    const key = { case: stored.id, account: asked.account.id, step };
    const isEmpty = Object.keys(input.facts).length === 0;
    return {
      status: 200,
      body: { ...key, saved },
      writes: [
        isEmpty
          ? { kind: 'endDraft', ...key }
          : { kind: 'draft', draft: { ...key, facts: input.facts, saved } },
      ],
      subject: stored.id,
    };
  });
}
