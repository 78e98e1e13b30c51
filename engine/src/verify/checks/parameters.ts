import { type Check, error, own, warning } from '../check.ts';

/** What depends on a parameter that is not known needs national law; a value says how it was learned. */
export const parameters: Check = function* (outline) {
  const { pack } = outline;
  for (const [id, parameter] of Object.entries(pack.parameters)) {
    const path = `parameters/${id}`;
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
  for (const { kind, name, path } of outline.uses) {
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
