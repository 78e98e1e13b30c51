import type { CaseFile } from '../journal/case-file.ts';
import type { IdMap } from '../journal/command.ts';
import type { MigrationObstacle } from '../journal/entry.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { canonicalJson } from '../vocabulary/hash.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { ProvedFrom } from './migration-plan.ts';

type Standing = { readonly pathway: Pathway; readonly caseFile: CaseFile };
type Proof = ReturnType<ProvedFrom>[number];

/**
 * Safeguards that held from where the case stands and would not be proved from where it would stand, that the new version no
 * longer has, or that it adds and breaks from there. The old version is asked only about those that are in doubt.
 */
export function lostSafeguards(
  provedFrom: ProvedFrom,
  before: Standing,
  after: Standing,
  { at, map }: { readonly at: Instant; readonly map: IdMap },
): readonly MigrationObstacle[] {
  const known = before.pathway.pack.safeguards;
  const doubtful = provedFrom(after.pathway, { caseFile: after.caseFile, at, map }).filter(
    ({ verdict }) => verdict !== 'proved',
  );
  const gone = Object.keys(known).filter((id) => isGone(before.pathway, after.pathway, id));
  const only = new Set([...gone, ...doubtful.map(({ id }) => id).filter((id) => Object.hasOwn(known, id))]);
  const was = only.size > 0 ? provedFrom(before.pathway, { caseFile: before.caseFile, at, only }) : [];
  const held = new Set(was.flatMap(({ id, verdict }) => (verdict === 'proved' ? [id] : [])));
  return [
    ...gone.filter((id) => held.has(id)).map((id) => removed(id)),
    ...doubtful
      .filter(({ id, verdict }) => held.has(id) || (verdict === 'broken' && !Object.hasOwn(known, id)))
      .map(lost),
  ];
}

/** The new version says the sentence neither under its id nor under another. */
function isGone({ pack: old }: Pathway, { pack }: Pathway, id: string): boolean {
  if (Object.hasOwn(pack.safeguards, id)) return false;
  const sentence = canonicalJson(old.safeguards[id]?.property);
  return !Object.values(pack.safeguards).some(({ property }) => canonicalJson(property) === sentence);
}

function removed(of: string): MigrationObstacle {
  const message = `The safeguard ${of}, which holds from where the case stands, is not in the new version: let the case end on its own.`;
  return { code: 'safeguard.lost', of, message };
}

function lost({ id: of, verdict, why, story }: Proof): MigrationObstacle {
  const how = verdict === 'broken' ? 'could be broken' : 'could not be proved';
  const reason = why === undefined ? '' : ` (${why})`;
  return {
    code: 'safeguard.lost',
    of,
    message: `The safeguard ${of} ${how} from there in the new version${reason}: map the steps otherwise, or let the case end on its own.`,
    ...(why !== undefined && { why }),
    ...(story && { story }),
  };
}
