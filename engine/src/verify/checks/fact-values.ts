import { type Check, error, own } from '../check.ts';
import type { Outline } from '../outline.ts';

/** Facts hold what their type needs, and tables by their values are complete. */
export const factValues: Check = function* (outline) {
  const { pack } = outline;
  for (const [id, fact] of Object.entries(pack.facts)) {
    const path = `facts/${id}`;
    const isEnum = fact.type === 'enum' || fact.type === 'enums';
    if (isEnum && Object.keys(fact.values ?? {}).length === 0) {
      yield error('fact.no_values', path, `"${id}" is a choice and offers none; list its values.`, {
        fact: id,
      });
    }
    if (fact.type === 'records' && Object.keys(fact.fields ?? {}).length === 0) {
      yield error('fact.no_fields', path, `"${id}" is a list of records without fields; list them.`, {
        fact: id,
      });
    }
    for (const [name, field] of Object.entries(fact.fields ?? {})) {
      if ((field.type !== 'enum' && field.type !== 'enums') || Object.keys(field.values ?? {}).length > 0)
        continue;
      yield error(
        'fact.no_values',
        `${path}/fields/${name}`,
        `"${name}" is a choice and offers none; list its values.`,
        { fact: name },
      );
    }
  }
  yield* tables(outline);
};

/** Tables by the value of an enum fact (`who`, `within`) cover its values and name no other. */
function* tables({ pack }: Outline) {
  for (const [id, step] of Object.entries(pack.steps)) {
    if ('who' in step && step.who && 'by' in step.who) yield* table(pack, step.who, `steps/${id}/who`);
  }
  for (const [id, { within }] of Object.entries(pack.deadlines)) {
    if (typeof within === 'object' && 'by' in within) yield* table(pack, within, `deadlines/${id}/within`);
  }
}

type Table = { readonly by: string; readonly values: Readonly<Record<string, unknown>> };

function* table(pack: Outline['pack'], { by, values }: Table, path: string) {
  const fact = own(pack.facts, by);
  if (!fact) return;
  if (fact.type !== 'enum') {
    yield error('table.not_enum', `${path}/by`, `"${by}" is not a choice of one value; use an enum fact.`, {
      fact: by,
    });
    return;
  }
  for (const value of Object.keys(fact.values ?? {})) {
    if (Object.hasOwn(values, value)) continue;
    yield error('table.gap', `${path}/values`, `Nothing is said for "${value}" of "${by}"; add it.`, {
      fact: by,
      value,
    });
  }
  for (const value of Object.keys(values)) {
    if (Object.hasOwn(fact.values ?? {}, value)) continue;
    yield error(
      'table.stranger',
      `${path}/values/${value}`,
      `"${value}" is not a value of "${by}"; take it away.`,
      { fact: by, value },
    );
  }
}
