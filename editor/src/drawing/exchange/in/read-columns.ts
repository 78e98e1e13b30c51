import { findSpan } from '../../spans/find-span.ts';

/** What a column of a procedure's table says. */
export type Column =
  | 'number'
  | 'what'
  | 'who'
  | 'when'
  | 'with'
  | 'how'
  | 'child'
  | 'documents'
  | 'basis'
  | 'stage';

/** Headings as procedures write them, in French, English, Spanish and Arabic; accents and case do not count. */
const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:n|no|nº|n º|num|numero|ordre|#|number|nr|الرقم|رقم|ع ر)$/],
  ['stage', /^(?:phase|phases|stage|fase|etapa principal|مرحلة|المرحلة)$/],
  [
    'with',
    /^(?:avec qui|avec|partenaires?|acteurs? associes?|en lien avec|with whom|with|partners?|con quien|con quienes|socios|مع من|الشركاء|الشريك)$/,
  ],
  [
    'who',
    /^(?:qui|responsables?|acteurs?|intervenants?|personne responsable|qui fait|structure responsable|service responsable|who|responsible|actors?|person responsible|responsibility|quien|quienes|responsables?|actor(?:es)?|من|من يقوم|المسؤول|المتدخل|المتدخلون|الجهة المسؤولة|الجهة)$/,
  ],
  [
    'when',
    /^(?:quand|delais?|echeances?|moment|duree|when|deadlines?|time ?frame|timeline|by when|time|cuando|plazos?|tiempo|متى|الأجل|الآجال|المدة|التوقيت)$/,
  ],
  [
    'how',
    /^(?:comment|modalites?|methode|outils?|moyens|description|details?|observations?|remarques?|how|method|tools|notes?|comments?|como|metodo|modalidad|herramientas|descripcion|observaciones|كيف|الكيفية|الوسائل|ملاحظات|الطريقة)$/,
  ],
  [
    'child',
    /^(?:enfant|l enfant|parole de l enfant|participation de l enfant|child|the child|nino|nna|nina nino o adolescente|الطفل)$/,
  ],
  [
    'documents',
    /^(?:documents?|formulaires?|supports?|pieces?|forms?|documentos?|formularios?|الوثائق|الاستمارات|المستندات)$/,
  ],
  [
    'basis',
    /^(?:base legale|bases legales|fondements?|references?|textes?|articles?|legal basis|sources?|base legal|fundamento|referencias|fuentes|السند|المرجع|السند القانوني|المراجع|الفصول)$/,
  ],
  [
    'what',
    /^(?:quoi|etapes?|actions?|activites?|taches?|que faire|procedures?|what|steps?|activity|activities|tasks?|que|pasos?|acciones|accion|actividad|actividades|tareas?|ماذا|الخطوة|الخطوات|الإجراء|الإجراءات|العمل|النشاط|المهام)$/,
  ],
];

/** Which column says what, by its heading; undefined when the row does not name at least what is done and one thing more. */
export function readColumns(head: readonly string[]): ReadonlyMap<number, Column> | undefined {
  const columns = new Map<number, Column>();
  const known = new Set<Column>();
  for (const [index, heading] of head.entries()) {
    const column = columnOf(heading) ?? columnOf(heading.replace(ASIDE, ''));
    if (column === undefined || known.has(column)) continue;
    columns.set(index, column);
    known.add(column);
  }
  return known.has('what') && known.size > 1 ? columns : undefined;
}

/** What a heading says beside: "Délai (en heures)", "Responsable (service)", "Plazo en días". */
const ASIDE =
  /\s*(?:\((?:en |in |بال|ال)?([^()]{1,60})\)|\s(?:en|in)\s+(\p{L}{1,20}(?: \p{L}{1,20})?))\s*$/iu;

function columnOf(heading: string): Column | undefined {
  const plain = plainHeading(heading);
  return HEADINGS.find(([, names]) => names.test(plain))?.[0];
}

/** A number as its heading means it: "48" below "Délai (en heures)" is "48 heures". Any other words stay as they are. */
export function withUnit(cell: string, heading: string): string {
  const [, aside, behind] = ASIDE.exec(heading) ?? [];
  const said = `${cell} ${aside ?? behind ?? ''}`;
  return /^[\d٠-٩]{1,4}$/.test(cell) && findSpan(said) ? said : cell;
}

/** How far below its first row the header of a table is looked for. */
const LOWEST_HEAD = 15;

/** How many rows stand above the header of a table: its titles, who made it and when. 0 where no header follows them. */
export function titleRows(rows: readonly (readonly string[])[]): number {
  return Math.max(
    0,
    rows.slice(0, LOWEST_HEAD).findIndex((row) => readColumns(row) !== undefined),
  );
}

/** A heading without accents, capitals and signs. */
export function plainHeading(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0652]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
