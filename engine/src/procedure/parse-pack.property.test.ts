import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePack } from './parse-pack.ts';
import { readJson } from './read-json.ts';
import { samplePackFiles, sampleSections } from './sample-pack.ts';

const sections = Object.keys(sampleSections());
const fileName = fc.oneof(
  fc.constantFrom(...sections.map((name) => `${name}.json`), 'how/visit.en.md', 'scenarios/x.json'),
  fc.string(),
);

test('reads every JSON text as JSON.parse does, apart from what it tells', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ noUnicodeString: false } as object),
      fc.constantFrom(0, 2),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const reading = readJson(text);
        if (reading.flaws.length === 0)
          expect(JSON.stringify(reading.value)).toBe(JSON.stringify(JSON.parse(text)));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('calls JSON exactly what JSON.parse calls JSON', () => {
  const fragments = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '"',
      '\\u00',
      '\n',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fragments.map((each) => each.join('')),
      ),
      (text) => {
        const isJson = (() => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        expect(readJson(text).flaws.some((flaw) => flaw.code === 'json.syntax')).toBe(!isJson);
      },
    ),
    { numRuns: 5_000 },
  );
});

test('never throws on arbitrary files', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
  fc.assert(
    fc.property(fc.dictionary(fileName, anyText), (files) => {
      const { parsed, findings } = parsePack({ ...samplePackFiles(), ...files });
      expect(parsed !== undefined || findings.some((finding) => finding.severity === 'error')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('never throws on what is not even a folder', () => {
  fc.assert(fc.property(fc.anything(), (anything) => void parsePack(anything as never)));
});

/** Every place of the sample, as a path that `sampleSections` can break. */
function places(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => places(member, `${path}/${key}`))];
}
const everywhere = sections.flatMap((name) => places(sampleSections()[name], name));

test('never throws on a sample mutated anywhere, and is silent only about what still parses', () => {
  const mutation = fc.tuple(
    fc.constantFrom(...everywhere),
    fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant(undefined)),
  );
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const files = (() => {
        try {
          return samplePackFiles(Object.fromEntries(mutations));
        } catch {
          return undefined;
        }
      })();
      if (files === undefined) return;
      const { parsed, findings } = parsePack(files);
      expect(parsed === undefined).toBe(findings.some((finding) => finding.severity === 'error'));
    }),
    { numRuns: 300 },
  );
});
