import { inLanguage, type Pack, type Text } from '@parcours/engine';

/** Sections whose elements stand in a list beside an editor. */
export const LISTED_SECTIONS = [
  'facts',
  'forms',
  'deadlines',
  'roles',
  'sources',
  'parameters',
  'safeguards',
  'effects',
  'rules',
] as const;
export type ListedSection = (typeof LISTED_SECTIONS)[number];

/** One line of the list. `mark` is a code of what is still open there, said by the screen. */
export type SectionRow = {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly mark?: string;
};

/** A line before the screen has said its codes: `note` as a type or a severity, `mark` as what is open. */
export type ProjectedRow = {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly open?: 'unknown' | 'practice' | 'empty';
};

type Projector = (pack: Pack, section: ListedSection, language: string) => readonly ProjectedRow[];

/** Lists the elements of a section by name. What did not change since the last call is the same object. */
export function sectionProjector(): Projector {
  const rows = new Map<string, WeakMap<object, { id: string; row: ProjectedRow }>>();
  const lists = new Map<string, { of: object; rows: readonly ProjectedRow[] }>();
  return (pack, section, language) => {
    const elements = pack[section] as Readonly<Record<string, object>>;
    const key = `${section} ${language}`;
    const last = lists.get(key);
    if (last?.of === elements) return last.rows;
    const known = rows.get(key) ?? new WeakMap<object, { id: string; row: ProjectedRow }>();
    rows.set(key, known);
    const collator = new Intl.Collator(language, { numeric: true });
    const made = Object.entries(elements)
      .map(([id, element]) => {
        const kept = known.get(element);
        if (kept?.id === id) return kept.row;
        const row = rowOf(section, id, element, language);
        known.set(element, { id, row });
        return row;
      })
      .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    lists.set(key, { of: elements, rows: made });
    return made;
  };
}

type Any = {
  readonly label?: Text;
  readonly instrument?: Text;
  readonly article?: string;
  readonly type?: string;
  readonly severity?: string;
  readonly kind?: string;
  readonly sector?: string;
  readonly confidence?: string;
  readonly basis?: string;
  readonly sections?: object;
  readonly value?: unknown;
};

function rowOf(section: ListedSection, id: string, element: Any, language: string): ProjectedRow {
  const name = inLanguage(element.label ?? element.instrument, [language, 'fr', 'en', 'es'], id);
  const kind =
    section === 'sources'
      ? element.article
      : (element.type ?? element.severity ?? element.sector ?? element.kind ?? undefined);
  const open = openIn(section, element);
  return { id, name, ...(kind === undefined ? {} : { kind }), ...(open === undefined ? {} : { open }) };
}

function openIn(section: ListedSection, element: Any): ProjectedRow['open'] {
  if (section === 'parameters' && element.value === undefined) return 'unknown';
  if (section === 'sources' && element.confidence === 'unknown') return 'unknown';
  if (section === 'forms' && Object.keys(element.sections ?? {}).length === 0) return 'empty';
  return undefined;
}
