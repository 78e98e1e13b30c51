import type { Instant, Pack, Text } from '@parcours/engine';
import * as z from 'zod';
import { gate } from '../access/gate.ts';
import { seen } from '../access/record-read.ts';
import type { Asked } from '../access/who-asks.ts';
import type { StoredCase, StoredNotice } from '../store/store.ts';
import { sealedPacksOf } from './list-cases.ts';

export const noticeListInput = z.strictObject({
  /** Only those of this case. */
  case: z.string().max(64).optional(),
  /** `true`: only those that still ask to be acknowledged in a role of mine. */
  waiting: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type NoticeListInput = z.infer<typeof noticeListInput>;

export type NoticeLine = {
  readonly case: string;
  readonly reference: string;
  /** Key of the effect: unique in the case. */
  readonly key: string;
  readonly kind: StoredNotice['effect']['kind'];
  readonly label: Text;
  /** What it says, in the words of the pack; never a fact of the case. */
  readonly text?: Text;
  /** The role it is for, with its label. */
  readonly role: string;
  readonly roleLabel: Text;
  /** The account that has the role in the case; absent, nobody has been told: call, or assign somebody. */
  readonly account?: string;
  readonly mine: boolean;
  readonly at: Instant;
  /** `by_hand`: the service could not do it, somebody must. */
  readonly outcome: StoredNotice['delivery']['outcome'];
  /** The linked case it opened, when this account may open that one. */
  readonly opened?: string;
  readonly acknowledge: boolean;
  readonly acknowledged?: { readonly by: string; readonly at: Instant };
};
export type NoticeList = { readonly notices: readonly NoticeLine[] };

/** The words of an effect, or of the deadline whose escalation it is. */
function wordsOf(pack: Pack, { kind, effect }: StoredNotice['effect']) {
  const said = kind === 'escalate' ? undefined : pack.effects[effect];
  const label = kind === 'escalate' ? pack.deadlines[effect]?.label : said?.label;
  return {
    label: label ?? {},
    acknowledge: said?.acknowledge === true,
    ...(said?.template ? { text: said.template } : {}),
  };
}

/** One line per role that an effect is for; its case alone says whether the account acts in that role. */
function linesOf(
  { effect, delivery, acknowledged }: StoredNotice,
  { id, reference, file }: StoredCase,
  pack: Pack,
  roles: readonly string[],
): readonly NoticeLine[] {
  return effect.to.map((role) => {
    const account = file.assignments[role];
    const done = acknowledged.find((one) => one.role === role);
    return {
      case: id,
      reference,
      key: effect.key,
      kind: effect.kind,
      ...wordsOf(pack, effect),
      role,
      roleLabel: pack.roles[role]?.label ?? {},
      ...(account === undefined ? {} : { account }),
      mine: roles.includes(role),
      at: delivery.at,
      outcome: delivery.outcome,
      ...(delivery.opened === undefined ? {} : { opened: delivery.opened }),
      ...(done ? { acknowledged: { by: done.by, at: done.at } } : {}),
    };
  });
}

/** What this account is told: in its roles, and what reached nobody in its cases. Newest first. */
export async function listNotices(asked: Asked, input: NoticeListInput): Promise<NoticeList> {
  const { service, account } = asked;
  const found = await service.store.notices({
    assigned: account.id,
    sealedPacks: sealedPacksOf(asked),
    limit: input.limit ?? 100,
    ...(input.case === undefined ? {} : { case: input.case }),
  });
  const notices: NoticeLine[] = [];
  for (const notice of found) {
    if (notice.delivery.outcome === 'withdrawn') continue;
    const stored = await service.store.case(notice.case);
    if (!stored) continue;
    const { pack } = await service.pathways.of(stored.file.pack.hash);
    const verdict = gate(account, { act: 'case.read', case: stored, pack, waiting: [] });
    if (!verdict.allowed) continue;
    for (const line of linesOf(notice, stored, pack, verdict.roles)) {
      const isUnheard = line.account === undefined && !stored.sealed;
      const waits = line.mine && line.acknowledge && line.acknowledged === undefined;
      if (input.waiting === 'true' ? waits : line.mine || isUnheard) {
        notices.push(await withOwnCase(asked, line));
      }
    }
  }
  await seen(asked, 'notice.list', ...new Set(notices.map((line) => line.case)));
  return { notices };
}

/** A linked case that is not theirs is not named. */
async function withOwnCase({ service, account }: Asked, line: NoticeLine): Promise<NoticeLine> {
  const { opened, ...rest } = line;
  const stored = opened === undefined ? undefined : await service.store.case(opened);
  if (!stored) return rest;
  const { pack } = await service.pathways.of(stored.file.pack.hash);
  return gate(account, { act: 'case.read', case: stored, pack, waiting: [] }).allowed ? line : rest;
}
