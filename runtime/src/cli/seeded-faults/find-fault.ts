/** Breaks a pack and asks the one check that should find it. */
import { join, resolve } from 'node:path';
import {
  analyseRules,
  checkStructure,
  compile,
  type Finding,
  type Pack,
  type PackFiles,
  parsePack,
  proveSafeguards,
  resolvePack,
  type SafeguardVerdict,
} from '@parcours/engine';
import { readPackFolder } from '../read-pack-folder.ts';
import type { Fault } from './fault.ts';

const PROCEDURES = resolve(import.meta.dirname, '../../../../procedures');

/** The pack that a fault is looked for in, as far as it can be read, and what its reading, layers and structure tell. */
export type Loaded = { readonly pack?: Pack; readonly findings: readonly Finding[] };

/** With the fault in it, or sound when `change` is absent. */
export function load(id: string, change: Fault['break'] = (files) => files): Loaded {
  const { parsed, findings } = parsePack(change(filesOf(id)));
  if (!parsed) return { findings };
  const resolved = resolvePack(parsed, (base) => parsePack(filesOf(base)).parsed);
  const found = [...findings, ...resolved.findings];
  return resolved.pack
    ? { pack: resolved.pack, findings: [...found, ...checkStructure(resolved.pack)] }
    : { findings: found };
}

/** Verdicts on some safeguards of a pack, and the pathway they were walked on. */
export function decide(pack: Pack, ids: ReadonlySet<string>) {
  const safeguards = Object.entries(pack.safeguards).filter(([id]) => ids.has(id));
  const pathway = compile({ ...pack, safeguards: Object.fromEntries(safeguards) });
  const verdicts: readonly SafeguardVerdict[] = proveSafeguards(pathway);
  return { pathway, verdicts };
}

/** What the rule analysis finds. */
export function analyse(pack: Pack): readonly Finding[] {
  return analyseRules(pack).findings;
}

const remembered = new Map<string, PackFiles>();

function filesOf(id: string): PackFiles {
  const known = remembered.get(id) ?? readPackFolder(join(PROCEDURES, id));
  remembered.set(id, known);
  return known;
}
