import { LIMITS, type PackFiles, parsePack, unzipPack } from '@parcours/engine';
import type { DraftLanguage } from './draft-words.ts';
import { readDocx } from './read-docx.ts';
import { isMachine, readMachine } from './read-machine.ts';
import { readTable } from './read-table.ts';
import { nothing, READ_LIMITS, type Reading, trouble } from './reading.ts';

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
  if (isOldWord(bytes))
    return nothing(
      trouble('old_word', name, 'This is a document of an older Word (.doc); save it as .docx first.'),
    );
  const text = decoded(bytes);
  if (text === undefined)
    return nothing(trouble('unknown', name, 'This is no Word document, table, machine or procedure.'));
  return readText(text, name.replace(/\.[^.]*$/, ''), language);
}

async function readArchive(bytes: Uint8Array, name: string): Promise<Reading> {
  const document = await readDocx(bytes);
  if (document.kind === 'document' || /\.docx$/i.test(name)) return document;
  if (document.findings.some(({ code }) => code === 'exchange.swollen' || code === 'exchange.declares'))
    return document;
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

function isOldWord(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

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
