import { useCallback, useMemo } from 'react';
import { usePack } from '../../pack/pack-context.tsx';
import { placedStates } from '../../pack/states.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { placeOf } from './place-of.ts';
import type { ToDo } from './to-do.ts';
import { targetOf } from './to-do-target.ts';

type Part = { readonly id: string; readonly name: string };

const SECTIONS = [
  'facts',
  'forms',
  'deadlines',
  'roles',
  'sources',
  'parameters',
  'safeguards',
  'effects',
  'calendar',
] as const;

/** In which part of the procedure a to-do is settled: the stage of its step, or the section of its element. */
export function usePartOf(): (toDo: ToDo) => Part {
  const { t, say } = useDrawingWords();
  const { machine, steps } = usePack();
  const stages = useMemo(() => {
    const placed = placedStates(machine);
    const parents = new Map(placed.map(({ id, parent }) => [id, parent]));
    const stageOf = (id: string): string => {
      const parent = parents.get(id);
      return parent === undefined || parents.get(parent) === undefined ? id : stageOf(parent);
    };
    return new Map(placed.map(({ id }) => [id, stageOf(id)]));
  }, [machine]);
  return useCallback(
    ({ finding }) => {
      const [section = '', id = ''] = placeOf(targetOf(finding)).split('/');
      if (section === 'steps') {
        const stage = stages.get(id) ?? id;
        const isStage = steps[stage]?.kind === 'stage' || steps[stage]?.kind === 'track';
        return isStage
          ? { id: `steps/${stage}`, name: say(steps[stage]?.title) || stage }
          : { id: 'steps', name: t('todos.steps') };
      }
      const known = SECTIONS.find((each) => each === section);
      if (known) return { id: known, name: t(`sections.nav.${known}`) };
      if (section === 'pack') return { id: section, name: t('sections.nav.title') };
      if (section === 'rules') return { id: section, name: t('todos.kinds.rules') };
      if (section === 'scenarios') return { id: section, name: t('todos.kinds.stories') };
      return { id: 'elsewhere', name: t('todos.elsewhere') };
    },
    [stages, steps, say, t],
  );
}
