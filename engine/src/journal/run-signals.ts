import { stepMachine } from '../pathway/step-machine.ts';
import type { Decided } from './decide.ts';
import type { Work } from './work.ts';
import { type Written, writeEntry } from './write-entry.ts';

/** Reports each signal that an entry turned to yes, once, in id order; unheard, it is recorded and moves nothing. Gives the states entered. */
export function runSignals(work: Work, { entry, turned }: Written, decided: Decided): readonly string[] {
  const cause = entry.cause ?? entry.seq;
  return turned.flatMap((event) => {
    const rule = work.pathway.signals.find((signal) => signal.event === event)?.rule;
    const result = stepMachine(work.pathway, work.caseFile.position, event, decided.outcomes);
    const step = result.ok ? result.step : undefined;
    return writeEntry(work, {
      kind: 'signalled',
      happened: entry.happened,
      by: 'engine',
      cause,
      event,
      decided,
      read: [...(rule === undefined ? [] : [rule]), ...(step?.read ?? [])],
      step,
      ...(!result.ok && { refusal: { code: 'closed', event } }),
    }).entered;
  });
}
