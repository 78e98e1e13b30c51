import { describe, expect, test } from 'vitest';
import { idSchema, packIdSchema, REFERENCE_KINDS, referenceSchema } from './ids.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('the id of a pack', () => {
  test.each(['a', 'child-protection', 'x9', 'a'.repeat(64)])('%s is one', (id) => {
    expect(accepts(packIdSchema, id)).toBe(true);
  });

  test.each(['', '9a', '-a', 'Child', 'a_b', 'a.b', 'a/b', '../a', 'a b', 'é', 'a\n', 'a'.repeat(65)])(
    '%j is none',
    (id) => {
      expect(accepts(packIdSchema, id)).toBe(false);
    },
  );
});

describe('every other id', () => {
  test.each(['a', 'hear_child', 'x9', 'a'.repeat(64)])('%s is one', (id) => {
    expect(accepts(idSchema, id)).toBe(true);
  });

  test.each(['', '9', '1a', '_a', 'A', 'hear-child', 'a.b', '#a', 'a b', 'é', 'a\n', 'a'.repeat(65)])(
    '%j is none',
    (id) => {
      expect(accepts(idSchema, id)).toBe(false);
    },
  );

  test.each(['__proto__', 'constructor', 'prototype'])(
    '%s is refused where it is named, not only as a key',
    (id) => {
      expect(accepts(idSchema, id)).toBe(false);
    },
  );
});

describe('a reference that could be ambiguous', () => {
  test.each(REFERENCE_KINDS)('is typed: %s:name', (kind) => {
    expect(accepts(referenceSchema, `${kind}:hear_child`)).toBe(true);
  });

  test.each(['hear_child', ':hear_child', 'state:hear_child', 'step:', 'step:Hear', 'step:a:b', 'Step:a'])(
    '%s is none',
    (reference) => {
      expect(accepts(referenceSchema, reference)).toBe(false);
    },
  );
});
