import { type Advance, type CaseFile, openCase as open } from '@parcours/engine';
import * as z from 'zod';
import { gate } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { isSealed, type LoadedPack } from '../packs/pack-shelf.ts';
import type { Write } from '../store/store.ts';
import { isRefused } from './advance-case.ts';
import { refuseUnfit } from './assign-role.ts';
import { caseAnswer, invalidValues, refusedBody } from './case-answer.ts';
import { caseReference } from './case-reference.ts';
import { caseWrites, hasOutcome } from './case-writes.ts';
import { factsInput, forEngine, given, idInput, instantInput, packIdInput } from './command-inputs.ts';
import { type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

export const openInput = z.strictObject({
  pack: packIdInput,
  role: idInput.optional(),
  happened: instantInput.optional(),
  facts: factsInput.optional(),
  /** Role to account, besides the opener, who takes every role they hold. */
  assignments: z.record(idInput, z.string().min(1).max(64)).optional(),
  /** People of the case by their relation; each gets an opaque id. */
  people: z
    .array(z.strictObject({ relation: idInput }))
    .max(50)
    .optional(),
});
export type OpenInput = z.infer<typeof openInput>;

export type Runnable = LoadedPack & Required<Pick<LoadedPack, 'pack' | 'pathway'>>;

/** The pack, if cases can run on it. */
export function runnablePack({ service }: Asked, id: string): Runnable {
  const loaded = service.packs.get(id);
  if (!loaded) throw new RequestError('pack.not_found', `There is no pack ${id}.`);
  const { pack, pathway, waits } = loaded;
  if (waits) {
    throw new RequestError('pack.not_effective', `No version of ${id} is in effect today.`, { waits });
  }
  if (!pack || !pathway) {
    throw new RequestError('pack.unsound', `The pack ${id} has errors, so no case can be opened on it.`);
  }
  return { ...loaded, pack, pathway };
}

type NewCase = {
  readonly loaded: Runnable;
  readonly role: string;
  readonly sealed: boolean;
  readonly input: Pick<OpenInput, 'happened' | 'facts' | 'people'>;
  readonly assignments: Readonly<Record<string, string>>;
  readonly links: CaseFile['links'];
};

/** The writes and the answer of a case that opens. */
export function newCase({ service, account }: Asked, made: NewCase) {
  const { loaded, role, sealed, input, assignments, links } = made;
  const at = service.clock.now();
  const id = service.newId();
  const people = Object.fromEntries((input.people ?? []).map((person) => [service.newId(), person]));
  const result: Advance = open(
    loaded.pathway,
    {
      id,
      by: { person: account.id, role },
      assignments,
      people,
      links,
      ...given({ happened: input.happened }),
      ...(input.facts ? { facts: forEngine(input.facts) } : {}),
    },
    at,
  );
  if (!hasOutcome(result)) throw invalidValues(result.invalid);
  const reference = caseReference(id, at);
  const stored = { id, reference, sealed, agency: account.agency, openedBy: account.id };
  const writes: Write[] = [
    { kind: 'pack', pack: { hash: loaded.hash, pack: loaded.pack } },
    ...(isRefused(result) ? [] : caseWrites(stored, result, at)),
  ];
  return { id, reference, result, writes };
}

/** Opens a case on the newest version of a pack. The opener is assigned every role they hold in it. */
export function openCase(asked: Asked, write: WriteRequest, input: OpenInput): Promise<GivenAnswer> {
  const { service, account } = asked;
  return runOnce(service, write, async () => {
    const loaded = runnablePack(asked, input.pack);
    const sealed = isSealed(service.packs, loaded.id);
    if (sealed) throw new RequestError('pack.sealed', 'This pack is opened through the complaint door.');
    const verdict = gate(account, { act: 'case.open', pack: loaded.pack, sealed });
    const [first] = verdict.allowed ? verdict.roles : [];
    if (!verdict.allowed || first === undefined) {
      throw new RequestError('pack.no_role', 'You hold no role of this pack.');
    }
    if (input.role !== undefined && !verdict.roles.includes(input.role)) {
      throw new RequestError('access.refused', `You do not hold the role ${input.role}.`);
    }
    const given = input.assignments ?? {};
    for (const [role, person] of Object.entries(given)) {
      await refuseUnfit(service, loaded.pack, role, person);
    }
    const own = Object.fromEntries(verdict.roles.map((role) => [role, account.id]));
    const made = newCase(asked, {
      loaded,
      role: input.role ?? first,
      sealed,
      input,
      assignments: { ...own, ...given },
      links: [],
    });
    const { result } = made;
    if (isRefused(result)) {
      return {
        status: 409,
        body: refusedBody(result.refusal),
        writes: [],
        subject: loaded.id,
        refused: 'event.refused',
      };
    }
    return {
      status: 201,
      body: caseAnswer(made.reference, result.caseFile, result.entries),
      writes: made.writes,
      subject: made.id,
    };
  });
}
