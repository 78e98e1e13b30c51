import * as z from 'zod';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { Acknowledgement } from '../store/store.ts';
import { idInput } from './command-inputs.ts';
import { onCase } from './on-case.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export const acknowledgeInput = z.strictObject({
  /** The role that was told, one's own in this case. */
  role: idInput,
});
export type AcknowledgeInput = z.infer<typeof acknowledgeInput>;

/** Says that what was asked was read, in the role that was told. The first one counts; a second finds it done. */
export function acknowledgeNotice(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  key: string,
  { role }: AcknowledgeInput,
): Promise<GivenAnswer> {
  return onCase(asked, write, caseId, async ({ stored, pathway, roles }) => {
    if (!roles.includes(role)) {
      throw new RequestError('access.refused', `You do not act as ${role} in this case.`, { roles });
    }
    const seen = { assigned: asked.account.id, sealedPacks: [stored.file.pack.id], limit: 100_000 };
    const all = await asked.service.store.notices({ ...seen, case: stored.id });
    const notice = all.find(({ effect }) => effect.key === key && effect.to.includes(role));
    if (!notice || pathway.pack.effects[notice.effect.effect]?.acknowledge !== true) {
      throw new RequestError('notice.not_found', 'Nothing of that name asks you to acknowledge it.');
    }
    const known = notice.acknowledged.find((one) => one.role === role);
    const acknowledgement: Acknowledgement = known ?? {
      case: stored.id,
      key,
      role,
      by: asked.account.id,
      at: asked.service.clock.now(),
    };
    return {
      status: 200,
      body: acknowledgement,
      writes: known ? [] : [{ kind: 'acknowledge', acknowledgement }],
      subject: stored.id,
    };
  });
}
