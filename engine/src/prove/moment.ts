import type { Pathway } from '../pathway/pathway.ts';
import type { Happening, Moment } from './monitor.ts';
import type { RuleFormulas } from './rule-formulas.ts';

/**
 * What a moment of a sentence means. Entering is from elsewhere: a state that is left and entered again at once was not left.
 * A tag is entered with each state that carries it. Nothing can be told of a name the pack does not have: undefined.
 */
export function momentOf(pathway: Pathway, rules: RuleFormulas, text: string): Moment | undefined {
  const [kind = '', id = ''] = text.split(':');
  const { pack, states } = pathway;
  switch (kind) {
    case 'step':
    case 'stage':
      return states.has(id) ? { text, kind: 'enter', happens: enters(new Set([id])) } : undefined;
    case 'tag': {
      const tagged = new Set([...states.values()].flatMap((state) => (state.tags.has(id) ? [state.id] : [])));
      return tagged.size > 0 ? { text, kind: 'enter', happens: enters(tagged) } : undefined;
    }
    case 'leave':
      return states.has(id)
        ? { text, kind: 'leave', happens: (one) => one.left.includes(id) && !one.after.has(id) }
        : undefined;
    case 'event':
      return Object.hasOwn(pack.events, id)
        ? { text, kind: 'event', happens: ({ event }) => event === id }
        : undefined;
    case 'deadline':
      return Object.hasOwn(pack.deadlines, id)
        ? { text, kind: 'deadline', happens: ({ deadline }) => deadline === id }
        : undefined;
    case 'rule': {
      const { yes } = rules(id);
      return Object.hasOwn(pack.rules, id)
        ? { text, kind: 'rule', happens: ({ turned }) => turned(yes) }
        : undefined;
    }
    default:
      return undefined;
  }
}

function enters(states: ReadonlySet<string>): (happening: Happening) => boolean {
  // Where the case stood is put together only when it is asked for.
  return (one) => one.entered.some((id) => states.has(id) && !one.before.has(id));
}

/** The order in which the moments of one entry count: facts are recorded, the event is heard, states are left, then entered. */
const ORDER = { rule: 0, event: 1, deadline: 1, leave: 2, enter: 3 } as const;

/** True when of two moments in one entry the first counts as earlier. */
export function comesFirst(a: Moment, b: Moment): boolean {
  return ORDER[a.kind] < ORDER[b.kind];
}

/** The tracks in which a moment can happen; none for a rule, which no track owns. */
export function tracksOf({ states, hearers, pack }: Pathway, { text }: Moment): readonly string[] {
  const [kind, id = ''] = text.split(':');
  const named = [...states.values()].filter((state) => {
    if (kind === 'tag') return state.tags.has(id);
    if (kind === 'event') return hearers.get(id)?.includes(state.id);
    if (kind === 'deadline') return state.after.has(id) || pack.steps[state.id]?.deadlines?.includes(id);
    return kind !== 'rule' && state.id === id;
  });
  return [...new Set(named.map(({ track }) => track))];
}
