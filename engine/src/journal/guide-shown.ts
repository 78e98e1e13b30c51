import type { Pathway } from '../pathway/pathway.ts';
import type { Basis } from '../procedure/element.ts';
import type { Grounds, ShownRole, ShownSource } from './guidance.ts';

/** What an element rests on, each source with its article: never only an id. */
export function shownGrounds(
  { pack }: Pathway,
  {
    basis,
    sources,
  }: { readonly basis?: Basis | undefined; readonly sources?: readonly string[] | undefined },
): Grounds {
  const shown = (sources ?? []).flatMap((id): ShownSource[] => {
    const source = Object.hasOwn(pack.sources, id) ? pack.sources[id] : undefined;
    if (!source) return [];
    const { instrument, article, confidence, address } = source;
    return [
      {
        id,
        instrument,
        confidence,
        ...(article !== undefined && { article }),
        ...(address !== undefined && { address }),
      },
    ];
  });
  return { ...(basis && { basis }), sources: shown };
}

/** Roles with the words for them. */
export function shownRoles({ pack }: Pathway, roles: readonly string[]): readonly ShownRole[] {
  return roles.flatMap((id) => {
    const role = Object.hasOwn(pack.roles, id) ? pack.roles[id] : undefined;
    return role ? [{ id, label: role.label, sector: role.sector }] : [];
  });
}
