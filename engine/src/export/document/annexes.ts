import type { Finding } from '../../vocabulary/finding.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { Block, Chapter, Item, Line } from './document.ts';
import type { DocumentOptions } from './export-document.ts';
import { languageName } from './language-name.ts';
import { placeRun } from './place-run.ts';
import { cite, fill, groundLines, joined, list, plain, type Say } from './say.ts';
import { conditionItem } from './say-conditions.ts';
import { anchorSaid, spanSaid } from './say-span.ts';

type Ordered = { readonly order?: number | undefined };

/** The entries of a section in reading order. */
function ordered<Entry extends Ordered>(
  section: Readonly<Record<string, Entry>>,
): readonly (readonly [string, Entry])[] {
  return Object.entries(section).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
}

const note = (text: string): readonly Block[] => [{ kind: 'paragraph', line: plain(text), tone: 'quiet' }];

/** Every rule in plain sentences. */
export function rulesChapter(say: Say): Chapter {
  const { words, pack } = say;
  const blocks = Object.entries(pack.rules).flatMap(([id, rule]): readonly Block[] => {
    const more = (
      head: string,
      named: Readonly<Record<string, (typeof rule)['conditions']>> | undefined,
    ): Item[] =>
      named && Object.keys(named).length > 0
        ? [{ line: plain(head), items: Object.values(named).map((each) => conditionItem(say, each)) }]
        : [];
    const items = [
      conditionItem(say, rule.conditions),
      ...more(words.also, rule.also),
      ...more(words.orAlso, rule.or_also),
    ];
    const grounds = groundLines(say, rule);
    return [
      { kind: 'heading', level: 2, id: `rule-${id}`, line: plain(say.rule(id)) },
      { kind: 'list', items },
      ...(rule.overridable
        ? note(fill(words.overridable, { roles: list(say, rule.overridable.by.map(say.role)) }))
        : []),
      ...grounds.map((line) => ({ kind: 'paragraph', line, tone: 'quiet' }) as const),
    ];
  });
  return {
    id: 'rules',
    kind: 'rules',
    title: words.chapters.rules,
    blocks: blocks.length > 0 ? blocks : note(words.noRules),
  };
}

/** Every deadline: its span, where counting starts, who is told, what it rests on. */
export function deadlinesChapter(say: Say): Chapter {
  const { words, pack } = say;
  const rows = Object.entries(pack.deadlines).map(([id, deadline]): readonly Line[] => {
    const rungs = (deadline.escalation ?? []).map(({ at, to }) =>
      fill(words.rung, { percent: at, role: say.role(to) }),
    );
    return [
      plain(say.deadline(id)),
      plain(spanSaid(say, deadline)),
      plain(anchorSaid(say, deadline.from)),
      plain(rungs.join(words.semicolon)),
      joined(say, groundLines(say, deadline)),
    ];
  });
  return {
    id: 'deadlines',
    kind: 'deadlines',
    title: words.chapters.deadlines,
    blocks: rows.length > 0 ? [{ kind: 'table', head: words.deadlineHead, rows }] : note(words.noDeadlines),
  };
}

type Found = NonNullable<DocumentOptions['verdicts']>[number];

/** What a verdict does not say, and for want of which values. */
function wanting(say: Say, found: Found | undefined): readonly string[] {
  const { words, pack } = say;
  const names = list(
    say,
    (found?.awaits ?? []).map((id) => say.text(pack.parameters[id]?.label, id)),
  );
  if (found?.vacuous !== undefined)
    return [names === '' ? words.saysNothing : fill(words.saysNothingFor, { names })];
  return found?.verdict === 'unchecked' && names !== '' ? [fill(words.waitsFor, { names })] : [];
}

/** Every safeguard with what the checker says of it. */
export function safeguardsChapter(say: Say, { verdicts }: DocumentOptions): Chapter {
  const { words, pack } = say;
  const rows = ordered(pack.safeguards).map(([id, safeguard]): readonly Line[] => {
    const found = verdicts?.find((each) => each.id === id);
    const verdict = 'access' in safeguard.property ? 'access' : (found?.verdict ?? 'unchecked');
    const said = [fill(words.verdicts[verdict], { bound: found?.bound ?? 0 }), ...wanting(say, found)].join(
      words.comma,
    );
    const against = safeguard.broken_by
      ? [
          {
            text: `${words.comma}${fill(words.brokenBy, { note: say.text(safeguard.broken_by.note) })}`,
            mark: true,
          } as const,
        ]
      : [];
    return [
      plain(say.text(safeguard.label, id)),
      [verdict === 'broken' ? { text: said, bold: true } : { text: said }, ...against],
      joined(say, groundLines(say, safeguard)),
    ];
  });
  return {
    id: 'safeguards',
    kind: 'safeguards',
    title: words.chapters.safeguards,
    blocks: [
      ...(verdicts === undefined && rows.length > 0 ? note(words.notChecked) : []),
      ...(rows.length > 0
        ? [{ kind: 'table', head: words.safeguardHead, rows } as const]
        : note(words.noSafeguards)),
    ],
  };
}

