/** Who can be in the demonstration: invented people, one per sector with every role of it, and those who keep the procedures. */
import { randomBytes } from 'node:crypto';
import { ADMINISTRATOR, AUTHOR, PUBLISHER } from '../access/gate.ts';
import type { DemoDoor } from '../deps.ts';
import type { PackShelf } from '../packs/pack-shelf.ts';

type Invented = DemoDoor['accounts'][number] & { readonly roles: readonly string[]; readonly sector: string };

const PEOPLE: Readonly<Record<string, string>> = {
  social: 'Awa (personnage fictif), action sociale',
  justice: 'Julio (personnage fictif), justice',
  police: 'Paul (personnage fictif), police',
  health: 'Salma (personnage fictif), santé',
  education: 'Elena (personnage fictif), éducation',
  community: 'Koffi (personnage fictif), communauté',
  oversight: 'Olga (personnage fictif), contrôle et plaintes',
};

/** One account per sector, the caseworker's first, each to approve for it; a second person with all their roles; who administers, draws, publishes. */
function invented(packs: PackShelf): readonly Invented[] {
  const bySector = new Map<string, Set<string>>(Object.keys(PEOPLE).map((sector) => [sector, new Set()]));
  for (const { pack, pathway } of packs.list()) {
    if (!pack || !pathway) continue;
    for (const [id, role] of Object.entries(pack.roles)) {
      if (role.reports !== false) bySector.get(role.sector)?.add(id);
    }
  }
  const inSectors = [...bySector].filter(([, roles]) => roles.size > 0);
  const caring = inSectors.flatMap(([sector, roles]) => (sector === 'oversight' ? [] : [...roles]));
  return [
    ...inSectors.map(([sector, roles]) => ({
      name: `demo.${sector}`,
      displayName: PEOPLE[sector] ?? sector,
      roles: [...roles],
      sector,
    })),
    {
      name: 'demo.second',
      displayName: 'Sacha (personnage fictif), seconde personne',
      roles: [...new Set(caring)],
      sector: 'social',
    },
    {
      name: 'demo.admin',
      displayName: 'Ada (personnage fictif), administration',
      roles: [ADMINISTRATOR],
      sector: '',
    },
    { name: 'demo.author', displayName: 'Irène (personnage fictif), rédaction', roles: [AUTHOR], sector: '' },
    {
      name: 'demo.publisher',
      displayName: 'Hamid (personnage fictif), publication',
      roles: [PUBLISHER],
      sector: '',
    },
  ];
}

export type DemoPeople = DemoDoor & { readonly accounts: readonly Invented[] };

/** The demonstration's people, with one new password for all. */
export function demoDoor(packs: PackShelf): DemoPeople {
  return { password: `demo-${randomBytes(6).toString('base64url')}`, accounts: invented(packs) };
}
