import { useCallback } from 'react';
import { elementAt } from '../commands/element-at.ts';
import { elementsOf, nameOf } from '../commands/elements.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** A place (`facts/age`) as people say it: what kind of element it is, and its name. */
export function usePlaceName(): (place: string) => { readonly kind: string; readonly name: string } {
  const pack = useDrawnPack();
  const { t, say } = useDrawingWords();
  return useCallback(
    (place) => {
      const element = elementAt(place);
      if (!element) {
        const [section, field, key = ''] = place.split('/');
        if (section !== 'calendar') return { kind: t('sections.one.pack'), name: '' };
        const holiday = field === 'holidays' ? pack.calendar.holidays?.[key] : undefined;
        const name = holiday ? say(holiday.label, key) : field === 'note' ? t('sections.fields.note') : '';
        return { kind: t('sections.one.calendar'), name };
      }
      const { section, id } = element;
      const isThere = Object.hasOwn(elementsOf(pack, section), id);
      return { kind: t(`sections.one.${section}`), name: isThere ? say(nameOf(pack, section, id)) : id };
    },
    [pack, t, say],
  );
}
