import { parseArgs } from 'node:util';
import { type Finding, type Verdict, verify } from '@parcours/engine';
import type { CliCommand } from './command.ts';
import { findOnePack } from './find-pack.ts';
import { type ReadPack, readPack } from './load-pack.ts';
import { type Progress, progressBar } from './progress.ts';
import { table } from './table.ts';
import { verdictLines } from './verdict-lines.ts';

/** A verdict and the milliseconds of engine time it took. */
type TimedVerdict = Verdict & { readonly ms: number };
type Checked = ReadPack & { readonly verdicts: readonly TimedVerdict[] };

const round = (ms: number): number => Math.round(ms * 1000) / 1000;

/** Finds everything wrong with a pack that can be read, and decides its safeguards, each timed. */
function checked(read: ReadPack, progress: Progress): Checked {
  const { pack } = read;
  if (!pack) return { ...read, verdicts: [] };
  const spent = new Map<string, number>();
  const started = performance.now();
  let [at, since, decided] = ['', started, 0];
  const turnTo = (id: string): void => {
    const now = performance.now();
    spent.set(at, (spent.get(at) ?? 0) + now - since);
    [at, since] = [id, now];
  };
  const { findings, verdicts } = verify(pack, {
    onTurn: (id) => {
      turnTo(id);
      progress.tell(decided, id);
    },
    onVerdict: ({ id }) => {
      decided += 1;
      progress.tell(decided, id);
    },
  });
  turnTo('');
  progress.end();
  return {
    ...read,
    findings: [...read.findings, ...findings],
    verdicts: verdicts.map((verdict) => ({ ...verdict, ms: round(spent.get(verdict.id) ?? 0) })),
    ms: read.ms + performance.now() - started,
  };
}

function asJson({ id: pack, hash, findings, verdicts, ms }: Checked) {
  return {
    pack,
    hash,
    findings: findings.map(({ code, severity, path, message }) => ({ code, severity, path, message })),
    safeguards: verdicts.map(({ id, verdict, ms: own, story, ...more }) => ({
      id,
      verdict,
      ms: own,
      ...(story && { story }),
      ...more,
    })),
    ms: round(ms),
  };
}

function asText({ id, hash, pack, findings, verdicts, ms }: Checked): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const rows = findings.map(({ severity, path, message, code }) => [severity, path, message, code]);
  const tally = new Map<string, number>();
  for (const { verdict } of verdicts) tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
  const safeguards = [...tally].map(([verdict, n]) => `${n} ${verdict}`).join(', ') || 'none';
  return [
    `${id} ${hash.slice(0, 12)}`,
    ...(rows.length > 0 ? ['', table(['severity', 'where', 'what', 'code'], rows)] : []),
    ...(pack && verdicts.length > 0 ? ['', ...verdictLines(pack, verdicts)] : []),
    '',
    `${count('error')} errors, ${count('warning')} warnings, ${count('info')} remarks; safeguards: ${safeguards}; ${round(ms)} ms`,
  ].join('\n');
}

/** Says everything that is wrong with a pack, and whether its safeguards hold on every path. */
export const check: CliCommand = {
  usage: 'check <pack> [--json] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, library: { type: 'string' } },
    });
    const place = findOnePack(positionals, values.library, home);
    const read = readPack(place);
    const found = checked(read, progressBar(Object.keys(read.pack?.safeguards ?? {}).length));
    out(values.json ? JSON.stringify(asJson(found)) : asText(found));
    return found.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
