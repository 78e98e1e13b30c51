import { checkSection, type Pack } from '@parcours/engine';
import type { Command } from '../log/command.ts';
import { invalid } from './elements.ts';

type HeadField = Exclude<keyof Pack['pack'], 'id' | 'kind' | 'extends' | 'review'>;

/** Sets a field of the title page: title, summary, languages, terms, contacts, dates. Who validated it is not typed here. */
export const setHead: Command<{ readonly field: HeadField; readonly value?: unknown }> = {
  id: 'set_head',
  can: (pack, { field, value }) => invalid(checkSection('pack', without({ ...pack.pack, [field]: value }))),
  run: ({ pack }, { field, value }) => {
    const head = pack as Record<string, unknown>;
    if (value === undefined) delete head[field];
    else head[field] = value;
    return { places: [`pack/${field}`] };
  },
};

/** Sets a field of the calendar: weekend, working hours, public holidays. */
export const setCalendar: Command<{ readonly field: keyof Pack['calendar']; readonly value?: unknown }> = {
  id: 'set_calendar',
  can: ({ calendar }, { field, value }) =>
    invalid(checkSection('calendar', without({ ...calendar, [field]: value }))),
  run: ({ calendar }, { field, value }) => {
    const open = calendar as Record<string, unknown>;
    if (value === undefined) delete open[field];
    else open[field] = value;
    return { places: [`calendar/${field}`] };
  },
};

const without = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
