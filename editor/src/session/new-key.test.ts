import { afterEach, expect, test, vi } from 'vitest';
import { newKey } from './new-key.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

test('a key is a random UUID, no two alike', () => {
  const keys = Array.from({ length: 200 }, newKey);
  expect(keys.every((key) => UUID.test(key))).toBe(true);
  expect(new Set(keys).size).toBe(200);
});

test('over plain http, where a browser keeps randomUUID to itself, keys are made all the same', () => {
  vi.stubGlobal('crypto', {
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) =>
      globalThis.structuredClone(bytes).map((_, at) => at * 16 + 15),
  });
  expect(newKey()).toBe('0f1f2f3f-4f5f-4f7f-8f9f-afbfcfdfefff');
});
