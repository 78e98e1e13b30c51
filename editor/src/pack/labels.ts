import type { Pack } from '@parcours/engine';
import type { Say } from '../words/say.ts';

export type Labels = ReturnType<typeof labelsOf>;

/** The labels of a procedure's elements by id; an id nobody named is shown as it is. */
export function labelsOf(pack: Pack, say: Say) {
  return {
    fact: (id: string) => say(pack.facts[id]?.label ?? pack.parameters[id]?.label, id),
    rule: (id: string) => say(pack.rules[id]?.label, id),
    event: (id: string) => say(pack.events[id]?.label, id),
    state: (id: string) => say(pack.steps[id]?.title, id),
    role: (id: string) => say(pack.roles[id]?.label, id),
    deadline: (id: string) => say(pack.deadlines[id]?.label, id),
    source: (id: string) => say(pack.sources[id]?.instrument, id),
  };
}
