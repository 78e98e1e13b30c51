import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): unknown => JSON.parse(readFileSync(resolve(root, path), 'utf8'));

const versions = z.record(z.string(), z.string()).default({});
const manifest = z.object({ dependencies: versions, devDependencies: versions });
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), version: z.string().optional() }),
  ),
});

test.for([
  'package.json',
  'engine/package.json',
  'runtime/package.json',
  'editor/package.json',
  'examples/package.json',
])('%s pins exact versions', (path) => {
  const { dependencies, devDependencies } = manifest.parse(read(path));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the lock file names no registry, so that everybody installs from their own', () => {
  const { packages } = lockfile.parse(read('package-lock.json'));
  const hosts = Object.values(packages).filter(({ resolved }) => resolved?.includes('://'));
  expect(hosts).toEqual([]);
});

test.for([
  ['hono', '4.13.5'],
  ['@hono/node-server', '2.0.10'],
] as const)('%s stays at or above %s, where its security holes were mended', ([name, floor]) => {
  const { packages } = lockfile.parse(read('package-lock.json'));
  const versions = Object.entries(packages).flatMap(([path, { version }]) =>
    path.endsWith(`node_modules/${name}`) && version !== undefined ? [version] : [],
  );
  expect(versions.length).toBeGreaterThan(0);
  for (const version of versions)
    expect(version.localeCompare(floor, 'en', { numeric: true }), version).toBeGreaterThanOrEqual(0);
});

test('XState stays on 5.33: what was measured of it is measured there, and version 6 is another machine', () => {
  const { packages } = lockfile.parse(read('package-lock.json'));
  expect(packages['node_modules/xstate']?.version).toMatch(/^5\.33\./);
});
