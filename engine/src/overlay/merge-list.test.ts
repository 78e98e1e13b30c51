import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Json } from '../vocabulary/json.ts';
import { mergeList } from './merge-list.ts';
import { type JsonObject, mergePatch } from './merge-patch.ts';

const merged = (element: z.ZodType, base: readonly Json[], patch: JsonObject): Json =>
  mergeList(element, 'list', base, patch, { findings: [], stale: [] }, (_, entry, change) =>
    mergePatch(entry, change),
  );

test('entries that have an id are told apart by it: null removes, true adds, an object merges in its place', () => {
  const element = z.strictObject({ id: z.string(), note: z.string().optional() });
  const base = [{ id: 'b', note: 'old' }, { id: 'a' }, { id: 'c' }];
  expect(merged(element, base, { b: { note: 'new' }, a: null, d: true })).toEqual([
    { id: 'b', note: 'new' },
    { id: 'c' },
    { id: 'd' },
  ]);
});

test('of several fields that could tell them apart, the target counts before the fact, and the fact before the id', () => {
  const both = z.strictObject({ id: z.string(), fact: z.string() });
  expect(merged(both, [{ id: 'x', fact: 'y' }], { y: null })).toEqual([]);
  const door = z.strictObject({ fact: z.string(), target: z.string() });
  expect(merged(door, [{ fact: 'y', target: '#z' }], { '#z': null })).toEqual([]);
});
