import { parseArgs } from 'node:util';
import {
  type BehaviourDifference,
  behaviourDiff,
  type Difference,
  diffPacks,
  type Words,
} from '@parcours/engine';
import { type CliCommand, UsageError } from './command.ts';
import { readVersion } from './read-version.ts';
import { table } from './table.ts';

const USUAL_STORIES = 0;
const USUAL_SEED = 1;
const LANGUAGES = ['fr', 'en', 'es', 'ar'] as const satisfies readonly (keyof Words)[];

function languageOf(text = 'en'): keyof Words {
  const language = LANGUAGES.find((one) => one === text);
  if (!language) throw new UsageError(`--language takes one of ${LANGUAGES.join(', ')}.`);
  return language;
}

function wholeNumber(text: string | undefined, usual: number, option: string): number {
  if (text === undefined) return usual;
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`--${option} takes a whole number.`);
  return Number(text);
}

/** Scenarios of a pack stand in it; those invented are given whole, so that they can be kept. */
const storyAsJson = ({ scenario, ...story }: BehaviourDifference) =>
  story.invented ? { ...story, scenario } : story;

const endOf = (told: BehaviourDifference['before']): string =>
  'untold' in told ? 'cannot be told' : (told.outcome ?? (told.steps.join(', ') || told.status));

function asText(
  differences: readonly Difference[],
  stories: readonly BehaviourDifference[],
  language: keyof Words,
): string {
  const sections = [...new Set(differences.map(({ section }) => section))];
  const told = sections.flatMap((section) => [
    section,
    ...differences.filter((one) => one.section === section).map(({ words }) => `  ${words[language]}`),
    '',
  ]);
  const rows = stories.map(({ story, differs, before, after, parts }) => [
    story,
    endOf(before),
    endOf(after),
    parts ? `act ${parts.act}, ${parts.at}` : '',
    differs.join(', '),
  ]);
  const ends =
    rows.length > 0 ? [table(['story', 'before', 'after', 'they part at', 'differs'], rows), ''] : [];
  return [
    ...told,
    ...ends,
    `${differences.length} differences; ${stories.length} stories go differently`,
  ].join('\n');
}

/** Says what two versions of a pack say differently, and which stories end differently. */
export const diff: CliCommand = {
  usage: 'diff <before> <after> [--language fr|en|es|ar] [--stories N] [--seed N] [--json] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        language: { type: 'string' },
        library: { type: 'string' },
        seed: { type: 'string' },
        stories: { type: 'string' },
      },
    });
    const [first, second, ...rest] = positionals;
    if (first === undefined || second === undefined || rest.length > 0)
      throw new UsageError('Name two packs: the version before and the version after.');
    const language = languageOf(values.language);
    const count = wholeNumber(values.stories, USUAL_STORIES, 'stories');
    const seed = wholeNumber(values.seed, USUAL_SEED, 'seed');
    const before = readVersion(first, values.library, home);
    const after = readVersion(second, values.library, home);
    const differences = diffPacks(before.pack, after.pack);
    const scenarios = { ...after.pack.scenarios, ...before.pack.scenarios };
    const stories = behaviourDiff(before.pathway, after.pathway, scenarios, { count, seed });
    const named = ({ pack, hash }: typeof before) => ({ id: pack.pack.id, version: pack.pack.version, hash });
    out(
      values.json
        ? JSON.stringify({
            before: named(before),
            after: named(after),
            differences,
            behaviour: stories.map(storyAsJson),
          })
        : asText(differences, stories, language),
    );
    return 0;
  },
};
