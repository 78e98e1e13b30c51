/**
 * A second person publishes what every sector has approved and the gate lets through. The version is the text that was approved,
 * with its number, its days and the validations that these approvals are; nobody is named in it who did not approve it.
 */
import { checkStructure, compile, isSound, localDate, type Pack, type Pathway } from '@parcours/engine';
import { gate } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { type DraftText, wholeText } from '../packs/draft-text.ts';
import { effectiveDays, type LoadedPack } from '../packs/pack-shelf.ts';
import { requiredSectors } from '../packs/required-sectors.ts';
import { loadedVersion } from '../packs/shelve-publications.ts';
import type { GateReport } from '../proofs/gate-report.ts';
import { filesOf, readAgain } from '../proofs/read-again.ts';
import type { Approval, ProcedureDraft, Publication } from '../store/procedure-drafts.ts';
import { approvalsOf, requireReview } from './approve-draft.ts';
import { given } from './command-inputs.ts';
import type { PublishInput } from './decide-inputs.ts';
import { onDraft, readableDraft } from './on-draft.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export type PublishedAnswer = {
  readonly pack: string;
  readonly version: string;
  readonly hash: string;
  readonly effective: Publication['effective'];
};

/** Publishes a draft in review. From then on new cases open on it, from its first day; those that run stay where they are. */
export async function publishDraft(
  asked: Asked,
  write: WriteRequest,
  id: string,
  input: PublishInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  const known = await service.store.answer(account.id, write.key);
  // The gate may take a minute: it is asked before the draft is held.
  const looked = known ? undefined : await lookAt(asked, id);
  let loaded: LoadedPack | undefined;
  const answer = await onDraft(asked, write, id, async (draft, at) => {
    const hash = requirePublishable(asked, draft);
    const text = await wholeText(service, draft);
    const approvals = requireApprovals(draft, text.pack, hash);
    await requireFreeVersion(asked, draft.pack, input.version);
    const report = requireOpenGate(looked, hash);
    const version = versionOf(text, input, approvals);
    const publication: Publication = {
      pack: draft.pack,
      version: input.version,
      hash: version.pathway.hash,
      files: version.files,
      effective: effectiveInstants(input, text.pack.pack.timeZone),
      publishedBy: account.id,
      at,
      draft: id,
      report: { ...report },
    };
    loaded = loadedVersion(service.packs, publication, version.pathway);
    const body: PublishedAnswer = {
      pack: publication.pack,
      version: publication.version,
      hash: publication.hash,
      effective: publication.effective,
    };
    return {
      act: { kind: 'published', version: input.version, hash: publication.hash },
      draft: { state: 'published', pen: undefined, asked: [] },
      pack: version.pathway.pack,
      body,
      writes: [
        { kind: 'publication', publication },
        { kind: 'pack', pack: { hash: publication.hash, pack: version.pathway.pack } },
      ],
    };
  });
  if (loaded && answer.status === 200) service.packs.put(loaded);
  return answer;
}

/** The gate's report on what is in review; refuses before it what no report could mend. */
async function lookAt(asked: Asked, id: string): Promise<GateReport> {
  const draft = await readableDraft(asked, id);
  const reviewed = requirePublishable(asked, draft);
  const text = await wholeText(asked.service, draft);
  requireApprovals(draft, text.pack, reviewed);
  return asked.service.gates.report({ ...text, reviewed });
}

function requirePublishable({ account }: Asked, draft: ProcedureDraft): string {
  if (!gate(account, { act: 'draft.publish' }).allowed)
    throw new RequestError('access.refused', 'Only a publisher publishes; an administrator gives that role.');
  const hash = requireReview(draft);
  if (hasWritten(draft, account.id))
    throw new RequestError('draft.same_person', 'Somebody else publishes what you have written.');
  return hash;
}

/** Whether an account has written in a draft: who began it has brought in its text. */
export function hasWritten({ writers, createdBy }: ProcedureDraft, account: string): boolean {
  return createdBy === account || writers.includes(account);
}

function requireApprovals(draft: ProcedureDraft, pack: Pack, hash: string): readonly Approval[] {
  const approvals = approvalsOf(draft, hash);
  const missing = requiredSectors(pack).filter((sector) => !approvals.some((one) => one.sector === sector));
  if (missing.length > 0)
    throw new RequestError('draft.not_approved', `Not approved yet by: ${missing.join(', ')}.`, { missing });
  return approvals;
}

async function requireFreeVersion({ service }: Asked, pack: string, version: string): Promise<void> {
  const taken = [
    ...(await service.store.publications(pack)).map((one) => one.version),
    ...service.packs.versions(pack).flatMap((one) => one.pack?.pack.version ?? []),
  ];
  if (taken.includes(version))
    throw new RequestError('draft.version_taken', `${pack} has a version ${version} already.`, {
      taken: [...new Set(taken)],
    });
}

function requireOpenGate(report: GateReport | undefined, hash: string): GateReport {
  if (!report || report.hash !== hash)
    throw new RequestError('draft.changed_since', 'Another text is in review now: publish again.');
  if (!report.passes) {
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    throw new RequestError('draft.gate_shut', 'The gate is shut: mend what its report calls an error.', {
      findings: errors.slice(0, 50),
    });
  }
  return report;
}

function effectiveInstants({ effective }: PublishInput, zone: string): Publication['effective'] {
  const { from = '', until } = effectiveDays(effective, zone);
  return { from, ...(until !== undefined && { until }) };
}

/** The text that was approved, with its number, its days and its validations: nothing else of it is another. */
function versionOf(
  { pack, base }: DraftText,
  { version, effective }: PublishInput,
  approvals: readonly Approval[],
): { readonly files: Publication['files']; readonly pathway: Pathway } {
  const wanted: Pack = {
    ...pack,
    pack: {
      ...pack.pack,
      version,
      effective: given(effective),
      review: { state: 'validated', validations: approvals.map((one) => validationOf(one, pack)) },
    },
  };
  const files = filesOf(wanted, base);
  const read = readAgain(files, base);
  const findings = [...read.findings, ...(read.pack ? checkStructure(read.pack) : [])];
  if (!read.pack || !isSound(findings))
    throw new RequestError('draft.gate_shut', 'It cannot be written as a version.', {
      findings: findings.filter(({ severity }) => severity === 'error').slice(0, 50),
    });
  return { files, pathway: compile(read.pack, read.hash) };
}

function validationOf(
  { body, sector, person, function: held, at, act, hash }: Approval,
  { pack }: Pack,
): Pack['pack']['review']['validations'][number] {
  const on = localDate(at, pack.timeZone);
  return { body, sector, person, function: held, on, act: act ?? `Parcours ${hash.slice(0, 12)}` };
}