/** What keeps the procedure from being whole: validation, languages, national law, numbers, sources, findings. */
export function missingChapter(say: Say, options: DocumentOptions): Chapter {
  const { words, pack } = say;
  const head = pack.pack;
  const items: Item[] = [];
  const tell = (text: string) => items.push({ line: plain(text) });
  if (head.review.state !== 'validated') tell(words.missing.unvalidated);
  const unreviewed = Object.entries(head.languages).flatMap(([id, state]) =>
    state === 'unreviewed' ? [languageName(id)] : [],
  );
  if (unreviewed.length > 0) tell(fill(words.missing.unreviewed, { languages: list(say, unreviewed) }));
  const foreign = countForeign(pack, say.language);
  if (foreign > 0) tell(fill(words.missing.untranslated, { count: foreign }));
  for (const [id, { value, label }] of ordered(pack.parameters))
    if (value === undefined) tell(fill(words.missing.parameter, { parameter: say.text(label, id) }));
  for (const [id, { why }] of Object.entries(head.withheld ?? {}))
    tell(fill(words.missing.withheld, { track: say.state(id), why: say.text(why) }));
  const contacts = ordered(head.contacts ?? {}).filter(([, { number }]) => number === undefined);
  if (contacts.length > 0)
    tell(
      fill(words.missing.contacts, {
        contacts: list(
          say,
          contacts.map(([id, { label }]) => say.text(label, id)),
        ),
      }),
    );
  const unread = Object.values(pack.sources).filter(
    ({ confidence }) => confidence === 'memory' || confidence === 'unknown',
  );
  if (unread.length > 0) tell(fill(words.missing.toCheck, { count: unread.length }));
  const findings = (options.findings ?? []).filter(({ severity }) => severity !== 'info');
  const told = options.sayFinding ?? (({ message }: Finding) => message);
  const found: readonly Block[] =
    findings.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, line: plain(words.missing.findings) },
          {
            kind: 'list',
            items: findings.map((finding) => ({
              line: [{ text: told(finding) }, ...placeRun(say, finding.path, told(finding))],
            })),
          },
        ];
  return {
    id: 'missing',
    kind: 'missing',
    title: words.chapters.missing,
    blocks: [
      ...(items.length > 0 ? [{ kind: 'list', items } as const] : note(words.nothingMissing)),
      ...found,
    ],
  };
}

/** Every source with what it says and how it was learned. */
export function sourcesChapter(say: Say): Chapter {
  const { words, pack } = say;
  const rows = Object.entries(pack.sources).map(([id, source]): readonly Line[] => {
    const known = [
      words.confidence[source.confidence],
      ...(source.readOn === undefined ? [] : [fill(words.readOn, { on: source.readOn })]),
      ...(source.readAbout === undefined ? [] : [fill(words.readAbout, { place: source.readAbout })]),
      ...(source.note ? [say.text(source.note)] : []),
    ];
    const cited = cite(say, id);
    const dated =
      source.date === undefined || cited.includes(source.date) ? cited : `${cited} (${source.date})`;
    const href = /^https?:\/\//.test(source.address ?? '') ? source.address : undefined;
    return [
      [{ text: dated, id: `source-${id}`, ...(href !== undefined && { href }) }],
      plain(say.text(source.says)),
      plain(list(say, known)),
    ];
  });
  return {
    id: 'sources',
    kind: 'sources',
    title: words.chapters.sources,
    blocks: rows.length > 0 ? [{ kind: 'table', head: words.sourceHead, rows }] : note(words.noSources),
  };
}

/** Texts that people read and that are not written in the language. */
function countForeign(value: unknown, language: string): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + countForeign(each, language), 0);
  if (isText(value)) return Object.hasOwn(value, language) ? 0 : 1;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      key === 'scenarios' || key === 'machine' || key === 'languages'
        ? sum
        : sum + countForeign(each, language),
    0,
  );
}

function isText(value: object): value is Text {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([key, each]) =>
        typeof each === 'string' && /^[a-z]{2,3}(-|$)/.test(key) && key !== 'by' && key !== 'id',
    )
  );
}
