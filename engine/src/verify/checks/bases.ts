import type { Basis } from '../../procedure/element.ts';
import type { Guard } from '../../procedure/machine.ts';
import { type Check, error, warning } from '../check.ts';
import type { Outline } from '../outline.ts';

type Grounded = { readonly basis?: Basis | undefined; readonly sources?: readonly string[] | undefined };

/** Every legal or procedural element rests on law, a standard or practice; law and standard name their sources. */
export const bases: Check = function* (outline) {
  for (const [path, element, needed] of grounded(outline)) {
    if (element.basis === undefined) {
      if (!needed) continue;
      yield error(
        'basis.missing',
        path,
        'Say what this rests on: "law", "standard", or "practice" for what you propose.',
      );
    } else if (element.basis !== 'practice' && (element.sources ?? []).length === 0) {
      const message = `This rests on "${element.basis}" and names no source; name the article, or call it "practice".`;
      yield error('basis.no_source', path, message, { basis: element.basis });
    }
  }
  for (const [id, parameter] of Object.entries(outline.pack.parameters)) {
    if (parameter.value === undefined || parameter.basis !== undefined || parameter.sources?.length) continue;
    yield warning(
      'basis.missing',
      `parameters/${id}`,
      'The value of this parameter rests on nothing; name its source, or call it "practice".',
    );
  }
};

/** Path, element, and whether a basis is required of it. */
function* grounded(outline: Outline): Generator<[string, Grounded, boolean]> {
  const { pack } = outline;
  const deciding = rulesThatDecide(outline);
  for (const [id, step] of Object.entries(pack.steps)) {
    yield [`steps/${id}`, step, step.kind === 'work' || step.kind === 'wait'];
    if (!('tasks' in step)) continue;
    for (const [name, task] of Object.entries(step.tasks ?? {}))
      yield [`steps/${id}/tasks/${name}`, task, false];
  }
  for (const [id, event] of Object.entries(pack.events)) {
    yield [`events/${id}`, event, event.decision === true || event.protective === true];
  }
  for (const [id, rule] of Object.entries(pack.rules)) yield [`rules/${id}`, rule, deciding.has(id)];
  for (const [id, deadline] of Object.entries(pack.deadlines)) yield [`deadlines/${id}`, deadline, true];
  for (const [id, safeguard] of Object.entries(pack.safeguards)) yield [`safeguards/${id}`, safeguard, true];
  for (const [id, parameter] of Object.entries(pack.parameters)) yield [`parameters/${id}`, parameter, false];
  for (const [id, effect] of Object.entries(pack.effects)) yield [`effects/${id}`, effect, false];
  for (const [id, fact] of Object.entries(pack.facts)) {
    if (fact.presume) yield [`facts/${id}/presume`, fact.presume, true];
  }
}

/** Rules that open or close a way: those of guards and of signals. */
function rulesThatDecide({ pack, lists }: Outline): ReadonlySet<string> {
  const rules = new Set<string>();
  const add = (guard: Guard | undefined) => {
    if (guard === undefined) return;
    if (typeof guard === 'string') rules.add(guard);
    else if (guard.type !== 'in') guard.params.of.forEach(add);
  };
  for (const { candidates } of lists) for (const { guard } of candidates) add(guard);
  for (const { when } of Object.values(pack.events)) add(when);
  return rules;
}
