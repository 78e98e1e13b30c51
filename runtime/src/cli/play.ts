import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { EngineError, LIMITS, type PackFiles, type Playback, play as playScenario } from '@parcours/engine';
import { type CliCommand, UsageError } from './command.ts';
import { findPack } from './find-pack.ts';
import { loadPack } from './load-pack.ts';
import { table } from './table.ts';

/** Under which id a scenario from a file joins the pack. */
const FROM_FILE = 'from_file';

/** The scenario's text, when a file was named. */
function scenarioFile(named: string): PackFiles | undefined {
  if (!existsSync(named) || !statSync(named).isFile()) return undefined;
  if (statSync(named).size > LIMITS.fileBytes)
    throw new UsageError(`${basename(named)} is larger than 1 MB.`);
  return { [`scenarios/${FROM_FILE}.json`]: readFileSync(named, 'utf8') };
}

function asJson({ ok, route, deadlines, outcome, mismatches }: Playback) {
  return { ok, route, deadlines, outcome: outcome ?? null, mismatches };
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

function asText({ ok, route, deadlines, outcome, mismatches }: Playback): string {
  const due = deadlines.map((row) => [row.id, row.due ?? 'not known', row.state]);
  const wrong = mismatches.map(({ path, expected, got }) => [path, shown(expected), shown(got)]);
  return [
    `route    ${route.join(' > ')}`,
    `outcome  ${outcome ?? 'still open'}`,
    ...(due.length > 0 ? ['', table(['deadline', 'due', 'state'], due)] : []),
    ...(wrong.length > 0 ? ['', table(['where', 'expected', 'got'], wrong)] : []),
    '',
    ok ? 'as its author expects' : `${mismatches.length} differences`,
  ].join('\n');
}

/** Plays one scenario and compares it with what its author expects. */
export const play: CliCommand = {
  usage: 'play <pack> <scenario> [--json] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, library: { type: 'string' } },
    });
    const [named, scenarioName, ...rest] = positionals;
    if (named === undefined || scenarioName === undefined || rest.length > 0) {
      throw new UsageError('Name one pack and one scenario of it.');
    }
    const place = findPack(named, values.library, home);
    const added = scenarioFile(scenarioName);
    const { pack, pathway, findings } = loadPack(place, added);
    if (!pack || !pathway) {
      const first = findings.find(({ severity }) => severity === 'error');
      throw new UsageError(`The pack cannot run (${first?.path}: ${first?.message}). Run check on it.`);
    }
    const id = added ? FROM_FILE : scenarioName;
    const scenario = Object.hasOwn(pack.scenarios, id) ? pack.scenarios[id] : undefined;
    if (!scenario) {
      const known = Object.keys(pack.scenarios).join(', ') || 'none';
      throw new UsageError(`There is no scenario ${id}: give a file, or one of the pack's (${known}).`);
    }
    try {
      const playback = playScenario(pathway, scenario);
      out(values.json ? JSON.stringify(asJson(playback)) : asText(playback));
      return playback.ok ? 0 : 1;
    } catch (error) {
      if (error instanceof EngineError && error.code === 'scenario.invalid')
        throw new UsageError(error.message);
      throw error;
    }
  },
};
