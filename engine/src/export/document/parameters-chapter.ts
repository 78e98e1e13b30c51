import type { Parameter } from '../../procedure/parameters.ts';
import type { Block, Chapter, Line } from './document.ts';
import { capital, groundLines, joined, list, plain, type Say } from './say.ts';
import { durationSaid, guidelineSaid, quantity } from './say-span.ts';

/** Every value that rules and deadlines take from the law or the committee, and what it rests on; or that nobody found it. */
export function parametersChapter(say: Say): Chapter {
  const { words, pack } = say;
  const rows = Object.entries(pack.parameters)
    .sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
    .map(([id, parameter]): readonly Line[] => {
      const note = say.text(parameter.note);
      const grounds = groundLines(say, parameter);
      const known: Line = [{ text: capital(words.confidence[parameter.confidence]), italic: true }];
      return [
        [{ text: say.text(parameter.label, id), id: `parameter-${id}` }],
        joined(say, [valueLine(say, parameter), ...(note === '' ? [] : [plain(note)])]),
        joined(say, grounds.length > 0 ? grounds : [known]),
      ];
    });
  const blocks: readonly Block[] =
    rows.length > 0
      ? [{ kind: 'table', head: words.parameterHead, rows }]
      : [{ kind: 'paragraph', line: plain(words.noParameters), tone: 'quiet' }];
  return { id: 'parameters', kind: 'parameters', title: words.chapters.parameters, blocks };
}

function valueLine(say: Say, parameter: Parameter): Line {
  const { value, guideline } = parameter;
  if (value !== undefined) return [{ text: valueSaid(say, parameter, value), bold: true }];
  const beside = guideline ? guidelineSaid(say, valueSaid(say, parameter, guideline.value)) : '';
  return [{ text: `${say.words.unknownLaw}${beside}`, mark: true }];
}

function valueSaid(say: Say, parameter: Parameter, value: NonNullable<Parameter['value']>): string {
  if (typeof value === 'boolean') return value ? say.words.yes : say.words.no;
  if (typeof value === 'number') return quantity(say, value, parameter.unit ?? '');
  const named = (id: string) => say.text(parameter.values?.[id]?.label, id);
  if (Array.isArray(value)) return list(say, value.map(named));
  return parameter.type === 'duration' ? durationSaid(say, value) : named(value);
}
