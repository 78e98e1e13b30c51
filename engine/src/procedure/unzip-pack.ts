import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import type { Finding } from '../vocabulary/finding.ts';
import { LIMITS } from './limits.ts';
import type { PackFiles } from './pack.ts';
import { problem } from './report.ts';

const NAME = /^(?:[^/]+\.(?:json|md)|(?:scenarios|how)\/[^/]+\.(?:json|md))$/;
/** Bytes that deflate may add to what cannot be made smaller. */
const OVERHEAD = 1_000;

/**
 * The texts of a pack from an archive (.zip) of its folder, or of what stands in it. Names that lead out of the folder are refused,
 * sizes are those that the archive states and no more is written than that; it never throws. `parsePack` judges the texts.
 */
export function unzipPack(bytes: Uint8Array): {
  readonly files?: PackFiles;
  readonly findings: readonly Finding[];
} {
  const entries = listEntries(bytes);
  if (!entries) return { findings: [broken()] };
  const findings: Finding[] = [];
  if (entries.length > LIMITS.files)
    findings.push(
      problem('limit.files', 'pack.json', `There are more than ${LIMITS.files} files; take some away.`, {
        limit: LIMITS.files,
      }),
    );
  for (const { name } of entries)
    if (leadsOut(name))
      findings.push(
        problem(
          'archive.name',
          name.slice(0, 200),
          'A name in the archive leads out of its folder; make the archive again.',
          {
            file: name.slice(0, 200),
          },
        ),
      );
  const folder = folderOf(entries.map(({ name }) => name));
  const wanted = entries.filter(
    ({ name }) => name.startsWith(folder) && NAME.test(name.slice(folder.length)),
  );
  const total = wanted.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (total > LIMITS.packBytes || wanted.some(isSwollen))
    findings.push(
      problem('limit.pack_size', 'pack.json', 'The pack is larger than 5 MB; shorten it.', {
        limit: LIMITS.packBytes,
      }),
    );
  if (findings.length === 0 && wanted.length === 0)
    findings.push(
      problem('archive.no_pack', 'pack.json', 'This archive holds no pack: pack.json is missing.'),
    );
  if (findings.length > 0) return { findings };
  const names = new Set(wanted.map(({ name }) => name));
  const texts = readEntries(bytes, names);
  if (!texts) return { findings: [broken()] };
  return {
    files: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.slice(folder.length), text])),
    findings,
  };
}

/** What an archive says it holds, nothing unpacked; undefined when it is none. */
function listEntries(bytes: Uint8Array): readonly UnzipFileInfo[] | undefined {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        if (entries.length <= LIMITS.files && !entry.name.endsWith('/')) entries.push(entry);
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return entries;
}

function readEntries(bytes: Uint8Array, names: ReadonlySet<string>): Record<string, string> | undefined {
  try {
    const found = unzipSync(bytes, { filter: ({ name }) => names.has(name) });
    return Object.fromEntries(Object.entries(found).map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    return undefined;
  }
}

/** More packed than unpacked: a size that is not true. */
function isSwollen({ size, originalSize }: UnzipFileInfo): boolean {
  return originalSize > LIMITS.packBytes || size > originalSize * 1.1 + OVERHEAD;
}

function leadsOut(name: string): boolean {
  return (
    name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\\') || name.split('/').includes('..')
  );
}

/** The folder in which the shallowest `pack.json` stands, with its slash; empty when it stands at the top. */
function folderOf(names: readonly string[]): string {
  const heads = names.filter((name) => name === 'pack.json' || name.endsWith('/pack.json'));
  const shallow = heads.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0];
  return shallow === undefined ? '' : shallow.slice(0, -'pack.json'.length);
}

function broken(): Finding {
  return problem(
    'archive.broken',
    'pack.json',
    'This file is no archive, or it is cut short; make it again.',
  );
}
