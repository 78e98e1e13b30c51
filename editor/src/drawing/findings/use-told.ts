import type { Finding } from '@parcours/engine';
import { useCallback } from 'react';
import { useLabels, usePack } from '../../pack/pack-context.tsx';
import { useFindingWords } from '../../procedures/finding-words.ts';
import { nameOfPlace } from '../commands/element-at.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { CoveredWay } from './coverage.ts';
import { awaitedBy, type ToDo } from './to-do.ts';
import { toDoKind } from './to-do-kind.ts';
import { targetOf } from './to-do-target.ts';
import { useOtherwise } from './use-otherwise.ts';

/** A finding in words; what only the drawing table finds has its words here. */
export function useTold(): (finding: Finding) => string {
  const { t } = useDrawingWords();
  const words = useFindingWords();
  const labels = useLabels();
  const otherwise = useOtherwise();
  return useCallback(
    (finding) => {
      const awaited = finding.code === 'safeguard.vacuous' ? awaitedBy(finding.parameters) : [];
      if (awaited.length > 0) return t('todos.empty', { names: awaited.map(labels.fact).join(', ') });
      return finding.code === 'scenario.otherwise' ? otherwise(finding) : words(finding);
    },
    [t, words, labels, otherwise],
  );
}

/** Everything that a to-do says, for searching: its sentence, its group, and the names of its places. */
export function useToDoText(): (toDo: ToDo) => string {
  const { t, say } = useDrawingWords();
  const pack = usePack();
  const told = useTold();
  return useCallback(
    ({ finding, others }) =>
      [finding, ...others]
        .flatMap((each) => [
          told(each),
          say(nameOfPlace(pack, targetOf(each))),
          say(nameOfPlace(pack, each.path)),
        ])
        .concat(t(`todos.kinds.${toDoKind(finding.code)}`))
        .join(' '),
    [pack, told, say, t],
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
