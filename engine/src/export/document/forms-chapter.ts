import type { Fact, Field } from '../../procedure/facts.ts';
import type { Answer, Block, Chapter } from './document.ts';
import { fill, plain, quoted, type Say } from './say.ts';

const ROWS = 4;

/** Every form, to be printed and filled in by hand. */
export function formsChapter(say: Say): Chapter {
  const { words, pack } = say;
  const forms = Object.entries(pack.forms);
  const blocks = forms.flatMap(([id, form]): readonly Block[] => [
    { kind: 'heading', level: 2, id: `form-${id}`, line: plain(say.text(form.label, id)) },
    ...(form.help ? [{ kind: 'paragraph', line: plain(say.text(form.help)), tone: 'quiet' } as const] : []),
    ...[words.caseNumber, words.filledBy, words.filledOn].map(
      (label) => ({ kind: 'question', label, required: false, answer: { kind: 'line' } }) as const,
    ),
    ...byOrder(form.sections).flatMap(([name, section]): readonly Block[] => [
      { kind: 'heading', level: 3, line: plain(say.text(section.label, name)) },
      ...shownWhen(say, section.when),
      ...[...section.fields]
        .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
        .flatMap((field): readonly Block[] => {
          const fact = Object.hasOwn(pack.facts, field.fact) ? pack.facts[field.fact] : undefined;
          if (!fact) return [];
          const help = [say.text(field.help), say.text(fact.help), ...whenText(say, field.when)].filter(
            (text) => text !== '',
          );
          return [
            {
              kind: 'question',
              label: say.text(fact.label, field.fact),
              required: field.required ?? false,
              ...(help.length > 0 && { help: help.join(' ') }),
              answer: answerOf(say, fact),
            },
          ];
        }),
    ]),
    { kind: 'question', label: words.signature, required: false, answer: { kind: 'line' } },
  ]);
  return {
    id: 'forms',
    kind: 'forms',
    title: words.chapters.forms,
    blocks: [
      { kind: 'paragraph', line: plain(forms.length > 0 ? words.aboutForms : words.noForms), tone: 'quiet' },
      ...blocks,
    ],
  };
}

function byOrder<Entry extends { readonly order?: number | undefined }>(
  entries: Readonly<Record<string, Entry>>,
) {
  return Object.entries(entries).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
}

function whenText(say: Say, rule: string | undefined): readonly string[] {
  return rule === undefined ? [] : [fill(say.words.shownWhen, { rule: quoted(say, say.rule(rule)) })];
}

function shownWhen(say: Say, rule: string | undefined): readonly Block[] {
  return whenText(say, rule).map((text) => ({ kind: 'paragraph', line: plain(text), tone: 'quiet' }));
}

/** How a fact is answered with a pen. */
function answerOf(say: Say, fact: Fact | Field): Answer {
  const { words } = say;
  switch (fact.type) {
    case 'boolean':
      return { kind: 'choice', options: [words.yes, words.no, words.notKnown], several: false };
    case 'enum':
    case 'enums':
      return {
        kind: 'choice',
        options: [
          ...byOrder(fact.values ?? {}).map(([id, { label }]) => say.text(label, id)),
          words.notKnown,
        ],
        several: fact.type === 'enums',
      };
    case 'date':
      return { kind: 'date' };
    case 'instant':
      return { kind: 'instant' };
    case 'text':
      return { kind: 'lines', count: 4 };
    case 'records':
      return {
        kind: 'rows',
        columns: byOrder('fields' in fact ? (fact.fields ?? {}) : {}).map(([id, { label }]) =>
          say.text(label, id),
        ),
        count: ROWS,
      };
    default:
      return { kind: 'line' };
  }
}
