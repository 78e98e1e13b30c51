import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CliCommand, UsageError } from './command.ts';
import { findPack, loadPack, type TimedPack } from './load-pack.ts';
import { table } from './table.ts';

const round = (ms: number): number => Math.round(ms * 1000) / 1000;

function asJson(loaded: TimedPack) {
  return {
    pack: loaded.id,
    hash: loaded.hash,
    findings: loaded.findings.map(({ code, severity, path, message }) => ({ code, severity, path, message })),
    safeguards: loaded.verdicts.map((verdict) => ({ ms: 0, ...verdict })),
    ms: round(loaded.ms),
  };
}

function asText(loaded: TimedPack): string {
  const count = (severity: string) =>
    loaded.findings.filter((finding) => finding.severity === severity).length;
  const rows = loaded.findings.map(({ severity, path, message, code }) => [severity, path, message, code]);
  const verdicts = new Map<string, number>();
  for (const { verdict } of loaded.verdicts) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  const safeguards = [...verdicts].map(([verdict, n]) => `${n} ${verdict}`).join(', ') || 'none';
  return [
    `${loaded.id} ${loaded.hash.slice(0, 12)}`,
    ...(rows.length > 0 ? ['', table(['severity', 'where', 'what', 'code'], rows)] : []),
    '',
    `${count('error')} errors, ${count('warning')} warnings, ${count('info')} remarks; safeguards: ${safeguards}; ${round(loaded.ms)} ms`,
  ].join('\n');
}

/** Says everything that is wrong with a pack. */
export const check: CliCommand = {
  usage: 'check <pack> [--json] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, library: { type: 'string' } },
    });
    const [named, ...rest] = positionals;
    if (named === undefined || rest.length > 0) throw new UsageError('Name one pack: a folder or an id.');
    const place = findPack(named, values.library, join(home, 'procedures'));
    if (!place)
      throw new UsageError(`There is no pack ${named}: give its folder, or its id and --library DIR.`);
    const loaded = loadPack(place);
    out(values.json ? JSON.stringify(asJson(loaded)) : asText(loaded));
    return loaded.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
