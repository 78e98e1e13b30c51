import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './command.ts';

/** The database key of a file that only its owner may read; made (32 random bytes, hexadecimal) when there is none. */
export function readKey(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new UsageError(`Others can read the key ${file}. Make it yours alone: chmod 600 ${file}`);
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32) throw new UsageError(`The key in ${file} is too short: 32 characters at least.`);
  return key;
}
