import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkStructure,
  type DocumentLanguage,
  documentHtml,
  exportDocument,
  exportXState,
  type Pack,
  parsePack,
  verify,
  writePack,
  zipPack,
} from '@parcours/engine';
import { type CliCommand, UsageError } from './command.ts';
import { findOnePack, type PackPlace } from './find-pack.ts';
import { readPack } from './load-pack.ts';
import { readPackFolder } from './read-pack-folder.ts';

const LANGUAGES: readonly DocumentLanguage[] = ['fr', 'en', 'es', 'ar'];

type Wanted = {
  readonly place: PackPlace;
  readonly pack: Pack;
  readonly hash: string;
  readonly language: DocumentLanguage;
  readonly proves: boolean;
};

/** What a pack can be written as. Word documents are made by the editor, which has the library for it. */
const FORMATS: Readonly<
  Record<string, { readonly ending: string; readonly write: (wanted: Wanted) => string | Uint8Array }>
> = {
  html: { ending: 'html', write: writeHtml },
  zip: { ending: 'zip', write: writeZip },
  xstate: { ending: 'mjs', write: ({ pack }) => exportXState(pack) },
};

function writeHtml({ pack, hash, language, proves }: Wanted): string {
  const { jurisdiction } = pack.pack;
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const country = jurisdiction === '001' ? undefined : names.of(jurisdiction.slice(0, 2));
  const verified = proves ? verify(pack) : undefined;
  return documentHtml(
    exportDocument(pack, language, {
      hash,
      findings: verified?.findings ?? checkStructure(pack),
      ...(verified && { verdicts: verified.verdicts }),
      ...(country !== undefined && { country }),
    }),
  );
}

/** The pack as its folder has it: an adaptation stays one. */
function writeZip({ place, pack }: Wanted): Uint8Array {
  const { parsed } = parsePack(readPackFolder(place.folder));
  if (!parsed) throw new UsageError('The pack cannot be read. Run check on it.');
  return zipPack(writePack(parsed), pack.pack.id);
}

/** Writes a pack as a page to print, as an archive, or as a module that runs. */
export const exportPack: CliCommand = {
  usage:
    'export <pack> --format html|zip|xstate [--language fr|en|es|ar] [--out FILE] [--prove] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        language: { type: 'string', default: 'fr' },
        out: { type: 'string' },
        prove: { type: 'boolean', default: false },
        library: { type: 'string' },
      },
    });
    const place = findOnePack(positionals, values.library, home);
    if (values.format === 'docx')
      throw new UsageError('Word documents are made in the editor: open the draft, "Bring in, take out".');
    const format = Object.hasOwn(FORMATS, values.format ?? '') ? FORMATS[values.format ?? ''] : undefined;
    if (!format) throw new UsageError(`Name a format: ${Object.keys(FORMATS).join(', ')}.`);
    const language = LANGUAGES.find((each) => each === values.language);
    if (!language) throw new UsageError(`Name a language: ${LANGUAGES.join(', ')}.`);
    const { id, pack, hash, findings } = readPack(place);
    if (!pack) {
      const first = findings.find(({ severity }) => severity === 'error');
      throw new UsageError(`${id} cannot be read (${first?.path}: ${first?.message}). Run check on it.`);
    }
    const file = resolve(values.out ?? `${id}.${format.ending}`);
    if (!existsSync(dirname(file))) throw new UsageError(`There is no folder ${dirname(file)}.`);
    const written = format.write({ place, pack, hash, language, proves: values.prove });
    writeFileSync(file, written);
    out(`${file} (${Math.ceil(written.length / 1_000)} kB)`);
    return 0;
  },
};
