import { strToU8, zipSync } from 'fflate';
import type { Brought } from './word-file.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OPEN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPES = `${OPEN}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const body = (inside: string) => `<w:document xmlns:w="${SPACE}"><w:body>${inside}</w:body></w:document>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const docx = (name: string, parts: Readonly<Record<string, Uint8Array>>): Brought => ({
  name,
  mimeType: WORD,
  buffer: Buffer.from(zipSync({ '[Content_Types].xml': strToU8(TYPES), ...parts }, { level: 9 })),
});
const document = (xml: string) => ({ 'word/document.xml': strToU8(xml) });

/** Cut in the middle, as a download that stopped. */
export function cutShort(file: Brought): Brought {
  return { ...file, name: 'coupé.docx', buffer: file.buffer.subarray(0, file.buffer.length / 2) };
}

/** A few kilobytes that unpack to 200 MB. */
export function bomb(): Brought {
  const swollen = new Uint8Array(200_000_000).fill(0x20);
  return docx('bombe.docx', { 'word/document.xml': swollen });
}

/** The size that the archive states for the document is a lie: it says a hundred bytes. */
export function liar(): Brought {
  const file = docx('menteur.docx', { 'word/document.xml': new Uint8Array(90_000_000).fill(0x20) });
  const { buffer } = file;
  for (let at = 0; at < buffer.length - 30; at += 1) {
    const isLocal = buffer.readUInt32LE(at) === 0x04034b50;
    const isCentral = buffer.readUInt32LE(at) === 0x02014b50;
    const size = isLocal ? at + 22 : at + 24;
    if ((isLocal || isCentral) && buffer.readUInt32LE(size) === 90_000_000) buffer.writeUInt32LE(100, size);
  }
  return file;
}

/** Entities that grow to billions of letters, and one that asks for a file of the machine. */
export function entities(): Brought {
  const grown = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
  const declared = `<!DOCTYPE w:document [<!ENTITY l0 "ha">${grown.join('')}<!ENTITY own SYSTEM "file:///etc/passwd">]>`;
  return docx('entités.docx', document(`${OPEN}${declared}${body(paragraph('&l9;&own;'))}`));
}

/** An archive of a procedure one of whose names leads out of its folder. */
export function climber(): Brought {
  const files = {
    'pack.json': strToU8('{}'),
    '../../evil.json': strToU8('{}'),
    '/etc/evil.json': strToU8('{}'),
  };
  return { name: 'grimpeur.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(files)) };
}

/** More bytes than are read. */
export function huge(): Brought {
  return { name: 'énorme.docx', mimeType: WORD, buffer: Buffer.alloc(11_000_000, 0x50) };
}

/** A true Word file with more paragraphs than a committee ever read. */
export function endless(): Brought {
  const many = Array.from({ length: 6_000 }, (_, at) => paragraph(`Paragraphe ${at}`)).join('');
  return docx('sans fin.docx', document(`${OPEN}${body(many)}`));
}

/** Words that look like markup and like script. */
export function markup(): Brought {
  const evil = '&lt;img src=x onerror="document.title=1"&gt; &lt;script&gt;document.title=2&lt;/script&gt;';
  return docx('balises.docx', document(`${OPEN}${body(paragraph('1. Recevoir') + paragraph(evil))}`));
}
