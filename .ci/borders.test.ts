// The borders between the folders are rules of the linter; here each is crossed once on purpose, in a copy,
// so that an upgrade or a careless edit of biome.json cannot open one unseen.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');

/** A file, what stands in it, and the rule that must refuse it. */
const crossings: [file: string, source: string, rule: string][] = [
  ['engine/src/a/imports-runtime.ts', "import { x } from '@parcours/runtime';\nx();", 'noRestrictedImports'],
  ['engine/src/a/imports-door.ts', "import { x } from '../index.ts';\nx();", 'noRestrictedImports'],
  [
    'engine/src/a/reads-files.ts',
    "import { readFileSync } from 'node:fs';\nreadFileSync('x');",
    'noNodejsModules',
  ],
  ['engine/src/a/reads-clock.ts', 'export const now = Date.now();', 'noRestrictedGlobals'],
  ['engine/src/a/makes-date.ts', 'export const now = new Date();', 'noRestrictedGlobals'],
  ['engine/src/a/waits.ts', 'setTimeout(() => 1, 1);', 'noRestrictedGlobals'],
  ['engine/src/a/throws-dice.ts', 'export const dice = Math.random();', 'plugin'],
  ['engine/src/a/temporal-now.ts', 'export const now = Temporal.Now.instant();', 'plugin'],
  ['engine/src/a/sorts-by-locale.ts', "export const order = 'a'.localeCompare('b');", 'plugin'],
  ['engine/src/a/takes-anything.ts', 'export const take = (x: any): unknown => x;', 'noExplicitAny'],
  ['engine/src/a/exports-default.ts', 'const x = 1;\nexport default x;', 'noDefaultExport'],
  ['engine/src/a/exports-all.ts', "export * from './throws-dice.ts';", 'noReExportAll'],
  ['engine/src/a/barrel.ts', "export { dice } from './throws-dice.ts';", 'noBarrelFile'],
  [
    'engine/src/a/cycle-one.ts',
    "import { b } from './cycle-two.ts';\nexport const a = () => b;",
    'noImportCycles',
  ],
  [
    'engine/src/a/cycle-two.ts',
    "import { a } from './cycle-one.ts';\nexport const b = () => a;",
    'noImportCycles',
  ],
  ['engine/src/a/undeclared.ts', "import { x } from 'left-pad';\nx();", 'noUndeclaredDependencies'],
  ['engine/src/a/BadName.ts', 'export const x = 1;', 'useFilenamingConvention'],
  [
    'runtime/src/imports-editor.ts',
    "import { x } from '../../editor/src/x.ts';\nx();",
    'noRestrictedImports',
  ],
  [
    'runtime/src/inner-path.ts',
    "import { x } from '../../engine/src/rules/x.ts';\nx();",
    'noRestrictedImports',
  ],
  ['editor/src/imports-runtime.ts', "import { x } from '@parcours/runtime';\nx();", 'noRestrictedImports'],
  [
    'editor/src/second-client.ts',
    "import { x } from '@parcours/runtime/client';\nx();",
    'noRestrictedImports',
  ],
  ['editor/src/client.ts', "import { x } from '@parcours/runtime';\nx();", 'noRestrictedImports'],
  ['editor/src/speaks-sql.ts', "import { x } from 'kysely';\nx();", 'noRestrictedImports'],
  [
    'editor/src/reads-files.ts',
    "import { readFileSync } from 'node:fs';\nreadFileSync('x');",
    'noNodejsModules',
  ],
  ['examples/inner-path.ts', "import { x } from '../engine/src/rules/x.ts';\nx();", 'noRestrictedImports'],
  ['engine/bench/inner-path.ts', "import { x } from '../src/rules/x.ts';\nx();", 'noRestrictedImports'],
];

/** Files that look like a crossing and are none. */
const allowed: [file: string, source: string][] = [
  ['engine/src/index.ts', "export { take } from './a/takes-anything.ts';\n"],
  [
    'engine/src/a/clock.test.ts',
    "import { readFileSync } from 'node:fs';\n\nreadFileSync(String(Date.now()));\n",
  ],
  ['editor/src/views/uses-engine.ts', "import { parsePack } from '@parcours/engine';\n\nparsePack({});\n"],
  ['examples/public-door.ts', "import { parsePack } from '@parcours/engine';\n\nparsePack({});\n"],
];

const copy = mkdtempSync(join(tmpdir(), 'parcours-borders-'));
const refusals = new Map<string, string[]>();

const biomeReport = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

beforeAll(() => {
  for (const path of ['biome.json', '.ci/biome', 'engine/package.json', 'runtime/package.json']) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  for (const path of ['editor/package.json', 'examples/package.json'])
    cpSync(join(root, path), join(copy, path));
  for (const [file, source] of [...crossings, ...allowed]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), source);
  }
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false'],
    { cwd: copy, encoding: 'utf8' },
  );
  for (const { category, location } of biomeReport.parse(JSON.parse(stdout)).diagnostics) {
    const rule = category.split('/').at(-1) ?? category;
    refusals.set(location.path, [...(refusals.get(location.path) ?? []), rule]);
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the linter', () => {
  test.for(crossings)('refuses %s', ([file, , rule]) => {
    expect(refusals.get(file)).toContain(rule);
  });
  test.for(allowed)('allows %s', ([file]) => {
    expect(refusals.get(file)).toBeUndefined();
  });
});

test('reading a file, a clock of the host or the screen does not compile in the engine', () => {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'borders-'));
  try {
    const attempts = [
      "import 'node:fs';",
      'process.cwd();',
      'setTimeout(() => 1, 1);',
      'console.log(1);',
      "fetch('x');",
      'document.title;',
    ];
    for (const [index, source] of attempts.entries())
      writeFileSync(join(folder, `attempt-${index}.ts`), source);
    const config = {
      extends: join(root, 'engine', 'tsconfig.json'),
      compilerOptions: { incremental: false },
      include: ['*.ts'],
      exclude: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
    for (const index of attempts.keys()) expect(stdout).toContain(`attempt-${index}.ts(1,`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
