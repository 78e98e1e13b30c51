import type { Finding, Pack, Verdict } from '@parcours/engine';
import { useEffect, useState } from 'react';
import type { CheckTold } from '../drawing/findings/check-messages.ts';
import { type OpenWorker, openCheckWorker } from '../drawing/findings/open-checker.ts';

/** What is proved of a version. A version never changes: it is proved once for as long as the page stands. */
export type Proof = {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly isDone: boolean;
};

const NOTHING: Proof = { verdicts: [], findings: [], isDone: false };

const proved = new Map<string, Proof>();

/** The safeguards of a version proved off the page's thread, each as soon as it is known. `hash` names the version. */
export function useProof(pack: Pack, hash: string, openWorker: OpenWorker = openCheckWorker): Proof {
  const [proof, setProof] = useState(() => proved.get(hash) ?? NOTHING);
  useEffect(() => {
    const known = proved.get(hash);
    setProof(known ?? NOTHING);
    if (known) return undefined;
    let now = NOTHING;
    const tell = (change: Partial<Proof>) => {
      now = { ...now, ...change };
      setProof(now);
    };
    const worker = openWorker(
      (told: CheckTold) => {
        if (told.kind === 'verdict') tell({ verdicts: [...now.verdicts, told.verdict] });
        else if (told.kind === 'safeguards') tell({ findings: told.findings });
        else if (told.kind === 'done') {
          tell({ isDone: true });
          proved.set(hash, now);
          worker.end();
        } else if (told.kind === 'failed') tell({ isDone: true });
      },
      () => tell({ isDone: true }),
    );
    worker.post({ kind: 'prove', version: 1, pack, onlySafeguards: true });
    return worker.end;
  }, [pack, hash, openWorker]);
  return proof;
}
