import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Choice,
  EngineError,
  type ParsedPack,
  parsePack,
  type Rebase,
  rebase as rebaseOverlay,
} from '@parcours/engine';
import { type CliCommand, UsageError } from './command.ts';
import { findPack } from './find-pack.ts';
import { readPackFolder } from './read-pack-folder.ts';
import { readVersion } from './read-version.ts';
import { table } from './table.ts';

type Overlay = Extract<ParsedPack, { kind: 'overlay' }>;

function readOverlay(named: string, library: string | undefined, home: string) {
  const place = findPack(named, library, home);
  const { parsed, findings } = parsePack(readPackFolder(place.folder));
  if (parsed?.kind === 'overlay') return { overlay: parsed, folder: place.folder };
  const first = findings.find(({ severity }) => severity === 'error');
  throw new UsageError(
    first
      ? `${named} cannot be read (${first.path}: ${first.message}).`
      : `${named} is no overlay: name one that extends another pack.`,
  );
}

/** `--choose deadlines/visit_by/within=theirs`, as often as there are conflicts. */
function readChoices(texts: readonly string[]): Readonly<Record<string, Choice>> {
  return Object.fromEntries(
    texts.map((text): [string, Choice] => {
      const [, path, choice] = /^(.+)=(ours|theirs)$/.exec(text) ?? [];
      if (path === undefined) throw new UsageError(`--choose takes PATH=ours or PATH=theirs, not ${text}.`);
      return [path, choice === 'ours' ? 'ours' : 'theirs'];
    }),
  );
}

/** Safeguards that are not decided by then are told as bounded. */
const LONGEST_PROOF_MS = 60_000;

function asText({ conflicts, findings, settled, overlay, verdicts }: Rebase): string {
  const rows = conflicts.map(({ path, words, choice }) => [choice ?? 'to choose', words.en, path]);
  const found = findings.map(({ severity, path, message }) => [severity, path, message]);
  const onto = `${overlay.head.extends?.id} ${overlay.head.extends?.version}`;
  const tally = new Map<string, number>();
  for (const { verdict } of verdicts) tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
  const safeguards = [...tally].map(([verdict, n]) => `${n} ${verdict}`).join(', ') || 'none';
  return [
    ...(rows.length > 0 ? [table(['choice', 'what both changed', 'where'], rows), ''] : []),
    ...(found.length > 0 ? [table(['severity', 'where', 'what'], found), ''] : []),
    `safeguards: ${safeguards}`,
    `${overlay.head.id} over ${onto}: ${conflicts.length} conflicts, ${settled ? 'settled' : 'not settled yet'}`,
  ].join('\n');
}

/** Writes the files of an overlay into a folder that is new or empty. */
function writeOverlay({ patch }: Overlay, from: string, to: string): void {
  const folder = resolve(to);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`${to} is not empty: name a new folder.`);
  mkdirSync(join(folder, 'scenarios'), { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  const { scenarios, ...sections } = patch;
  for (const [name, section] of Object.entries(sections)) write(`${name}.json`, section);
  for (const [id, story] of Object.entries(scenarios ?? {})) write(`scenarios/${id}.json`, story);
  const readme = join(from, 'README.md');
  if (existsSync(readme)) writeFileSync(join(folder, 'README.md'), readFileSync(readme));
}

/** Carries an overlay from one version of its base to the next. */
export const rebase: CliCommand = {
  usage: 'rebase <overlay> <from> <to> [--choose PATH=ours|theirs]... [--write DIR] [--json] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        choose: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        library: { type: 'string' },
        write: { type: 'string' },
      },
    });
    const [named, from, to, ...rest] = positionals;
    if (named === undefined || from === undefined || to === undefined || rest.length > 0)
      throw new UsageError('Name an overlay, the version of its base that it extends, and the next one.');
    const choices = readChoices(values.choose ?? []);
    const { overlay, folder } = readOverlay(named, values.library, home);
    const before = readVersion(from, values.library, home);
    const after = readVersion(to, values.library, home);
    const until = performance.now() + LONGEST_PROOF_MS;
    const stop = () => performance.now() > until;
    const result = carried(overlay, before.pack, after.pack, choices, { stop });
    const strange = Object.keys(choices).find((path) => !result.conflicts.some((one) => one.path === path));
    if (strange !== undefined)
      throw new UsageError(`There is no conflict at ${strange}: choose among those told.`);
    if (values.write !== undefined) writeOverlay(result.overlay, folder, values.write);
    const { conflicts, settled, hash, findings, verdicts } = result;
    const told = findings.map(({ code, severity, path, message }) => ({ code, severity, path, message }));
    const { extends: onto, id } = result.overlay.head;
    out(
      values.json
        ? JSON.stringify({
            overlay: id,
            extends: onto,
            hash: hash ?? null,
            settled,
            conflicts,
            findings: told,
            safeguards: verdicts.map(({ id: of, verdict, why }) => ({
              id: of,
              verdict,
              ...(why && { why }),
            })),
          })
        : asText(result),
    );
    return settled ? 0 : 1;
  },
};

function carried(...given: Parameters<typeof rebaseOverlay>): Rebase {
  try {
    return rebaseOverlay(...given);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'pack.mismatch') throw new UsageError(error.message);
    throw error;
  }
}
