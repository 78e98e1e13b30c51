import type { Anchor, Deadline } from '../../procedure/deadlines.ts';
import { fill, list, quoted, type Say } from './say.ts';

type Unit = keyof Say['words']['units'];

/** A number of units: "48 heures". */
export function quantity(say: Say, count: number, unit: string): string {
  const forms = Object.hasOwn(say.words.units, unit) ? say.words.units[unit as Unit] : undefined;
  if (!forms) return unit === '' ? String(count) : `${count} ${unit}`;
  if (forms.length === 2) return `${count} ${forms[count < 2 && count > -2 ? 0 : 1]}`;
  const form = count === 1 ? 0 : count === 2 ? 1 : count % 100 >= 3 && count % 100 <= 10 ? 2 : 3;
  return fill(forms[form] ?? '', { count });
}

/** An ISO 8601 duration in words; what is none is given back. */
export function durationSaid(say: Say, duration: string): string {
  if (!/^P(?=.)/.test(duration)) return duration;
  const [days = '', time = ''] = duration.slice(1).split('T');
  const parts = [
    ...[...days.matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) =>
      quantity(say, Number(count), unit ?? ''),
    ),
    ...[...time.matchAll(/(\d+)([HM])/g)].map(([, count, unit]) => quantity(say, Number(count), `T${unit}`)),
  ];
  return parts.length > 0 ? parts.join(' ') : duration;
}

/** The span of a deadline: a duration, that national law was not found with the guideline, or one for each value. */
export function spanSaid(say: Say, deadline: Deadline): string {
  const { within } = deadline;
  const one = (span: string | { readonly parameter: string }): string => {
    if (typeof span === 'string') return durationSaid(say, span);
    const parameter = say.pack.parameters[span.parameter];
    const said = (value: unknown) =>
      typeof value === 'number'
        ? quantity(say, value, parameter?.unit ?? '')
        : durationSaid(say, String(value));
    if (parameter?.value !== undefined) return said(parameter.value);
    const guideline = parameter?.guideline ? guidelineSaid(say, said(parameter.guideline.value)) : '';
    return `${say.words.unknownLaw}${guideline}`;
  };
  const fact = typeof within === 'object' && 'by' in within ? say.pack.facts[within.by] : undefined;
  const span =
    typeof within === 'object' && 'by' in within
      ? Object.entries(within.values)
          .map(
            ([value, each]) =>
              `${say.text(fact?.values?.[value]?.label, value)}${say.words.colon}${one(each)}`,
          )
          .join(say.words.semicolon)
      : one(within);
  return fill(deadline.calendar === 'working' ? say.words.working : say.words.within, { span });
}

/** What stands beside a value that nobody found: " (repère : 48 heures)". */
export function guidelineSaid(say: Say, value: string): string {
  return ` (${fill(say.words.guideline, { value })})`;
}

/** Where counting starts. */
export function anchorSaid(say: Say, anchor: Anchor): string {
  if (anchor === 'entry') return say.words.entry;
  if ('fact' in anchor) return quoted(say, say.fact(anchor.fact));
  if ('done' in anchor) return fill(say.words.doneStep, { step: say.state(anchor.done) });
  if ('event' in anchor) return quoted(say, say.event(anchor.event));
  const [kind, of] =
    'latest' in anchor
      ? (['latest', anchor.latest] as const)
      : 'earliest' in anchor
        ? (['earliest', anchor.earliest] as const)
        : (['first', anchor.first] as const);
  return fill(say.words[kind], {
    of: list(
      say,
      of.map((each) => anchorSaid(say, each)),
    ),
  });
}

/** A deadline on one line: its name, its span, where counting starts. */
export function deadlineSaid(say: Say, id: string): string {
  const deadline = Object.hasOwn(say.pack.deadlines, id) ? say.pack.deadlines[id] : undefined;
  if (!deadline) return id;
  const from = fill(say.words.countedFrom, { anchor: anchorSaid(say, deadline.from) });
  return `${say.deadline(id)}${say.words.colon}${spanSaid(say, deadline)}${say.words.comma}${from}`;
}
