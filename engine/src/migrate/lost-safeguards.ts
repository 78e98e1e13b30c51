import type { Position } from '../journal/case-file.ts';
import type { MigrationObstacle } from '../journal/entry.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { ProvedFrom } from './migration-plan.ts';

/** Safeguards that held from where the case stands and would not from where it would stand, or that the new version breaks. */
export function lostSafeguards(
  provedFrom: ProvedFrom,
  before: { readonly pathway: Pathway; readonly position: Position },
  after: { readonly pathway: Pathway; readonly position: Position },
): readonly MigrationObstacle[] {
  const is = provedFrom(after.pathway, after.position);
  if (is === true) return [];
  const was = provedFrom(before.pathway, before.position);
  if (typeof is === 'boolean') return was === false ? [] : [lost('')];
  return Object.entries(is).flatMap(([id, verdict]) => {
    if (verdict === 'proved') return [];
    const held = typeof was === 'boolean' ? was : Object.hasOwn(was, id) ? was[id] === 'proved' : true;
    return held && (verdict === 'broken' || wasProved(was, id)) ? [lost(id)] : [];
  });
}

function wasProved(was: ReturnType<ProvedFrom>, id: string): boolean {
  return typeof was === 'boolean' ? was : Object.hasOwn(was, id) && was[id] === 'proved';
}

function lost(of: string): MigrationObstacle {
  const which = of === '' ? 'A safeguard that holds' : `The safeguard ${of}, which holds,`;
  return {
    code: 'safeguard.lost',
    of,
    message: `${which} from where the case stands could not be kept from there in the new version: let the case end on its own.`,
  };
}
