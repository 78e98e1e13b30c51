import {
  type Answer,
  type Block,
  DOCUMENT_WORDS,
  type Item,
  isBrief,
  type Line,
  type ProcedureDocument,
} from '@parcours/engine';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A picture of a track: PNG bytes and its size in pixels. */
export type DocxPicture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;
const GREY = '4A5560';
const BROWN = '8A3D00';
/** Width and height of an A4 page inside its margins, in pixels at 96 to the inch. */
const PAGE = { width: 640, height: 900 };
const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * The document as a Word file (.docx): real headings, tables and lists, a table of contents, page numbers; what is Arabic stands from
 * right to left. Bytes of the file.
 */
export async function writeDocx(
  document: ProcedureDocument,
  pictures: Readonly<Record<string, readonly DocxPicture[]>> = {},
): Promise<Uint8Array> {
  const write = writer(document);
  const { title, foot, titlePage, chapters, contentsTitle, dir, language } = document;
  const isRtl = dir === 'rtl';
  const file = new Document({
    title,
    creator: 'Parcours',
    description: foot,
    features: { updateFields: true },
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' },
            size: 22,
            language: { value: language, bidirectional: 'ar-TN' },
          },
        },
      },
    },
    numbering: {
      config: [
        { reference: 'points', levels: levelsOf(LevelFormat.BULLET, '•') },
        { reference: 'numbers', levels: levelsOf(LevelFormat.DECIMAL, '%1.') },
      ],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                bidirectional: isRtl,
                children: [
                  new TextRun({ text: `${foot}   `, color: GREY, size: 18 }),
                  new TextRun({
                    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                    color: GREY,
                    size: 18,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          write.paragraph([{ text: title }], { heading: HeadingLevel.TITLE }),
          ...titlePage.flatMap(write.block),
          write.paragraph([{ text: contentsTitle, bold: true }], { pageBreakBefore: true }),
          new TableOfContents(contentsTitle, { hyperlink: true, headingStyleRange: '1-2' }),
          ...chapters.flatMap((chapter) => [
            write.paragraph([{ text: chapter.title, id: chapter.id }], {
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: !isBrief(chapter),
            }),
            ...(pictures[chapter.track ?? ''] ?? []).map((each) => pictureOf(each, chapter.title)),
            ...chapter.blocks.flatMap(write.block),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function levelsOf(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    text: format === LevelFormat.DECIMAL ? `%${level + 1}.` : text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 300 } } },
  }));
}

function pictureOf(picture: DocxPicture, title: string): FileChild {
  const scale = Math.min(1, PAGE.width / picture.width, PAGE.height / picture.height);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'png',
        data: picture.png,
        altText: { name: title, title, description: title },
        transformation: {
          width: Math.round(picture.width * scale),
          height: Math.round(picture.height * scale),
        },
      }),
    ],
  });
}

type Write = {
  readonly block: (block: Block) => readonly FileChild[];
  readonly paragraph: (line: Line, options?: Omit<IParagraphOptions, 'children' | 'text'>) => Paragraph;
};

