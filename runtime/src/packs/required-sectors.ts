import type { Pack } from '@parcours/engine';

/** They take part in a procedure, and answer for none. */
const NOT_BODIES: ReadonlySet<string> = new Set(['family', 'child']);

/**
 * The sectors that must each approve a version before it is published, in alphabetical order. No section of a pack lists the
 * bodies that must validate it (`review.validations` are acts done), so they are derived here and nowhere else: the sectors
 * of the roles that act in the procedure, that is who a step or a task is given to and who may report an event.
 */
export function requiredSectors(pack: Pack): readonly string[] {
  const acting = [
    ...Object.values(pack.steps).flatMap((step) =>
      'who' in step || 'tasks' in step
        ? [...rolesOf(step.who), ...Object.values(step.tasks ?? {}).flatMap(({ who }) => rolesOf(who))]
        : [],
    ),
    ...Object.values(pack.events).flatMap(({ by }) => by ?? []),
  ];
  const sectors = acting.flatMap((id) =>
    Object.hasOwn(pack.roles, id) ? (pack.roles[id]?.sector ?? []) : [],
  );
  return [...new Set(sectors)].filter((sector) => !NOT_BODIES.has(sector)).sort();
}

type Who = readonly string[] | { readonly values: Readonly<Record<string, readonly string[]>> };

function rolesOf(who: Who | undefined): readonly string[] {
  if (!who) return [];
  // Not `in`: every list has a method named `values`.
  return isList(who) ? who : Object.values(who.values).flat();
}

const isList = (who: Who): who is readonly string[] => Array.isArray(who);
