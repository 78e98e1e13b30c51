import type { Pack, Text } from '@parcours/engine';
import { heldRoles } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import { isSealed } from '../packs/pack-shelf.ts';

/** One pack in the list of procedures. */
export type PackSummary = {
  readonly id: string;
  readonly hash: string;
  /** Absent when the files could not be read. */
  readonly version?: string;
  readonly title: Text;
  readonly summary?: Text;
  readonly jurisdiction?: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly review: Pack['pack']['review']['state'];
  readonly chain: readonly string[];
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  readonly scenarios: readonly string[];
  /** Why none of its versions opens a case today, though one could. */
  readonly waits?: 'not_yet' | 'over';
  /** Cases can be opened on it. */
  readonly runs: boolean;
  /** A complaint pack: opened through the complaint door only. */
  readonly sealed: boolean;
  /** Roles of it that this account holds. */
  readonly roles: readonly string[];
};

/** The packs of this service. */
export function listPacks({ service, account }: Asked): { readonly packs: readonly PackSummary[] } {
  const packs = service.packs.list().map((loaded): PackSummary => {
    const { id, hash, pack, chain, findings, pathway, waits } = loaded;
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    const head = pack?.pack;
    return {
      id,
      hash,
      title: head?.title ?? { en: id },
      languages: head?.languages ?? {},
      review: head?.review.state ?? 'unvalidated',
      chain,
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      scenarios: Object.keys(pack?.scenarios ?? {}),
      runs: pathway !== undefined,
      sealed: isSealed(service.packs, id),
      roles: pack ? heldRoles(account, pack) : [],
      ...(head ? { version: head.version, jurisdiction: head.jurisdiction } : {}),
      ...(waits && { waits }),
      ...(head?.summary ? { summary: head.summary } : {}),
    };
  });
  return { packs };
}
