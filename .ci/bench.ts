// `npm run -s bench -- NAME [arguments]` runs NAME.ts out of the workspaces' bench folders.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folders = ['engine', 'runtime', 'editor'].map((workspace) => join(root, workspace, 'bench'));
const [name = '', ...rest] = process.argv.slice(2);
const file = folders.map((folder) => join(folder, `${name}.ts`)).find((path) => existsSync(path));

if (file) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...rest], { cwd: root, stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  const names = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder))
    .filter((entry) => entry.endsWith('.ts'))
    .map((entry) => entry.slice(0, -'.ts'.length));
  console.error(`No bench is called "${name}". There are: ${names.join(', ') || 'none yet'}.`);
  process.exitCode = 1;
}
