import { parseArgs } from 'node:util';
import {
  EngineError,
  type Entry,
  type IdMap,
  type Instant,
  type MigrationPlan,
  type Pathway,
  planMigration,
  play,
  safeguardsFrom,
  toInstant,
} from '@parcours/engine';
import { z } from 'zod';
import { type CliCommand, UsageError } from './command.ts';
import { readCases, readJson } from './read-cases.ts';
import { readVersion } from './read-version.ts';
import { table } from './table.ts';

const ids = z.record(z.string(), z.string()).optional();
const mapShape = z.strictObject({ steps: ids, deadlines: ids, events: ids, facts: ids });

function readMap(file: string | undefined): IdMap {
  if (file === undefined) return {};
  const parsed = mapShape.safeParse(readJson(file));
  if (!parsed.success)
    throw new UsageError(
      'A map holds "steps", "deadlines", "events", "facts": each from old ids to new ones.',
    );
  return Object.fromEntries(Object.entries(parsed.data).filter(([, names]) => names));
}

type Planned = MigrationPlan & { readonly story?: string; readonly act?: number };

/** Every case that the scenarios of the old version pass through: one after each act, in the instant of that act. */
function* plansOfStories(
  from: Pathway,
  to: Pathway,
  { map, prove }: { readonly map: IdMap; readonly prove: boolean },
): Generator<Planned, void, undefined> {
  let entries: readonly Entry[] = [];
  const provedFrom = prove ? safeguardsFrom(() => entries) : undefined;
  for (const [story, scenario] of Object.entries(from.pack.scenarios)) {
    entries = [];
    for (const { act, at, caseFile, entries: more } of play(from, scenario).frames) {
      entries = [...entries, ...more];
      yield { ...planMigration(from, to, caseFile, { at, map, provedFrom }), story, act };
    }
  }
}

function* plansOfCases(
  from: Pathway,
  to: Pathway,
  path: string,
  { at, map }: { readonly at: Instant; readonly map: IdMap },
): Generator<Planned, void, undefined> {
  for (const caseFile of readCases(path)) yield planMigration(from, to, caseFile, { at, map });
}

/** A progress line on a terminal alone: the counting of many cases is seen to go on. */
function* counted(plans: Iterable<Planned>, isShown: boolean): Generator<Planned, void, undefined> {
  let done = 0;
  for (const plan of plans) {
    done += 1;
    if (isShown) process.stderr.write(`\r${done} cases`);
    yield plan;
  }
  if (isShown && done > 0) process.stderr.write('\n');
}

const nameOf = ({ case: id, story, act }: Planned): string =>
  story === undefined ? id : `${story}, act ${act}`;

function asText(plans: readonly Planned[]): string {
  const obstacles = plans.flatMap((plan) =>
    plan.obstacles.map(({ code, message }) => [nameOf(plan), code, message]),
  );
  const moves = plans.flatMap((plan) =>
    plan.deadlines
      .filter(({ change }) => change !== 'kept')
      .map((move) => [
        nameOf(plan),
        move.row,
        move.state,
        move.change,
        move.before ?? '',
        move.after ?? '',
        move.cites.join(', '),
      ]),
  );
  const going = plans.filter(({ ok }) => ok).length;
  return [
    ...(moves.length > 0
      ? [table(['case', 'deadline', 'of', 'change', 'before', 'after', 'cites'], moves), '']
      : []),
    ...(obstacles.length > 0 ? [table(['case', 'why it stays', 'what'], obstacles), ''] : []),
    `${going} of ${plans.length} cases can go; nothing was changed`,
  ].join('\n');
}

/** Plans the migration of cases from one version to another, and changes nothing. */
export const migrate: CliCommand = {
  usage:
    'migrate <from> <to> --dry-run [--case FILE|DIR] [--map FILE] [--at INSTANT] [--safeguards] [--json] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        case: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        library: { type: 'string' },
        map: { type: 'string' },
        safeguards: { type: 'boolean' },
      },
    });
    const [first, second, ...rest] = positionals;
    if (first === undefined || second === undefined || rest.length > 0)
      throw new UsageError('Name two packs: the version that cases stand on and the one they would go to.');
    if (!values['dry-run'])
      throw new UsageError(
        'Only --dry-run is done here: running cases are migrated by the service that keeps them.',
      );
    if (values.safeguards && values.case !== undefined)
      throw new UsageError('A case file does not tell its history: --safeguards is asked along the stories.');
    const map = readMap(values.map);
    const from = readVersion(first, values.library, home).pathway;
    const to = readVersion(second, values.library, home).pathway;
    try {
      const at = toInstant(values.at ?? new Date().toISOString());
      const plans =
        values.case === undefined
          ? plansOfStories(from, to, { map, prove: values.safeguards === true })
          : plansOfCases(from, to, values.case, { at, map });
      const all = [...counted(plans, !values.json && process.stderr.isTTY === true)];
      const ok = all.every((plan) => plan.ok);
      out(values.json ? JSON.stringify({ from: from.hash, to: to.hash, ok, cases: all }) : asText(all));
      return ok ? 0 : 1;
    } catch (error) {
      if (error instanceof EngineError) throw new UsageError(error.message);
      throw error;
    }
  },
};
