import { basename, join } from 'node:path';
import {
  checkStructure,
  compile,
  EngineError,
  type Finding,
  isSound,
  type PackFiles,
  type ParsedPack,
  parsePack,
  resolvePack,
  uncheckedVerdicts,
} from '@parcours/engine';
import type { LoadedPack } from '../packs/pack-shelf.ts';
import { isPackFolder, type PackPlace } from './find-pack.ts';
import { readPackFolder } from './read-pack-folder.ts';

/** A pack as read, and the milliseconds that the engine took for it (reading the disk not counted). */
export type ReadPack = Omit<TimedPack, 'verdicts' | 'pathway'>;

/** A pack loaded, and the milliseconds that the engine took for it (reading the disk not counted). */
export type TimedPack = LoadedPack & { readonly ms: number };

const unsound = (error: EngineError): Finding => ({
  code: error.code,
  severity: 'error',
  path: 'machine',
  parameters: error.parameters,
  message: error.message,
});

/** What is wrong in a pack that this one extends, at its place there. */
const inBase = (base: string, found: Finding): Finding => ({
  ...found,
  path: `../${base}/${found.path}`,
  message: `In ${base}: ${found.message}`,
});

/**
 * Reads and resolves a pack, for `verify` to look at. What is wrong with it are findings; it never throws for a wrong pack.
 * `added` are files that stand elsewhere and count as the folder's, for example a scenario; `known` remembers packs of the
 * library between calls.
 */
export function readPack(
  place: PackPlace,
  added: PackFiles = {},
  known: Map<string, ParsedPack | undefined> = new Map(),
): ReadPack {
  const readIfThere = (id: string): PackFiles | undefined =>
    isPackFolder(place.library, id) ? readPackFolder(join(place.library, id)) : undefined;
  let ms = 0;
  const timed = <T>(work: () => T): T => {
    const started = performance.now();
    const result = work();
    ms += performance.now() - started;
    return result;
  };
  const files = { ...readPackFolder(place.folder), ...added };
  const own = timed(() => parsePack(files));
  if (!own.parsed) return { id: basename(place.folder), hash: '', chain: [], findings: own.findings, ms };
  const { parsed } = own;
  const id = parsed.kind === 'procedure' ? parsed.pack.pack.id : parsed.head.id;
  if (id === basename(place.folder) && Object.keys(added).length === 0) known.set(id, parsed);
  // What it extends is read before the clock runs: the engine asks for it by id.
  const ofBase: Finding[] = [];
  const library = (wanted: string): ParsedPack | undefined => {
    if (!known.has(wanted)) {
      const started = performance.now();
      const texts = readIfThere(wanted);
      ms -= performance.now() - started;
      const read = texts ? parsePack(texts) : undefined;
      known.set(wanted, read?.parsed);
      if (read && !read.parsed) ofBase.push(...read.findings.map((one) => inBase(wanted, one)));
    }
    return known.get(wanted);
  };
  const resolved = timed(() => resolvePack(parsed, library));
  const findings: Finding[] = [...own.findings, ...ofBase, ...resolved.findings];
  const { pack } = resolved;
  const chain = [...resolved.chain].reverse().map((link) => `${link.id}@${link.version}`);
  const hash = resolved.hash ?? parsed.hash;
  return { id, hash, chain, findings, ms, ...(pack && { pack }) };
}

/** Reads, resolves, checks and compiles a pack. Its safeguards are left unchecked: `verify` decides them. */
export function loadPack(
  place: PackPlace,
  added: PackFiles = {},
  known: Map<string, ParsedPack | undefined> = new Map(),
): TimedPack {
  const read = readPack(place, added, known);
  const { pack, hash } = read;
  if (!pack) return { ...read, verdicts: [] };
  const started = performance.now();
  const findings = [...read.findings, ...checkStructure(pack)];
  const told = (more: Partial<TimedPack>): TimedPack => ({
    ...read,
    findings,
    verdicts: uncheckedVerdicts(pack, 'nobody asked yet'),
    ms: read.ms + performance.now() - started,
    ...more,
  });
  if (!isSound(findings)) return told({});
  try {
    const pathway = compile(pack, hash);
    return told({ pathway });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return told({ findings: [...findings, unsound(error)] });
  }
}
