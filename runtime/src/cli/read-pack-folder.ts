/**
 * A pack folder as the texts the engine takes. It comes from outside: nothing beyond the folder is read, whatever its
 * links say, and no more than a pack may weigh. What is too large is cut just past the limit, so that the engine tells it.
 */
import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LIMITS, type PackFiles } from '@parcours/engine';

const FOLDERS = new Set(['scenarios', 'how']);
const READ = /\.(json|md)$/;

/** The first bytes of a file as text; at most one byte more than a file of a pack may have. */
function readStart(path: string): { readonly text: string; readonly bytes: number } {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(statSync(path).size, LIMITS.fileBytes + 1));
    const bytes = readSync(file, buffer, 0, buffer.length, 0);
    return { text: buffer.toString('utf8', 0, bytes), bytes };
  } finally {
    closeSync(file);
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && !way.startsWith(`..${sep}`) && way !== '..';
}

function namesIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (!FOLDERS.has(entry.name)) return [entry.name];
    if (!isInside(root, realpathSync(join(root, entry.name)))) return [];
    if (!statSync(join(root, entry.name)).isDirectory()) return [entry.name];
    return readdirSync(join(root, entry.name)).map((name) => `${entry.name}/${name}`);
  });
}

/** The real path of a regular file inside the folder, or undefined: links that lead out or nowhere are not followed. */
function realFile(root: string, name: string): string | undefined {
  try {
    const path = realpathSync(join(root, name));
    return isInside(root, path) && statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the files of a pack. Throws what the file system throws when the folder itself cannot be read. */
export function readPackFolder(folder: string): PackFiles {
  const root = realpathSync(folder);
  const files: Record<string, string> = Object.create(null) as Record<string, string>;
  let total = 0;
  let count = 0;
  for (const name of namesIn(root).sort()) {
    if (!READ.test(name) || count > LIMITS.files || total > LIMITS.packBytes) continue;
    const path = realFile(root, name);
    if (path === undefined) continue;
    const { text, bytes } = readStart(path);
    files[name] = text;
    total += bytes;
    count += 1;
  }
  return { ...files };
}
