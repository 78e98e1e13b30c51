import type { Pack } from '../procedure/pack.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Check, Material } from './check.ts';
import { CHECKS, PATHS_APART } from './checks.ts';
import { outline } from './outline.ts';
import { usesOf } from './uses.ts';

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Everything wrong with how a whole pack is built, errors first. Cheap: it walks no path, and may run while people type. */
export function checkStructure(pack: Pack): readonly Finding[] {
  return readStructure(pack).findings;
}

/** The same, and whether the paths of the pack can be walked as its authors mean them. */
export function readStructure(pack: Pack): {
  readonly findings: readonly Finding[];
  readonly walkable: boolean;
} {
  const laidOut = outline(pack);
  const material: Material = { ...laidOut, uses: [...usesOf(laidOut)] };
  let walkable = true;
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(CHECKS) as [keyof typeof CHECKS, Check][]) {
    for (const found of check(material)) {
      findings.push(found);
      if (found.severity === 'error' && !PATHS_APART.has(name)) walkable = false;
    }
  }
  return { findings: errorsFirst(findings), walkable };
}

/** The same findings, errors before warnings before remarks, otherwise in their order. */
export function errorsFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
