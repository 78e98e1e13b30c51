import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePack } from '../procedure/parse-pack.ts';
import { samplePackFiles, sampleSections } from '../procedure/sample-pack.ts';
import { checkStructure } from './check-structure.ts';
import { verify } from './verify.ts';

/** Every place of the sample that holds something, as a path, with its value. */
function places(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return [
    [path, value],
    ...Object.entries(value).flatMap(([key, member]) => places(member, `${path}/${key}`)),
  ];
}
const everywhere = Object.entries(sampleSections()).flatMap(([name, section]) => places(section, name));
const paths = everywhere.map(([path]) => path);
const values = everywhere.map(([, value]) => value);

/** What still looks like a pack: pieces of the sample put where other pieces were, or taken away. */
const shuffled = fc.array(
  fc.tuple(fc.constantFrom(...paths), fc.oneof(fc.constantFrom(...values), fc.constant(undefined))),
  {
    minLength: 1,
    maxLength: 4,
  },
);

test('never throws on a pack that its schema accepts, and says the same twice', () => {
  let checked = 0;
  fc.assert(
    fc.property(shuffled, (breaks) => {
      const files = (() => {
        try {
          return samplePackFiles(Object.fromEntries(breaks));
        } catch {
          return undefined;
        }
      })();
      const parsed = files && parsePack(files).parsed;
      if (parsed?.kind !== 'procedure') return;
      checked++;
      expect(JSON.stringify(checkStructure(parsed.pack))).toBe(JSON.stringify(checkStructure(parsed.pack)));
      const told = () => JSON.stringify(verify(parsed.pack, { maxStates: 300 }));
      expect(told()).toBe(told());
    }),
    { numRuns: 150 },
  );
  expect(checked).toBeGreaterThan(5);
});
