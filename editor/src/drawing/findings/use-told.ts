import type { Finding } from '@parcours/engine';
import { useCallback } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { useFindingWords } from '../../procedures/finding-words.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { CoveredWay } from './coverage.ts';

/** A finding in words; what only the drawing table finds has its words here. */
export function useTold(): (finding: Finding) => string {
  const { t } = useDrawingWords();
  const words = useFindingWords();
  return useCallback(
    (finding) =>
      finding.code === 'scenario.otherwise'
        ? t('findings.found.scenario_otherwise', {
            expected: String(finding.parameters['expected']),
            got: String(finding.parameters['got']),
          })
        : words(finding),
    [t, words],
  );
}

/** A way of the machine in words: from where to where, and by what. */
export function useWayWords(): (way: CoveredWay) => string {
  const { t } = useDrawingWords();
  const labels = useLabels();
  return useCallback(
    ({ from, by, name, to }) =>
      t('findings.coverage.way', {
        from: labels.state(from),
        to: labels.state(to),
        name:
          by === 'on'
            ? labels.event(name)
            : by === 'after'
              ? labels.deadline(name)
              : t('findings.coverage.byItself'),
      }),
    [t, labels],
  );
}
