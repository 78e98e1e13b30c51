import { idSchema } from '../vocabulary/ids.ts';
import type { Json } from '../vocabulary/json.ts';
import { checkLimits } from './check-limits.ts';
import { foldHow, HOW } from './fold-how.ts';
import { LIMITS, utf8Bytes } from './limits.ts';
import type { PackFiles, SectionName } from './pack.ts';
import { SECTION_SCHEMAS } from './pack.ts';
import { readJson } from './read-json.ts';
import { problem, type Report } from './report.ts';
import { placeOf } from './schema-findings.ts';

const SCENARIO = /^scenarios\/([^/]+)\.json$/;

/** A pack as JSON, before any schema. What could not be read is told and left out. */
export type RawPack = {
  /** By section name. */
  readonly sections: Readonly<Record<string, Json>>;
  readonly scenarios: Readonly<Record<string, Json>>;
  /** Paths of every `null`, by section or `scenarios/<id>`. */
  readonly nulls: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the files that were found, read or not. */
  readonly files: ReadonlySet<string>;
};

/** Reads the texts of a folder into JSON, within the limits; `how/` is folded into the steps. */
export function readPackFiles(files: PackFiles, report: Report): RawPack {
  const texts = readTexts(files, report);
  const sections: Record<string, Json> = {};
  const scenarios: Record<string, Json> = {};
  const nulls = new Map<string, ReadonlySet<string>>();
  for (const [name, text] of texts) {
    const section = name.endsWith('.json') ? name.slice(0, -5) : name;
    const scenario = SCENARIO.exec(name)?.[1];
    if (!isSection(section) && scenario === undefined) continue;
    const read = readFile(section, text, report);
    nulls.set(section, read.nulls);
    if (read.value === undefined) continue;
    if (scenario === undefined) sections[section] = read.value;
    else if (idSchema.safeParse(scenario).success) scenarios[scenario] = read.value;
    else report(problem('file.name', name, 'Name the file by an id: small letters, digits and underscores.'));
  }
  return { sections: foldHow(texts, sections, report), scenarios, nulls, files: new Set(texts.keys()) };
}

/** The files that are read, within the limits; each refused or unknown file is told. */
function readTexts(files: PackFiles, report: Report): Map<string, string> {
  const texts = new Map<string, string>();
  const names = Object.keys(files);
  if (names.length > LIMITS.files) {
    report(
      problem('limit.files', 'pack.json', `There are more than ${LIMITS.files} files; take some away.`, {
        limit: LIMITS.files,
      }),
    );
    return texts;
  }
  let total = 0;
  for (const name of names.sort()) {
    if (name === 'README.md') continue;
    const section = name.endsWith('.json') ? name.slice(0, -5) : '';
    if (!isSection(section) && !SCENARIO.test(name) && !HOW.test(name)) {
      report({
        code: 'file.unknown',
        severity: 'warning',
        path: name,
        parameters: { file: name },
        message: 'No part of a pack has this name, so the file is not read; rename it or take it away.',
      });
      continue;
    }
    const text: unknown = files[name];
    if (typeof text !== 'string') {
      report(problem('file.not_text', name, 'The content of the file is not text.'));
      continue;
    }
    const bytes = text.length > LIMITS.fileBytes ? text.length : utf8Bytes(text);
    total += bytes;
    if (bytes > LIMITS.fileBytes) {
      report(
        problem('limit.file_size', name, 'The file is larger than 1 MB; split it or shorten it.', {
          limit: LIMITS.fileBytes,
        }),
      );
      continue;
    }
    texts.set(name, withoutMark(name, text, report));
  }
  if (total > LIMITS.packBytes) {
    report(
      problem('limit.pack_size', 'pack.json', 'The pack is larger than 5 MB; shorten it.', {
        limit: LIMITS.packBytes,
      }),
    );
    texts.clear();
  }
  return texts;
}

function withoutMark(name: string, text: string, report: Report): string {
  if (!text.startsWith('\ufeff')) return text;
  report({
    code: 'file.byte_order_mark',
    severity: 'warning',
    path: name,
    parameters: {},
    message:
      'The file starts with an invisible byte order mark, which was skipped; save it as UTF-8 without one.',
  });
  return text.slice(1);
}

/** One file as JSON, every flaw told. Absent when it must not be looked at further. */
function readFile(
  section: string,
  text: string,
  report: Report,
): { value?: Json; nulls: ReadonlySet<string> } {
  const reading = readJson(text);
  for (const flaw of reading.flaws) {
    report(problem(flaw.code, placeOf(section, flaw.path), flaw.message, flaw.parameters));
  }
  const nulls = new Set(reading.nulls.map((path) => placeOf(section, path)));
  if (reading.value === undefined) return { nulls };
  const beyond = checkLimits(section, reading.value);
  beyond.forEach(report);
  return beyond.length > 0 ? { nulls } : { value: reading.value, nulls };
}

function isSection(name: string): name is SectionName {
  return Object.hasOwn(SECTION_SCHEMAS, name);
}
