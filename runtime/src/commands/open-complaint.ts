import * as z from 'zod';
import { seeCase } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { isSealed } from '../packs/pack-shelf.ts';
import { isRefused } from './advance-case.ts';
import { refusedBody } from './case-answer.ts';
import { factsInput, packIdInput } from './command-inputs.ts';
import { newCase, runnablePack } from './open-case.ts';
import { type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

export const complaintInput = z.strictObject({
  /** The case it is about: the link stands in the complaint alone. */
  about: z.string().min(1).max(64).optional(),
  /** A complaint pack; the one of the case's pack when absent. */
  pack: packIdInput.optional(),
  facts: factsInput.optional(),
});
export type ComplaintInput = z.infer<typeof complaintInput>;

/** What the complainant keeps: it says nothing, and lets them ask what became of it. */
export type ComplaintAnswer = { readonly acknowledgement: string };

async function complaintPack(asked: Asked, input: ComplaintInput): Promise<string> {
  const { packs } = asked.service;
  if (input.pack !== undefined) {
    if (!isSealed(packs, input.pack)) {
      throw new RequestError('pack.not_found', `There is no complaint pack ${input.pack}.`);
    }
    return input.pack;
  }
  const ofCase =
    input.about === undefined
      ? undefined
      : (await seeCase(asked, input.about, 'case.read')).pathway.pack.pack.complaint;
  const found = ofCase ?? packs.list().flatMap((loaded) => loaded.pack?.pack.complaint ?? [])[0];
  if (found === undefined) throw new RequestError('pack.not_found', 'No pack says where complaints go.');
  return found;
}

/** Opens a sealed complaint. The first case gets no entry, no effect and no link; only officers read it from now on. */
export function openComplaint(
  asked: Asked,
  write: WriteRequest,
  input: ComplaintInput,
): Promise<GivenAnswer> {
  return runOnce(asked.service, write, async () => {
    if (input.about !== undefined) await seeCase(asked, input.about, 'case.read');
    const loaded = runnablePack(asked, await complaintPack(asked, input));
    const roles = Object.keys(loaded.pack.roles);
    const role =
      roles.find((id) => id === 'complainant') ??
      asked.account.roles.find((held) => roles.includes(held)) ??
      'complainant';
    const made = newCase(asked, {
      loaded,
      role,
      sealed: true,
      input,
      assignments: {},
      links: input.about === undefined ? [] : [{ kind: 'linked', case: input.about }],
    });
    if (isRefused(made.result)) {
      const { refusal } = made.result;
      return {
        status: 409,
        body: refusedBody(refusal),
        writes: [],
        subject: loaded.id,
        refused: 'event.refused',
      };
    }
    const body: ComplaintAnswer = { acknowledgement: made.reference };
    return { status: 201, body, writes: made.writes, subject: made.id };
  });
}
