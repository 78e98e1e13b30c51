import { expect, test } from 'vitest';
import { type ClaimWorld, claimName, isRobbed } from './window-claims.ts';

/** One browser without locks: pages over one table. Who is `gone` answers nothing, who `left` has said so. */
function browser() {
  const table = new Map<string, string>();
  const [gone, left, asked] = [new Set<string>(), new Set<string>(), [] as string[]];
  const page = (token: string): ClaimWorld => ({
    token,
    holderOf: async (name) => table.get(name),
    replace: async (name, seen) => {
      if (table.get(name) !== seen) return false;
      table.set(name, token);
      return true;
    },
    hasLeft: (other) => left.has(other),
    answers: async (other) => {
      asked.push(other);
      return !gone.has(other);
    },
  });
  return { page, gone, left, asked, table };
}

test('a name is the first page’s that wants it, and of no other as long as that page answers', async () => {
  const { page } = browser();
  expect(await claimName(page('a'), 'one')).toBe(true);
  expect(await claimName(page('a'), 'one')).toBe(true);
  expect(await claimName(page('b'), 'one')).toBe(false);
  expect(await claimName(page('b'), 'two')).toBe(true);
});

test('the name of a page that said good-bye is had at once, without asking', async () => {
  const { page, left, asked } = browser();
  await claimName(page('a'), 'one');
  left.add('a');
  expect(await claimName(page('b'), 'one')).toBe(true);
  expect(asked).toEqual([]);
  expect(await claimName(page('c'), 'one')).toBe(false);
});

test('the name of a page that broke down is had by one other only, though several ask at once', async () => {
  const { page, gone } = browser();
  await claimName(page('a'), 'one');
  gone.add('a');
  const had = await Promise.all(['b', 'c', 'd'].map((token) => claimName(page(token), 'one')));
  expect(had.filter(Boolean)).toHaveLength(1);
});

test('a page that slept and was taken for gone learns that its name is another’s', async () => {
  const { page, gone } = browser();
  const sleeper = page('a');
  await claimName(sleeper, 'one');
  expect(await isRobbed(sleeper, ['one'])).toBe(false);
  gone.add('a');
  await claimName(page('b'), 'one');
  expect(await isRobbed(sleeper, ['one'])).toBe(true);
});

test('on a device that keeps nothing no name is had', async () => {
  const { page } = browser();
  const closed = { ...page('a'), holderOf: () => Promise.reject(new Error('no storage')) };
  expect(await claimName(closed, 'one')).toBe(false);
});
