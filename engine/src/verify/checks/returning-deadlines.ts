import type { Anchor } from '../../procedure/deadlines.ts';
import type { Pack } from '../../procedure/pack.ts';
import { type Check, error, own } from '../check.ts';
import { ancestorsOf, type CandidateList, enteredBy, type Node, type Outline } from '../outline.ts';

/**
 * A deadline that moves the case counts anew when the case comes back to where it stands. One that counts from an instant which
 * nothing on the way back renews has then passed already: it fires at once, at each turn. A way back that a rule guards is not
 * told: the rule may well forbid it (a measure that has ended does not run on), and what rules allow is for the safeguards.
 */
export const returningDeadlines: Check = function* (outline) {
  for (const list of outline.lists) {
    if (list.by !== 'after') continue;
    const { name: deadline, from, path } = list;
    const anchor = own(outline.pack.deadlines, deadline)?.from;
    if (anchor === undefined || !comesBack(outline, list, anchor)) continue;
    const message = `When a case comes back to "${from.id}", "${deadline}" has passed already and fires at once, at each turn; count it from the entry of the step, or from something that the way back renews.`;
    yield error('deadline.returns', path, message, { deadline, step: from.id });
  }
};

/** Some way without a guard leads back into the state and renews nothing that the deadline counts from. */
function comesBack(outline: Outline, list: CandidateList, anchor: Anchor): boolean {
  const { pack, listsOf, targetOf } = outline;
  const met = new Set<Node>();
  const queue: Node[] = [];
  const go = ({ from, candidates }: CandidateList): boolean => {
    const targets = candidates
      .filter(({ guard }) => guard === undefined)
      .flatMap((candidate) => targetOf(candidate) ?? []);
    for (const target of targets) {
      const entered = enteredBy(from, target);
      if (entered.includes(list.from) && !isRenewedAt(pack, anchor, list.from.id)) return true;
      const around = [...entered, ...ancestorsOf(target)].filter((node) => !met.has(node));
      for (const node of around) met.add(node);
      queue.push(...around);
    }
    return false;
  };
  if (go(list)) return true;
  for (let node = queue.shift(); node; node = queue.shift()) {
    const onward = listsOf(node).filter((next) => next.path !== list.path && !renews(pack, anchor, next));
    if (onward.some(go)) return true;
  }
  return false;
}

/** Going on from a state by a list sets the instant that an anchor counts from, or asks it. */
function renews(pack: Pack, anchor: Anchor, list: CandidateList): boolean {
  const { from, by, name } = list;
  if (anchor === 'entry') return true;
  if ('event' in anchor) return by === 'on' && name === anchor.event;
  if ('done' in anchor) return by === 'on' && from.id === anchor.done;
  if ('fact' in anchor) return isRenewedAt(pack, anchor, from.id) || isNeeded(pack, anchor.fact, list);
  const each = (part: Anchor) => renews(pack, part, list);
  if ('latest' in anchor) return anchor.latest.some(each);
  return 'earliest' in anchor ? anchor.earliest.every(each) : anchor.first.every(each);
}

/** Entering a state asks the fact again, or its form may. */
function isRenewedAt(pack: Pack, anchor: Anchor, id: string): boolean {
  if (anchor === 'entry') return true;
  if ('event' in anchor || 'done' in anchor) return false;
  if ('fact' in anchor) {
    const step = own(pack.steps, id);
    const form = step && 'form' in step ? own(pack.forms, step.form ?? '') : undefined;
    const asked = Object.values(form?.sections ?? {}).flatMap(({ fields }) => fields);
    return (
      own(pack.facts, anchor.fact)?.derive !== undefined || asked.some(({ fact }) => fact === anchor.fact)
    );
  }
  const each = (part: Anchor) => isRenewedAt(pack, part, id);
  if ('latest' in anchor) return anchor.latest.some(each);
  return 'earliest' in anchor ? anchor.earliest.every(each) : anchor.first.every(each);
}

function isNeeded(pack: Pack, fact: string, { by, name }: CandidateList): boolean {
  return by === 'on' && (own(pack.events, name)?.needs?.includes(fact) ?? false);
}
