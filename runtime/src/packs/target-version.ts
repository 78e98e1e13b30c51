import type { Pathway } from '@parcours/engine';
import type { Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { standing } from './pack-shelf.ts';

/** The version to which cases of another go: the one named by its hash, else the newest on the shelf. */
export async function targetVersion(
  { packs, pathways, clock }: Service,
  from: Pathway,
  wanted: string | undefined,
): Promise<Pathway> {
  const { id } = from.pack.pack;
  const target = wanted === undefined ? packs.get(id)?.pathway : await pathways.of(wanted);
  if (!target) throw new RequestError('pack.not_found', `There is no version of ${id} that runs.`);
  if (target.pack.pack.id !== id) {
    throw new RequestError('migration.other_pack', `A case of ${id} stays in ${id}: name a version of it.`);
  }
  if (target.hash === from.hash) {
    throw new RequestError('migration.same_version', 'This is the version it stands on already.');
  }
  const planned = packs.versions(id).find(({ hash }) => hash === target.hash);
  if (planned && standing(planned, clock.now()) === 'not_yet') {
    throw new RequestError('pack.not_effective', 'That version is not in effect yet.', { waits: 'not_yet' });
  }
  return target;
}
