import { inLanguage, type Pack, type Text } from '@parcours/engine';
import { keepSame } from '../../map/same-value.ts';
import { articleWords } from '../../pack/article-words.ts';
import { rolesOf, stepDefinition } from '../../pack/step-of-pack.ts';
import { readingOrder } from '../commands/reading-order.ts';
import type { MachineState } from '../log/find-state.ts';

/** Columns of the matrix, in reading order. */
export const COLUMNS = ['what', 'who', 'with', 'when', 'how', 'child', 'article'] as const;
export type Column = (typeof COLUMNS)[number];
export type Cells = Readonly<Record<Column, string>>;

/** A heading, or a step with its cells in words; several names in a cell are parted by "; ". */
export type MatrixRow =
  | {
      readonly kind: 'heading';
      readonly id: string;
      readonly title: string;
      readonly depth: number;
      readonly isTrack: boolean;
    }
  | {
      readonly kind: 'step';
      readonly id: string;
      /** The stage or track it stands in. */
      readonly parent: string;
      readonly cells: Cells;
      /** Who does it hangs on a fact: changed in the panel, not in a cell. */
      readonly isWhoByFact: boolean;
    };

/** What a source is called in a cell: the instrument, and its article as it is cited in a language. */
export function sourceName(
  pack: Pack,
  id: string,
  say: (text: Text | undefined, id: string) => string,
  language: string,
): string {
  const source = pack.sources[id];
  const article = source?.article === undefined ? '' : `, ${articleWords(source.article, language)}`;
  return `${say(source?.instrument, id)}${article}`;
}

/** The procedure as a table in one language, grouped by track and stage. With the rows `before`, those that say the same are the same objects. */
export function projectMatrix(
  pack: Pack,
  language: string,
  before: readonly MatrixRow[] = [],
): readonly MatrixRow[] {
  const say = (text: Text | undefined, fallback = '') =>
    inLanguage(text, [language, 'fr', 'en', 'es'], fallback);
  const names = (ids: readonly string[], name: (id: string) => string) => ids.map(name).join('; ');
  const role = (id: string) => say(pack.roles[id]?.label, id);
  const rowOf = (id: string, parent: string): MatrixRow => {
    const step = stepDefinition(pack, id);
    return {
      kind: 'step',
      id,
      parent,
      isWhoByFact: step?.who !== undefined && !Array.isArray(step.who),
      cells: {
        what: say(pack.steps[id]?.title, ''),
        who: names(rolesOf(step?.who), role),
        with: names(step?.with ?? [], role),
        when: names(step?.deadlines ?? [], (each) => say(pack.deadlines[each]?.label, each)),
        how: say(step?.how),
        child: say(step?.child),
        article: names(step?.sources ?? [], (each) => sourceName(pack, each, say, language)),
      },
    };
  };
  const rowsOf = (state: MachineState, depth: number): readonly MatrixRow[] => [
    { kind: 'heading', id: state.id, title: say(pack.steps[state.id]?.title), depth, isTrack: depth === 0 },
    ...readingOrder(pack, state).flatMap((id): readonly MatrixRow[] => {
      const child = state.states?.[id];
      return child?.states === undefined ? [rowOf(id, state.id)] : rowsOf(child, depth + 1);
    }),
  ];
  const rows = readingOrder(pack, { states: pack.machine.states }).flatMap((id) => {
    const track = pack.machine.states[id];
    return track ? rowsOf(track, 0) : [];
  });
  return keepSame(before, rows, ({ id }) => id);
}
