import type { Pack, Text } from '@parcours/engine';
import { SECTOR_NAMES, type SectorName } from '../pack/sector.tsx';

type Role = Pack['roles'][string];
type RoleMap = Readonly<Record<string, Role>>;

export type RoleGroup = {
  readonly sector: SectorName;
  readonly roles: readonly { readonly id: string; readonly label: Text }[];
};

/** Functions whose holders write in a case: relatives and the child take part, and only some procedures let them report. */
function reports({ sector, reports: said }: Role): boolean {
  return said ?? (sector !== 'family' && sector !== 'child');
}

/** The functions that an account may hold, over all procedures, by sector; a label is the first procedure's. */
export function reportingRoles(procedures: readonly RoleMap[]): readonly RoleGroup[] {
  const known = new Map<string, Role>();
  for (const [id, role] of procedures.flatMap((roles) => Object.entries(roles))) {
    if (reports(role) && !known.has(id)) known.set(id, role);
  }
  const ordered = [...known].sort(
    ([, a], [, b]) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER),
  );
  return SECTOR_NAMES.flatMap((sector) => {
    const roles = ordered.flatMap(([id, role]) =>
      role.sector === sector ? [{ id, label: role.label }] : [],
    );
    return roles.length > 0 ? [{ sector, roles }] : [];
  });
}
