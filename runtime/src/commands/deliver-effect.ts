/**
 * What the world must do next, done as far as this service can. Every effect is shown to the people of the case; besides,
 * a linked case is opened and a role is given to who is named. What cannot be done is left to people and says so.
 * The effect's key is written in the same commit as what it did, so it counts exactly once.
 */
import { advance, type EffectDue, type Entry } from '@parcours/engine';
import { gate, heldRoles } from '../access/gate.ts';
import type { Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { isSealed } from '../packs/pack-shelf.ts';
import type { Delivery, OutboxRow, StoredAccount, StoredCase, Write } from '../store/store.ts';
import { StoreConflict } from '../store/store-error.ts';
import { caseWrites, hasOutcome } from './case-writes.ts';
import { newCase, runnablePack } from './open-case.ts';
import { noteLedger } from './run-once.ts';

type Done = Pick<Delivery, 'outcome' | 'opened'> & { readonly writes: readonly Write[] };

type Doing = {
  readonly service: Service;
  readonly stored: StoredCase;
  readonly effect: EffectDue;
  /** The entry that set it off, and the one of the command it follows from. */
  readonly entry: Entry;
  readonly cause: Entry;
};

const TOLD: Done = { outcome: 'told', writes: [] };
const BY_HAND: Done = { outcome: 'by_hand', writes: [] };
/** What set it off was taken back before it left: it does not leave. */
const WITHDRAWN: Done = { outcome: 'withdrawn', writes: [] };
const MOST_TRIES = 6;

const tell = async (): Promise<Done> => TOLD;

/** What this service does by itself for each kind; telling people comes with every one of them. */
const DOERS: { readonly [K in EffectDue['kind']]: (doing: Doing) => Promise<Done> } = {
  notify: tell,
  escalate: tell,
  refer: tell,
  issue_document: tell,
  assign,
  open_linked_case: openLinked,
};

async function activeAccount({ service }: Doing, id: string | undefined): Promise<StoredAccount | undefined> {
  if (id === undefined) return undefined;
  const account = (await service.store.account(id)) ?? (await service.store.accountNamed(id.toLowerCase()));
  return account?.active ? account : undefined;
}

/** Gives the first role of `to` to the account that the fact names, by id or by what it signs in with. */
async function assign(doing: Doing): Promise<Done> {
  const { service, stored, effect, cause } = doing;
  const [role] = effect.to;
  const named = await activeAccount(doing, effect.person);
  if (!named || role === undefined || Object.hasOwn(stored.file.people, named.id)) return BY_HAND;
  const pathway = await service.pathways.of(stored.file.pack.hash);
  if (!heldRoles(named, pathway.pack).includes(role) || cause.role === undefined) return BY_HAND;
  if (stored.file.assignments[role] === named.id) return { outcome: 'done', writes: [] };
  const at = service.clock.now();
  const by = { person: cause.by, role: cause.role };
  const result = advance(pathway, stored.file, { kind: 'assign', by, role, person: named.id }, at);
  if (!hasOutcome(result) || !result.ok) return BY_HAND;
  return { outcome: 'done', writes: caseWrites(stored, result, at) };
}

/** Who opens a linked case: who has a role it is for, else who set it off. */
async function openers(doing: Doing): Promise<readonly StoredAccount[]> {
  const { stored, effect, cause } = doing;
  const ids = [...effect.to.map((role) => stored.file.assignments[role]), cause.by];
  const found = await Promise.all(ids.map((id) => activeAccount(doing, id)));
  return found.filter((account) => account !== undefined);
}

/** A complaint is never opened by an effect, and what a linked case does at its own opening opens no further one. */
async function openLinked(doing: Doing): Promise<Done> {
  const { service, stored, effect, cause } = doing;
  if (effect.pack === undefined || stored.sealed || isSealed(service.packs, effect.pack)) return BY_HAND;
  if (cause.seq === 1 && stored.file.links.some(({ kind }) => kind === 'linked')) return BY_HAND;
  for (const account of await openers(doing)) {
    const asked = { service, account };
    try {
      const loaded = runnablePack(asked, effect.pack);
      const verdict = gate(account, { act: 'case.open', pack: loaded.pack, sealed: false });
      const [role] = verdict.allowed ? verdict.roles : [];
      if (!verdict.allowed || role === undefined) continue;
      const made = newCase(asked, {
        loaded,
        role,
        sealed: false,
        input: {},
        assignments: Object.fromEntries(verdict.roles.map((held) => [held, account.id])),
        links: [{ kind: 'linked', case: stored.id }],
      });
      if (hasOutcome(made.result) && made.result.ok) {
        return { outcome: 'done', opened: made.id, writes: made.writes };
      }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
    }
  }
  return BY_HAND;
}

async function deliver(service: Service, { case: id, effect }: OutboxRow): Promise<void> {
  const stored = await service.store.case(id);
  const entries = await service.store.entries(id);
  const entry = entries[Number(effect.key.split('.')[0]) - 1];
  if (!stored || !entry) throw new Error('an effect has lost its case');
  const cause = entries[(entry.cause ?? entry.seq) - 1] ?? entry;
  const isWithdrawn = entries.some(({ withdrawn }) => withdrawn?.effects.includes(effect.key));
  const { writes, outcome, opened } = isWithdrawn
    ? WITHDRAWN
    : await DOERS[effect.kind]({ service, stored, effect, entry, cause });
  const at = service.clock.now();
  await service.store.commit([
    ...writes,
    {
      kind: 'deliver',
      delivery: { case: id, key: effect.key, at, outcome, ...(opened === undefined ? {} : { opened }) },
    },
    {
      kind: 'audit',
      note: { at, account: 'engine', action: 'effect.deliver', subject: id, outcome: 'allowed' },
    },
  ]);
  noteLedger(service, writes);
}

/** Delivers one effect, once: whoever comes second finds it done. */
export function deliverEffect(service: Service, row: OutboxRow): Promise<void> {
  return service.inTurn(`case ${row.case}`, async () => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await deliver(service, row);
      } catch (error) {
        if (!(error instanceof StoreConflict)) throw error;
        if (error.on === 'delivery') return;
        if (tries >= MOST_TRIES) throw error;
      }
    }
  });
}
