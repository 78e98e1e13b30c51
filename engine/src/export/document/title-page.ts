import type { Block, Line } from './document.ts';
import type { DocumentOptions } from './export-document.ts';
import { languageName } from './language-name.ts';
import { fill, isProposed, list, plain, type Say } from './say.ts';

/** What stands on the title page: version, hash, review state, languages, who wrote it, whom to call. */
export function titlePage(say: Say, options: DocumentOptions): readonly Block[] {
  const { words, pack } = say;
  const head = pack.pack;
  const { from, until } = head.effective ?? {};
  const effective = [
    ...(from === undefined ? [] : [fill(words.effectiveFrom, { from })]),
    ...(until === undefined ? [] : [fill(words.effectiveUntil, { until })]),
  ];
  const country = options.country ?? (head.jurisdiction === '001' ? words.world : head.jurisdiction);
  const rows: readonly (readonly [string, readonly Line[]])[] = [
    [words.jurisdiction, [plain(country)]],
    [words.version, [plain(head.version)]],
    [words.hash, options.hash === undefined ? [] : [plain(options.hash)]],
    [words.reviewState, [[{ text: words.review[head.review.state], bold: true }]]],
    [words.validations, head.review.validations.map((each) => plain(fill(words.validation, each)))],
    [words.effective, effective.length > 0 ? [plain(list(say, effective))] : []],
    [
      words.adapts,
      head.extends
        ? [
            plain(
              fill(words.versionOf, {
                title: options.base ?? head.extends.id,
                version: head.extends.version,
              }),
            ),
          ]
        : [],
    ],
    [
      words.languages,
      [
        plain(
          list(
            say,
            Object.entries(head.languages).map(([id, state]) => `${languageName(id)} (${words[state]})`),
          ),
        ),
      ],
    ],
    [words.authors, head.authors.length > 0 ? [plain(list(say, head.authors))] : []],
    [words.licence, [plain(head.licence)]],
    [words.printedOn, options.printedOn === undefined ? [] : [plain(options.printedOn)]],
  ];
  const summary = say.text(head.summary);
  return [
    ...(summary === '' ? [] : [{ kind: 'paragraph', line: plain(summary) } as const]),
    {
      kind: 'pairs',
      rows: rows.flatMap(([label, lines]) =>
        lines.length > 0
          ? [{ label, blocks: lines.map((line) => ({ kind: 'paragraph', line }) as const) }]
          : [],
      ),
    },
    { kind: 'paragraph', line: plain(fill(words.aboutProposed, countProposed(say))), tone: 'warning' },
    { kind: 'paragraph', line: plain(words.aboutStandard), tone: 'quiet' },
    ...contactBlocks(say),
  ];
}

function contactBlocks(say: Say): readonly Block[] {
  const { words, pack } = say;
  const contacts = Object.entries(pack.pack.contacts ?? {}).sort(
    ([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0),
  );
  if (contacts.length === 0) return [];
  const lineOf = ([id, { label, number, hours }]: (typeof contacts)[number]): Line => [
    { text: `${say.text(label, id)}${words.colon}` },
    number === undefined ? { text: words.noNumber, mark: true } : { text: number, bold: true },
    ...(hours ? [{ text: `${words.comma}${say.text(hours)}` }] : []),
  ];
  return [
    { kind: 'paragraph', line: [{ text: words.contacts, bold: true }] },
    { kind: 'list', items: contacts.map((each) => ({ line: lineOf(each) })) },
  ];
}

/** Of all elements that must say what they rest on, those that rest on practice. */
function countProposed({ pack }: Say): { readonly count: number; readonly all: number } {
  const grounded = [pack.steps, pack.events, pack.rules, pack.deadlines, pack.safeguards, pack.effects]
    .flatMap((section) =>
      Object.values<{ readonly basis?: 'law' | 'standard' | 'practice' | undefined }>(section),
    )
    .filter(({ basis }) => basis !== undefined);
  return { count: grounded.filter(isProposed).length, all: grounded.length };
}
