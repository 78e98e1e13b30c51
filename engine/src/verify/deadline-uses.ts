import type { Anchor, Span } from '../procedure/deadlines.ts';
import type { Pack } from '../procedure/pack.ts';
import { each, one, sources, type Use } from './use.ts';

/** Names in deadlines.json. */
export function* inDeadlines(pack: Pack): Generator<Use> {
  for (const [id, deadline] of Object.entries(pack.deadlines)) {
    const path = `deadlines/${id}`;
    yield* inSpan(deadline.within, `${path}/within`);
    yield* inAnchor(deadline.from, `${path}/from`, deadline.each, pack);
    if (deadline.met !== 'leaving') yield { kind: 'rule', name: deadline.met.rule, path: `${path}/met/rule` };
    yield* each('reference', deadline.paused, `${path}/paused`);
    yield* one('fact', deadline.each, `${path}/each`);
    for (const [index, rung] of (deadline.escalation ?? []).entries()) {
      yield { kind: 'role', name: rung.to, path: `${path}/escalation/${index}/to` };
    }
    yield* sources(deadline, path);
  }
}

/** A parameter, or a fact with its table. */
export function* inSpan(span: Span, path: string): Generator<Use> {
  if (typeof span === 'string') return;
  if ('parameter' in span) yield { kind: 'parameter', name: span.parameter, path: `${path}/parameter` };
  else {
    yield { kind: 'fact', name: span.by, path: `${path}/by` };
    for (const [value, part] of Object.entries(span.values)) yield* inSpan(part, `${path}/values/${value}`);
  }
}

function* inAnchor(anchor: Anchor, path: string, each: string | undefined, pack: Pack): Generator<Use> {
  if (anchor === 'entry') return;
  if ('fact' in anchor) {
    const fields =
      each !== undefined && Object.hasOwn(pack.facts, each) ? pack.facts[each]?.fields : undefined;
    const isField = fields !== undefined && Object.hasOwn(fields, anchor.fact);
    if (isField && each !== undefined)
      yield { kind: 'field', name: anchor.fact, of: each, path: `${path}/fact` };
    else yield { kind: 'fact', name: anchor.fact, path: `${path}/fact` };
  } else if ('done' in anchor) yield { kind: 'step', name: anchor.done, path: `${path}/done` };
  else if ('event' in anchor) yield { kind: 'event', name: anchor.event, path: `${path}/event` };
  else {
    for (const [key, parts] of Object.entries(anchor)) {
      for (const [index, part] of parts.entries())
        yield* inAnchor(part, `${path}/${key}/${index}`, each, pack);
    }
  }
}
