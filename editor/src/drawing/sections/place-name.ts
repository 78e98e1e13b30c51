import { useCallback } from 'react';
import { elementsOf, nameOf } from '../commands/elements.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

const NAMED = [
  'steps',
  'events',
  'rules',
  'facts',
  'parameters',
  'forms',
  'deadlines',
  'effects',
  'roles',
  'sources',
  'safeguards',
  'scenarios',
] as const;

/** A place (`facts/age`) as people say it: what kind of element it is, and its name. */
export function usePlaceName(): (place: string) => { readonly kind: string; readonly name: string } {
  const pack = useDrawnPack();
  const { t, say } = useDrawingWords();
  return useCallback(
    (place) => {
      const [first = '', id = ''] = place.split('/');
      const section = NAMED.find((each) => each === first);
      if (!section)
        return { kind: t(first === 'calendar' ? 'sections.one.calendar' : 'sections.one.pack'), name: '' };
      const isThere = Object.hasOwn(elementsOf(pack, section), id);
      return { kind: t(`sections.one.${section}`), name: isThere ? say(nameOf(pack, section, id)) : id };
    },
    [pack, t, say],
  );
}
