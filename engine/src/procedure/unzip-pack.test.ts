import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipPack } from '../export/zip-pack.ts';
import { parsePack } from './parse-pack.ts';
import { samplePack } from './sample-pack.ts';
import { unzipPack } from './unzip-pack.ts';
import { writePack } from './write-pack.ts';

const pack = samplePack();
const files = writePack({ kind: 'procedure', pack, hash: '' });
const codes = (bytes: Uint8Array) => unzipPack(bytes).findings.map(({ code }) => code);

describe('a pack as an archive', () => {
  test('comes back with the same hash', () => {
    const back = unzipPack(zipPack(files, 'sample'));
    expect(back.findings).toEqual([]);
    expect(parsePack(back.files ?? {}).parsed?.hash).toBe(parsePack(files).parsed?.hash);
  });

  test('is the same bytes each time', () => {
    expect(zipPack(files, 'sample')).toEqual(zipPack({ ...files }, 'sample'));
  });

  test('is read whether or not it stands in a folder', () => {
    const flat = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    expect(unzipPack(flat).files).toEqual(files);
  });
});

describe('a hostile archive is refused', () => {
  test.each(['../pack.json', '/etc/pack.json', 'a/../../pack.json', 'C:/pack.json', '..\\pack.json'])(
    'with a name that leads out: %s',
    (name) => expect(codes(zipSync({ [name]: strToU8('{}') }))).toContain('archive.name'),
  );

  test('that swells to more than a pack may weigh', () => {
    const bomb = zipSync({ 'pack.json': strToU8('{}'), 'steps.json': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(codes(bomb)).toEqual(['limit.pack_size']);
  });

  test('that states a small size and holds more: no more is written than was stated', () => {
    const bomb = zipSync({ 'pack.json': new Uint8Array(30_000_000) });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === 30_000_000) view.setUint32(at, 40_000, true);
    const { files: read } = unzipPack(bomb);
    expect(read?.['pack.json']?.length ?? 0).toBeLessThanOrEqual(40_000);
  });

  test('with more files than a pack has', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5_200 }, (_, n) => [`how/s${n}.fr.md`, strToU8('x')]),
    );
    expect(codes(zipSync(many, { level: 0 }))).toContain('limit.files');
  });

  test('that holds something else', () => {
    expect(codes(zipSync({ 'photo.jpg': strToU8('x') }))).toEqual(['archive.no_pack']);
  });

  test('with a name that JavaScript reserves', () => {
    const bytes = zipSync({ 'pack.json': strToU8('{}'), 'how/__proto__.fr.md': strToU8('x') });
    const { files: read } = unzipPack(bytes);
    expect(parsePack(read ?? {}).parsed).toBeUndefined();
    expect(({} as Record<string, unknown>)['fr']).toBeUndefined();
  });

  test('cut short anywhere, or random bytes: findings, never an exception', () => {
    const whole = zipPack(files, 'sample');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
          fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
            const changed = whole.slice();
            changed[at] = byte;
            return changed;
          }),
        ),
        (bytes) => {
          const { files: read, findings } = unzipPack(bytes);
          if (read === undefined) expect(findings.length).toBeGreaterThan(0);
          else parsePack(read);
        },
      ),
      { numRuns: 150 },
    );
  });
});
