import type { Span } from '../procedure/deadlines.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Property } from '../procedure/safeguards.ts';
import { inSpan } from './deadline-uses.ts';
import { each, type NameKind, sources, type Use } from './use.ts';

/** Names in safeguards.json. */
export function* inSafeguards(pack: Pack): Generator<Use> {
  for (const [id, safeguard] of Object.entries(pack.safeguards)) {
    yield* inProperty(safeguard.property, `safeguards/${id}/property`);
    yield* sources(safeguard, `safeguards/${id}`);
    if (safeguard.broken_by) yield* sources(safeguard.broken_by, `safeguards/${id}/broken_by`);
  }
}

/** Fields of a property by what their text names; the patterns share them, so each is told once. */
const PROPERTY_FIELDS: Readonly<Record<string, NameKind>> = {
  a: 'reference',
  b: 'reference',
  since: 'reference',
  states: 'reference',
  in: 'reference',
  while: 'rule',
  unless: 'rule',
  event: 'event',
  deadline: 'deadline',
  roles: 'role',
  parameter: 'parameter',
  facts: 'fact',
};

function* inProperty(property: Property, above: string): Generator<Use> {
  for (const [pattern, fields] of Object.entries(property)) {
    for (const [field, value] of Object.entries(fields as Readonly<Record<string, unknown>>)) {
      const path = `${above}/${pattern}/${field}`;
      const kind = PROPERTY_FIELDS[field];
      if (field === 'within' && typeof value === 'object' && value !== null)
        yield* inSpan(value as Span, path);
      else if (kind === undefined) continue;
      else if (Array.isArray(value)) yield* each(kind, value, path);
      else if (typeof value === 'string') yield { kind, name: value, path };
    }
  }
}
