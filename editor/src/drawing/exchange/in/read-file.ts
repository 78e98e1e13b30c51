import { type Finding, LIMITS, type PackFiles, parsePack, unzipPack } from '@parcours/engine';
import type { DraftLanguage } from './draft-words.ts';
import { isMachine, readMachine } from './machine/read-machine.ts';
import { readTable } from './read-table.ts';
import { nothing, READ_LIMITS, type Reading, trouble } from './reading.ts';
import { readXlsx } from './sheet/read-xlsx.ts';
import { readDocx } from './word/read-docx.ts';

/** What people bring: a file, a table they pasted, or the files of a folder. */
export type Brought =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string }
  | { readonly kind: 'folder'; readonly files: PackFiles };

/** Reads whatever it is, by what stands in it rather than by its name. Runs nothing, loads nothing, never rejects. */
export async function readFile(brought: Brought, language: DraftLanguage): Promise<Reading> {
  if (brought.kind === 'pasted') return readText(brought.text, '', language);
  if (brought.kind === 'folder') return readPack(brought.files);
  const { bytes, name } = brought;
  if (bytes.length > READ_LIMITS.fileBytes)
    return nothing(trouble('large', name, 'This file is larger than 10 MB.', 'error', { limit: 10 }));
  if (bytes.length === 0) return nothing(trouble('empty', name, 'This file is empty.'));
  if (isArchive(bytes)) return readArchive(bytes, name);
  const other = otherKind(bytes, name);
  if (other) return nothing(other);
  const text = decoded(bytes);
  if (text === undefined)
    return nothing(trouble('unknown', name, 'This is no Word document, table, machine or procedure.'));
  return readText(text, name.replace(/\.[^.]*$/, ''), language);
}

async function readArchive(bytes: Uint8Array, name: string): Promise<Reading> {
  const document = await readDocx(bytes);
  if (document.kind === 'document') return document;
  if (document.findings.some(({ code }) => code === 'exchange.swollen' || code === 'exchange.declares'))
    return document;
  if (
    document.findings.some(({ code }) => code === 'exchange.not_word') &&
    holdsName(bytes, 'xl/workbook.xml')
  )
    return readXlsx(bytes);
  const known = ZIPPED.find(({ sign }) => holdsName(bytes, sign));
  if (known && document.findings.some(({ code }) => code === 'exchange.not_word'))
    return nothing(trouble(known.code, name, known.message));
  if (/\.docx$/i.test(name)) return document;
  const { files, findings } = unzipPack(bytes);
  return files ? readPack(files) : { kind: 'nothing', findings };
}

function readText(text: string, title: string, language: DraftLanguage): Reading {
  const isJson = /^\s*[{[]/.test(text.slice(0, 1_000));
  if (!isJson) return readTable(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return nothing(trouble('json', 'machine', 'This file looks like JSON and cannot be read as such.'));
  }
  if (isMachine(value)) return readMachine(value, { language, title });
  return nothing(trouble('no_machine', 'machine', 'There are no states in this file.'));
}

/** The files of a pack: whether they are one is for `parsePack`, whose findings are told. */
function readPack(files: PackFiles): Reading {
  if (Object.keys(files).length > LIMITS.files)
    return nothing(trouble('many_files', 'pack.json', 'There are too many files in this folder.'));
  const { parsed, findings } = parsePack(files);
  return parsed ? { kind: 'pack', files, findings } : { kind: 'nothing', findings };
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Files of other programs, each with what to do about it; undefined for text. */
function otherKind(bytes: Uint8Array, name: string): Finding | undefined {
  const starts = (sign: string) => latin(bytes.subarray(0, sign.length)) === sign;
  if (starts('%PDF')) return trouble('pdf', name, 'This is a PDF: open it in Word and save it as .docx.');
  if (starts('{\\rtf'))
    return trouble('rtf', name, 'This is RTF text: open it in Word and save it as .docx.');
  if (/^\s*<(?:!doctype html|html)/i.test(latin(bytes.subarray(0, 200))))
    return trouble('html', name, 'This is a web page: open it in Word and save it as .docx.');
  if (!starts('\u00d0\u00cf\u0011\u00e0')) return undefined;
  if (holdsName(bytes, wide('EncryptedPackage')))
    return trouble('locked', name, 'This file is locked by a password: save it without one.');
  if (holdsName(bytes, wide('Workbook')))
    return trouble(
      'excel',
      name,
      'This is a workbook of another kind: save it as .xlsx, or copy its rows and paste them.',
    );
  return trouble('old_word', name, 'This is a document of an older Word (.doc); save it as .docx first.');
}

/** What archives of other programs hold by name. */
const ZIPPED = [
  {
    sign: 'xl/workbook.bin',
    code: 'excel',
    message: 'This is a workbook of another kind: save it as .xlsx, or copy its rows and paste them.',
  },
  {
    sign: 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    code: 'excel',
    message: 'This is a workbook of another kind: save it as .xlsx, or copy its rows and paste them.',
  },
  {
    sign: 'mimetypeapplication/vnd.oasis.opendocument',
    code: 'libre',
    message: 'This is a LibreOffice document: save it as .docx.',
  },
  { sign: 'ppt/presentation', code: 'slides', message: 'These are slides: copy their text into Word.' },
] as const;

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const wide = (text: string): string => [...text].map((letter) => `${letter}\0`).join('');
const holdsName = (bytes: Uint8Array, name: string): boolean => latin(bytes).includes(name);

/** Text in UTF-8 or UTF-16, else as spreadsheets of Windows write it; undefined for what is no text. */
function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.subarray(0, 4_000).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
