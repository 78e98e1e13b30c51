import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { stepOf } from '../pathway/step-of.ts';
import type { Who } from '../procedure/steps.ts';
import { factValue } from '../rules/decide-rules.ts';
import type { Decided } from './decide.ts';

/** Roles that may report an event: those it names, else the `who` of the open steps that hear it, else of every step that could. */
export function whoMayReport(
  pathway: Pathway,
  event: string,
  decided: Decided,
  active: ReadonlySet<string>,
): readonly string[] {
  const named = pathway.pack.events[event]?.by;
  if (named) return named;
  const hearers = pathway.hearers.get(event) ?? [];
  const open = hearers.filter((id) => active.has(id));
  const steps = stepsIn(pathway, open.length > 0 ? open : hearers).filter(
    (id) => open.length === 0 || active.has(id),
  );
  const roles = steps.flatMap((id) => {
    return whoOf(pathway, stepOf(pathway.pack, id)?.who, decided);
  });
  const reporting = (roles.length > 0 ? roles : Object.keys(pathway.pack.roles).sort()).filter((role) =>
    reports(pathway, role),
  );
  return [...new Set(reporting)];
}

/** The roles of a step; while the fact that chooses is unknown, any of those it could choose. */
export function whoOf({ program }: Pathway, who: Who | undefined, { facts, at }: Decided): readonly string[] {
  if (who === undefined) return [];
  if (!('by' in who)) return who;
  const value = factValue(program, who.by, facts, at);
  const chosen =
    typeof value === 'string' && Object.hasOwn(who.values, value) ? who.values[value] : undefined;
  return (
    chosen ?? [
      ...new Set(
        Object.keys(who.values)
          .sort()
          .flatMap((key) => who.values[key] ?? []),
      ),
    ]
  );
}

/** Family and child roles take part and do not report, unless the pack says so or an event names them. */
export function reports({ pack }: Pathway, role: string): boolean {
  const definition = Object.hasOwn(pack.roles, role) ? pack.roles[role] : undefined;
  if (!definition) return false;
  return definition.reports ?? (definition.sector !== 'family' && definition.sector !== 'child');
}

/** Leaf states at or inside some states. */
function stepsIn({ states }: Pathway, ids: readonly string[]): readonly string[] {
  const isInside = (state: PathwayState) => ids.some((id) => state.id === id || state.ancestors.includes(id));
  return [...states.values()].filter((state) => state.leaf && isInside(state)).map(({ id }) => id);
}
