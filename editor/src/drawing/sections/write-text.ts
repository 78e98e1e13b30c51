import { setField } from '../commands/elements.ts';
import { setCalendar, setHead } from '../commands/head.ts';
import type { DrawingStore } from '../drawing-store.ts';
import type { TextPlace } from './project-texts.ts';
import { setIn } from './set-in.ts';

/** Writes one language of a text, wherever the text stands. */
export function writeText(
  drawing: DrawingStore,
  place: TextPlace,
  language: string,
  words: string,
  burst: string,
): void {
  const value = words === '' ? undefined : words;
  const { pack } = drawing.get().log;
  const [field = '', ...inner] = [...place.keys, language];
  if (place.section === 'pack') {
    const whole = setIn(pack.pack[field as 'title'], inner, value);
    drawing.perform(setHead, { field: field as 'title', value: whole }, burst);
  } else if (place.section === 'calendar') {
    const whole = setIn(pack.calendar[field as 'holidays'], inner, value);
    drawing.perform(setCalendar, { field: field as 'holidays', value: whole }, burst);
  } else
    drawing.perform(
      setField,
      {
        section: place.section as 'facts',
        id: place.id,
        path: [field, ...inner],
        ...(value === undefined ? {} : { value }),
      },
      burst,
    );
}
