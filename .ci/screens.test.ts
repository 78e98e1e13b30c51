// Every address of the application is walked by `npm run screens`, or leads on to one that is: a new page that nobody walks fails here, without a browser.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './test-files.ts';

const root = resolve(import.meta.dirname, '..');

/** Addresses where nothing of their own is seen, and why. */
const LEADS_ON: Readonly<Record<string, string>> = {
  '/': 'it leads on to the cases',
  '/drafts/*?': 'the drafts have addresses of their own',
  '/drafts/:id': 'it leads on to the first view of the draft',
  '/simulator/*?': 'the simulator has addresses of its own',
};

const told = (folder: string, files: RegExp, address: RegExp) =>
  [...filesBelow(join(root, folder))]
    .filter((file) => files.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(address)].map((match) => match[1] ?? ''));
const routes = new Set(told('editor/src', /(?<!\.stories)\.tsx$/, /<Route\b[^>]*?\spath="([^"]*)"/g));
const walked = new Set(told('e2e/every-screen', /\.ts$/, /\bgo\('([^']*)'/g));

test('every address of the application is walked, or leads on to one that is', () => {
  expect(routes.size).toBeGreaterThan(Object.keys(LEADS_ON).length);
  expect([...routes].filter((route) => !walked.has(route) && LEADS_ON[route] === undefined)).toEqual([]);
});

test('what is walked, or leads on, is an address of the application; but for one that is none', () => {
  const unknown = [...walked, ...Object.keys(LEADS_ON)].filter((route) => !routes.has(route));
  expect(unknown).toEqual(['/nowhere']);
  expect(Object.keys(LEADS_ON).filter((route) => walked.has(route))).toEqual([]);
});
