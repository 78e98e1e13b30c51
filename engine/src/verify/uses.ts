import type { Pack } from '../procedure/pack.ts';
import { inDeadlines } from './deadline-uses.ts';
import { inMachine } from './machine-uses.ts';
import type { Outline } from './outline.ts';
import { inFacts, inRules } from './rule-uses.ts';
import { inSafeguards } from './safeguard-uses.ts';
import { inSteps } from './step-uses.ts';
import { each, one, sources, type Use } from './use.ts';

/** Every reference of every section, scenarios apart. */
export function* usesOf(outline: Outline): Generator<Use> {
  const { pack } = outline;
  yield* inMachine(outline);
  yield* inSteps(pack);
  yield* inEvents(pack);
  yield* inRules(pack);
  yield* inFacts(pack);
  yield* inForms(pack);
  yield* inDeadlines(pack);
  yield* inEffects(pack);
  yield* inSafeguards(pack);
  yield* inHead(pack);
  for (const [id, parameter] of Object.entries(pack.parameters)) {
    yield* sources(parameter, `parameters/${id}`);
    yield* each('source', parameter.guideline?.sources, `parameters/${id}/guideline/sources`);
  }
  for (const [id, holiday] of Object.entries(pack.calendar.holidays))
    yield* sources(holiday, `calendar/holidays/${id}`);
  yield* sources(pack.calendar, 'calendar');
}

function* inEvents(pack: Pack): Generator<Use> {
  for (const [id, event] of Object.entries(pack.events)) {
    const path = `events/${id}`;
    yield* each('role', event.by, `${path}/by`);
    yield* each('fact', event.needs, `${path}/needs`);
    yield* each('event', event.differsFrom, `${path}/differsFrom`);
    yield* one('rule', event.when, `${path}/when`);
    yield* sources(event, path);
  }
}

function* inForms(pack: Pack): Generator<Use> {
  for (const [id, form] of Object.entries(pack.forms)) {
    for (const [name, section] of Object.entries(form.sections)) {
      const path = `forms/${id}/sections/${name}`;
      yield* one('rule', section.when, `${path}/when`);
      for (const [index, field] of section.fields.entries()) {
        yield { kind: 'fact', name: field.fact, path: `${path}/fields/${index}/fact` };
        yield* one('rule', field.when, `${path}/fields/${index}/when`);
      }
    }
  }
}

function* inEffects(pack: Pack): Generator<Use> {
  for (const [id, effect] of Object.entries(pack.effects)) {
    const path = `effects/${id}`;
    const { on } = effect;
    if ('enter' in on) yield { kind: 'reference', name: on.enter, path: `${path}/on/enter` };
    else if ('leave' in on) yield { kind: 'reference', name: on.leave, path: `${path}/on/leave` };
    else if ('event' in on) yield { kind: 'event', name: on.event, path: `${path}/on/event` };
    else yield { kind: 'deadline', name: on.deadline, path: `${path}/on/deadline` };
    yield* one('rule', effect.when, `${path}/when`);
    yield* each('role', effect.to, `${path}/to`);
    yield* one('fact', effect.person, `${path}/person`);
    yield* sources(effect, path);
  }
}

function* inHead(pack: Pack): Generator<Use> {
  const head = pack.pack;
  for (const [track, withheld] of Object.entries(head.withheld ?? {})) {
    const path = `pack/withheld/${track}`;
    yield { kind: 'track', name: track, path };
    yield* each('parameter', withheld.parameters, `${path}/parameters`);
    yield* each('contact', withheld.call, `${path}/call`);
  }
  for (const [id, contact] of Object.entries(head.contacts ?? {}))
    yield* sources(contact, `pack/contacts/${id}`);
  yield* one('deadline', head.reconsider, 'pack/reconsider');
}
