import { durationSchema } from '../../procedure/deadlines.ts';
import type { Fact } from '../../procedure/facts.ts';
import type { Parameter } from '../../procedure/parameters.ts';
import { checkFactValue } from '../../rules/check-value.ts';
import { type Check, error, own, warning } from '../check.ts';
import { usesOf } from '../uses.ts';

/** What depends on a parameter that is not known needs national law; a value is of its type and says how it was learned. */
export const parameters: Check = function* (outline) {
  const { pack } = outline;
  for (const [id, parameter] of Object.entries(pack.parameters)) {
    const path = `parameters/${id}`;
    const flaw = flawOf(id, parameter);
    if (flaw) yield error('parameter.value', `${path}/value`, flaw, { parameter: id });
    if (parameter.value === undefined && parameter.confidence !== 'unknown') {
      yield error(
        'parameter.confidence',
        `${path}/confidence`,
        'Without a value the confidence is "unknown".',
        { parameter: id },
      );
    }
    if (parameter.value !== undefined && parameter.confidence === 'unknown') {
      const message =
        'A value was learned somehow: say "read", "secondary" or "memory", or take the value away.';
      yield error('parameter.confidence', `${path}/confidence`, message, { parameter: id });
    }
  }
  for (const { kind, name, path } of usesOf(outline)) {
    const isRead = kind === 'parameter' || (kind === 'value' && !Object.hasOwn(pack.facts, name));
    const parameter = isRead ? own(pack.parameters, name) : undefined;
    if (parameter === undefined) continue;
    if (path.startsWith('deadlines/') && parameter.type !== 'duration') {
      yield error('deadline.not_duration', path, `"${name}" is not a duration; use a parameter that is.`, {
        parameter: name,
      });
    }
    if (parameter.value !== undefined || path.startsWith('pack/withheld/')) continue;
    const message = `National law not found: "${name}" has no value; find it, or withhold the track that depends on it.`;
    const guideline = parameter.guideline ? { guideline: String(parameter.guideline.value) } : {};
    yield warning('needs_law', path, message, { parameter: name, ...guideline });
  }
};

function flawOf(id: string, { type, values, value }: Parameter): string | undefined {
  if (value === undefined) return undefined;
  if (type === 'duration') {
    return durationSchema.safeParse(value).success
      ? undefined
      : `${id}: write an ISO 8601 duration such as PT24H.`;
  }
  const checked = checkFactValue(
    { type, label: {}, tier: 0, ...(values ? { values } : {}) } satisfies Fact,
    id,
    value,
  );
  return 'invalid' in checked ? checked.invalid.message : undefined;
}
