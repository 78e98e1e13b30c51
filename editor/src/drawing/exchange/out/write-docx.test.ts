import { exportDocument } from '@parcours/engine';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { samplePack } from '../../../fixtures/sample-pack.ts';
import { writeDocx } from './write-docx.ts';

const html = async (bytes: Uint8Array) => (await mammoth.convertToHtml({ buffer: bytes as never })).value;

test('a Word file has real headings, tables and lists, and every step', async () => {
  const pack = samplePack();
  const said = await html(await writeDocx(exportDocument(pack, 'fr', { hash: 'f'.repeat(64) })));
  expect(said).toMatch(/<h1>/);
  expect(said).toMatch(/<table>/);
  expect(said).toMatch(/<ul>/);
  const text = said.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&');
  for (const { title } of Object.values(pack.steps)) expect(text).toContain(title['fr']);
  expect(text).toContain('f'.repeat(64));
  expect(text).toContain('Proposé, sans base légale');
});

test('Arabic stands from right to left, in paragraphs, runs and tables', async () => {
  const bytes = await writeDocx(exportDocument(samplePack(), 'ar'));
  const body = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  expect(body).toContain('<w:bidi/>');
  expect(body).toContain('<w:rtl/>');
  expect(body).toContain('<w:bidiVisual/>');
});

test('words of a pack never become markup of the file', async () => {
  const pack = samplePack();
  const evil = '</w:t></w:r><w:r><w:t>x & <b>';
  const bytes = await writeDocx(
    exportDocument({ ...pack, pack: { ...pack.pack, title: { fr: evil } } }, 'fr'),
  );
  expect(await html(bytes)).toContain('&lt;/w:t&gt;');
});
