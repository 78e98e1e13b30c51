import type { Pack } from '@parcours/engine';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { countryZone } from '../packs/country-zone.ts';
import { baseOf, packFromFiles } from '../packs/draft-pack.ts';
import type { Base } from '../proofs/read-again.ts';
import type { ProcedureDraft } from '../store/procedure-drafts.ts';
import type { Write } from '../store/store.ts';
import type { BeginDraftInput } from './draft-inputs.ts';
import { requireAuthor } from './on-draft.ts';
import { type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

export type BegunDraft = { readonly id: string };

/** Begins a draft: of a published procedure, as a copy, as a country's adaptation, or from files. The author holds the pen. */
export function beginDraft(
  asked: Asked,
  write: WriteRequest,
  { from }: BeginDraftInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return runOnce(service, write, async () => {
    requireAuthor(asked);
    const { pack, ...origin } = packFrom(asked, from);
    const at = service.clock.now();
    const base = baseOf(service, pack);
    const draft: ProcedureDraft = {
      id: service.newId(),
      seq: 1,
      revision: 0,
      pack: pack.pack.id,
      title: pack.pack.title,
      jurisdiction: pack.pack.jurisdiction,
      ...(base && { base: { id: base.id, version: base.pack.pack.version, hash: base.hash } }),
      ...(origin.from && { from: { version: origin.from.pack.pack.version, hash: origin.from.hash } }),
      state: 'drawing',
      pen: { account: account.id, since: at },
      asked: [],
      writers: [],
      comments: [],
      approvals: [],
      created: at,
      createdBy: account.id,
      updated: at,
    };
    const body: BegunDraft = { id: draft.id };
    return {
      status: 201,
      body,
      writes: [
        // Kept by its hash: what it was drawn over may leave the shelf before it is published.
        ...[base, origin.from].flatMap((kept): Write[] =>
          kept ? [{ kind: 'pack', pack: { hash: kept.hash, pack: kept.pack } }] : [],
        ),
        {
          kind: 'procedureDraft',
          draft,
          pack,
          line: { draft: draft.id, seq: 1, at, by: account.id, act: { kind: 'created', from: origin.told } },
        },
      ],
      subject: draft.id,
    };
  });
}

type Origin = { readonly pack: Pack; readonly told: string; readonly from?: Base };

function packFrom(asked: Asked, from: BeginDraftInput['from']): Origin {
  const { service } = asked;
  if ('files' in from) return { pack: packFromFiles(service, from.files), told: 'files' };
  const known = service.packs.get('pack' in from ? from.pack : 'copy' in from ? from.copy : from.adapt);
  if (!known?.pack) throw new RequestError('pack.not_found', 'There is no such procedure.');
  const { pack, hash } = known;
  if ('pack' in from) {
    return { pack, told: `${pack.pack.id} ${pack.pack.version}`, from: { pack, hash } };
  }
  if (service.packs.get(from.id))
    throw new RequestError('draft.invalid', 'A procedure with this id is there already.');
  const head = {
    id: from.id,
    version: '0.1.0',
    title: from.title,
    jurisdiction: from.jurisdiction,
    review: { state: 'unvalidated' as const, validations: [] },
    authors: [asked.account.displayName],
  };
  if ('copy' in from)
    return {
      pack: { ...pack, pack: { ...pack.pack, ...head } },
      told: `${pack.pack.id} ${pack.pack.version}`,
    };
  const languages = Object.fromEntries(Object.keys(pack.pack.languages).map((id) => [id, 'unreviewed']));
  const overlay = {
    ...head,
    // In a language in which it has no title yet, it has none: its base's is not its own.
    title: { ...Object.fromEntries(Object.keys(pack.pack.title).map((id) => [id, null])), ...from.title },
    // Nor is what its base says of itself.
    ...(pack.pack.summary && { summary: null }),
    kind: 'overlay',
    extends: { id: pack.pack.id, version: pack.pack.version },
    languages,
    timeZone: countryZone(from.jurisdiction) ?? pack.pack.timeZone,
    licence: pack.pack.licence,
  };
  const files = { 'pack.json': JSON.stringify(overlay) };
  return { pack: packFromFiles(service, files), told: `${pack.pack.id} ${pack.pack.version}` };
}
