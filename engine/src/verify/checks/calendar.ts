import { checkCalendar } from '../../calendar/check-calendar.ts';
import type { Check } from '../check.ts';

/** Working time can be counted: hours are spans, holidays are days, and somebody works. */
export const calendar: Check = ({ pack }) => checkCalendar(pack.calendar);
