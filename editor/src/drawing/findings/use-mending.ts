import type { Finding, Verdict } from '@parcours/engine';
import { useCallback } from 'react';
import { useToast } from '../../shell/toast.ts';
import { useDrawing } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { findingsOf } from './drawing-findings.ts';
import { mendAll } from './mend-all.ts';
import type { Mend } from './mends/mend.ts';
import { doMend } from './mends.ts';

/**
 * Does what is offered for one finding or for several alike; gives how many were settled. What settles nothing any more says so,
 * and the list that still offered it is made anew.
 */
export function useMending(): (findings: readonly Finding[], mend: Mend, verdict?: Verdict) => number {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const toast = useToast();
  return useCallback(
    (findings, mend, verdict) => {
      const found = findingsOf(drawing);
      const left = findings.filter((finding) => !found.hasGone(finding));
      const [only] = left;
      const done =
        only && findings.length === 1
          ? Number(doMend(drawing, only, mend, verdict))
          : mendAll(drawing, left, mend);
      if (done === 0) {
        found.again();
        toast(t('todos.settledNothing'));
      }
      return done;
    },
    [drawing, toast, t],
  );
}