function writer({ dir, language }: ProcedureDocument): Write {
  const words = DOCUMENT_WORDS[language];
  const isRtl = dir === 'rtl';
  /** Text without a letter of either kind follows the page. */
  const reads = (line: Line) => {
    const text = line.map((run) => run.text).join('');
    const [arabic, latin] = [text.search(ARABIC), text.search(LATIN)];
    if (arabic < 0 && latin < 0) return isRtl;
    return arabic >= 0 && (latin < 0 || arabic < latin);
  };
  const paragraph: Write['paragraph'] = (line, options = {}) =>
    new Paragraph({
      spacing: { after: 80 },
      bidirectional: reads(line),
      ...options,
      children: line.map(runOf),
    });

  let lists = 0;
  const items = (all: readonly Item[], isOrdered: boolean, level = 0): readonly Paragraph[] =>
    all.flatMap((item) => [
      paragraph(item.line, {
        numbering: {
          reference: isOrdered && level === 0 ? 'numbers' : 'points',
          level: Math.min(level, 8),
          instance: lists,
        },
      }),
      ...items(item.items ?? [], isOrdered, level + 1),
    ]);

  const cell = (children: readonly FileChild[], width: number, isHead = false) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'E4F1F2', color: 'auto' } }),
      children: (children.length > 0 ? children : [new Paragraph('')]) as (Paragraph | Table)[],
    });

  const table = (head: readonly string[], rows: readonly (readonly Line[])[], height?: number) => {
    const width = Math.floor(100 / Math.max(1, head.length));
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: isRtl,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((name) => cell([paragraph([{ text: name, bold: true }])], width, true)),
        }),
        ...rows.map(
          (row) =>
            new TableRow({
              ...(height !== undefined && { height: { value: height, rule: 'atLeast' as const } }),
              children: row.map((line) => cell([paragraph(line)], width)),
            }),
        ),
      ],
    });
  };

  const answer = (asked: Answer): readonly FileChild[] => {
    switch (asked.kind) {
      case 'choice':
        return [paragraph([{ text: asked.options.map((option) => `☐ ${option}`).join('     ') }])];
      case 'date':
        return [paragraph([{ text: '__ __ / __ __ / __ __ __ __' }])];
      case 'instant':
        return [paragraph([{ text: '__ __ / __ __ / __ __ __ __     __ __ : __ __' }])];
      case 'rows':
        return asked.columns.length > 0
          ? [
              table(
                asked.columns,
                Array.from({ length: asked.count }, () => asked.columns.map(() => [{ text: '' }])),
                480,
              ),
            ]
          : [];
      default:
        return Array.from(
          { length: asked.kind === 'lines' ? asked.count : 1 },
          () =>
            new Paragraph({
              spacing: { before: 260 },
              border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '5A6670', space: 1 } },
              children: [],
            }),
        );
    }
  };

  const block = (one: Block): readonly FileChild[] => {
    switch (one.kind) {
      case 'heading': {
        const [first, ...rest] = one.line;
        const line: Line = one.id === undefined || !first ? one.line : [{ ...first, id: one.id }, ...rest];
        return [
          paragraph(line, { heading: HEADINGS[one.level - 1] ?? HeadingLevel.HEADING_4, keepNext: true }),
        ];
      }
      case 'paragraph':
        return [
          paragraph(
            one.line,
            one.tone === 'warning'
              ? { shading: { type: ShadingType.CLEAR, fill: 'FFF7EA', color: 'auto' } }
              : {},
          ),
        ];
      case 'list':
        // Each list counts from one again.
        lists += 1;
        return items(one.items, one.ordered ?? false);
      case 'pairs':
        return [
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            visuallyRightToLeft: isRtl,
            rows: one.rows.map(
              ({ label, blocks }) =>
                new TableRow({
                  children: [
                    cell([paragraph([{ text: label, bold: true }])], 24, true),
                    cell(blocks.flatMap(block), 76),
                  ],
                }),
            ),
          }),
          new Paragraph(''),
        ];
      case 'table':
        return [table(one.head, one.rows), new Paragraph('')];
      case 'question': {
        const mark = one.required ? [{ text: ` (${words.requiredMark})`, mark: true } as const] : [];
        return [
          paragraph([{ text: one.label, bold: true }, ...mark], {
            keepNext: true,
            spacing: { before: 160, after: 40 },
          }),
          ...(one.help === undefined
            ? []
            : [paragraph([{ text: one.help, italic: true }], { keepNext: true })]),
          ...answer(one.answer),
        ];
      }
    }
  };
  return { block, paragraph };
}

function runOf({ text, bold, italic, mark, id, to, href }: Line[number]): ParagraphChild {
  const run = new TextRun({
    text: text.replace(/[\u2068\u2069]/g, ''),
    ...(bold && { bold: true }),
    ...((italic || mark) && { italics: true }),
    ...(mark && { color: BROWN }),
    ...(ARABIC.test(text) && { rightToLeft: true }),
  });
  if (id !== undefined) return new Bookmark({ id: bookmark(id), children: [run] });
  if (to !== undefined) return new InternalHyperlink({ anchor: bookmark(to), children: [run] });
  if (href !== undefined && /^https?:\/\//.test(href))
    return new ExternalHyperlink({ link: href, children: [run] });
  return run;
}

/** Names of bookmarks: letters, digits and underscores, 40 at most; what is cut keeps a number of its own. */
function bookmark(id: string): string {
  const plain = id.replace(/\W/g, '_');
  if (plain.length <= 40) return plain;
  let sum = 0;
  for (const letter of plain) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007;
  return `${plain.slice(0, 30)}_${sum.toString(36)}`;
}
