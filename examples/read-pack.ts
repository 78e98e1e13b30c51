/** A pack of the folder `procedures/`, as every example takes it: read from disk, parsed, checked. */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  checkStructure,
  type Finding,
  isSound,
  type Pack,
  type PackFiles,
  parsePack,
} from '@parcours/engine';

const PROCEDURES = new URL('../procedures/', import.meta.url);

/** The files of a pack, by their names in its folder: the engine itself reads no disk. */
export function readPackFiles(id: string): PackFiles {
  const folder = new URL(`${id}/`, PROCEDURES);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => /\.(json|md)$/.test(name))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(new URL(name, folder), 'utf8')]),
  );
}

/** A procedure ready to compile; throws with every error when it cannot run. */
export function readPack(id: string): Pack {
  const { parsed, findings } = parsePack(readPackFiles(id));
  if (parsed?.kind !== 'procedure')
    throw new Error(`${id} is no procedure that can be read. ${told(findings)}`);
  const checked = checkStructure(parsed.pack);
  if (!isSound(checked)) throw new Error(`${id} cannot run. ${told(checked)}`);
  return parsed.pack;
}

function told(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ path, message }) => `${path}: ${message}`).join('\n');
}

/** True for the file that was started, and not for one that is imported. */
export function isProgram(address: string): boolean {
  return (
    process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(address))
  );
}
