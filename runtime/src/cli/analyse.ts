import { parseArgs } from 'node:util';
import {
  analyseRules,
  type ChoiceAnalysis,
  type Contradiction,
  type ExampleChild,
  type Finding,
  type RuleAnalyses,
} from '@parcours/engine';
import type { CliCommand } from './command.ts';
import { findOnePack } from './find-pack.ts';
import { loadPack } from './load-pack.ts';
import { partsBar } from './progress.ts';
import { table } from './table.ts';

const shown = ({ code, severity, path, message }: Finding) => ({ code, severity, path, message });

const inWords = ({ words }: ExampleChild): string => words['en'] ?? '';

const exclusions = (contradictions: readonly Contradiction[]): string =>
  contradictions.map(({ of }) => of.join(' and ')).join('; ');

/** Where a list stands, as people say it: the step and the event, the deadline, or that nobody is asked. */
const placeOf = ({ state, kind, name }: ChoiceAnalysis): readonly [string, string] => [
  state,
  kind === 'event' ? name : kind === 'after' ? `when ${name} has passed` : kind,
];

type Part = {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

function partsOf({ choices, rules, stuck, unasked }: RuleAnalyses): readonly Part[] {
  const ofChoices = (rowsOf: (choice: ChoiceAnalysis) => readonly (readonly string[])[]) =>
    choices.flatMap((choice) => rowsOf(choice).map((row) => [...placeOf(choice), ...row]));
  const gapsOf = (wanted: (until: readonly string[] | undefined) => boolean) =>
    stuck.flatMap(({ step, gaps }) =>
      gaps.filter(({ until }) => wanted(until)).map((gap) => ({ step, gap })),
    );
  return [
    {
      title: 'Children who find no way on, whatever is answered',
      headings: ['step', 'child'],
      rows: gapsOf((until) => until === undefined).map(({ step, gap }) => [step, inWords(gap.example)]),
    },
    {
      title: 'Facts that a step needs and that may not have been asked',
      headings: ['step', 'facts', 'asked', 'child'],
      rows: unasked.map(({ step, facts, never, example }) => [
        step,
        facts.join(', '),
        never ? 'by no form' : 'not on every path',
        inWords(example),
      ]),
    },
    {
      title: 'Rules that no child satisfies, or every child',
      headings: ['rule', 'yes for', 'what excludes what'],
      rows: rules
        .filter(({ verdict }) => verdict !== 'answered')
        .map(({ rule, verdict, contradictions }) => [
          rule,
          verdict === 'never' ? 'nobody' : 'everybody',
          exclusions(contradictions),
        ]),
    },
    {
      title: 'Rules that only ask for an answer',
      headings: ['rule'],
      rows: rules.filter(({ verdict }) => verdict === 'answered').map(({ rule }) => [rule]),
    },
    {
      title: 'Ways that no child can take',
      headings: ['step', 'list', 'way', 'what excludes what'],
      rows: ofChoices(({ never }) =>
        never.map(({ candidate, contradictions }) => [String(candidate + 1), exclusions(contradictions)]),
      ),
    },
    {
      title: 'Ways never taken, because another before them always is',
      headings: ['step', 'list', 'way'],
      rows: ofChoices(({ shadowed }) => shadowed.map(({ candidate }) => [String(candidate + 1)])),
    },
    {
      title: 'Steps that wait for another answer',
      headings: ['step', 'until', 'child'],
      rows: gapsOf((until) => until !== undefined).map(({ step, gap }) => [
        step,
        gap.until?.join(', ') ?? '',
        inWords(gap.example),
      ]),
    },
    {
      title: 'Lists that leave children out, though every answer is known',
      headings: ['step', 'list', 'child'],
      rows: ofChoices(({ gaps }) =>
        gaps.filter(({ kind }) => kind === 'known').map(({ example }) => [inWords(example)]),
      ),
    },
    {
      title: 'Ways that are open together: the first is taken',
      headings: ['step', 'list', 'first', 'second', 'child'],
      rows: ofChoices(({ overlaps }) =>
        overlaps.map(({ first, second, example }) => [
          String(first + 1),
          String(second + 1),
          inWords(example),
        ]),
      ),
    },
  ];
}

function asText(id: string, analysed: RuleAnalyses, ms: number): string {
  const parts = partsOf(analysed).filter(({ rows }) => rows.length > 0);
  const count = (severity: string) => analysed.findings.filter((one) => one.severity === severity).length;
  return [
    id,
    ...parts.flatMap(({ title, headings, rows }) => ['', `${title} (${rows.length})`, table(headings, rows)]),
    '',
    analysed.complete ? 'Every rule and every list was looked at.' : 'Not everything was looked at.',
    `${count('error')} errors, ${count('warning')} warnings, ${count('info')} remarks; ${ms} ms`,
  ].join('\n');
}

/** Says what the rules of a pack leave open, say twice or never say, each with an invented child in plain words. */
export const analyse: CliCommand = {
  usage: 'analyse <pack> [--json] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, library: { type: 'string' } },
    });
    const place = findOnePack(positionals, values.library, home);
    const { id, hash, pathway, findings: ofPack } = loadPack(place);
    if (!pathway) {
      const errors = ofPack.filter(({ severity }) => severity === 'error');
      if (values.json) out(JSON.stringify({ pack: id, hash, findings: errors.map(shown), complete: false }));
      else
        out(
          table(
            ['severity', 'where', 'what'],
            errors.map((one) => [one.severity, one.path, one.message]),
          ),
        );
      return 1;
    }
    const started = performance.now();
    const bar = partsBar();
    const analysed = analyseRules(pathway.pack, { onPart: bar.tell });
    bar.end();
    const ms = Math.round(performance.now() - started);
    if (values.json) {
      const { findings, ...found } = analysed;
      out(JSON.stringify({ pack: id, hash, findings: findings.map(shown), ...found, ms }));
    } else {
      out(asText(id, analysed, ms));
    }
    return analysed.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
