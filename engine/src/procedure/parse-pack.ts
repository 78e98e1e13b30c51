import type { Finding } from '../vocabulary/finding.ts';
import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import { idSchema } from '../vocabulary/ids.ts';
import type { Json } from '../vocabulary/json.ts';
import { checkLimits } from './check-limits.ts';
import { LIMITS, utf8Bytes } from './limits.ts';
import type { Pack, PackFiles, ParsedPack, SectionName } from './pack.ts';
import { SECTION_NAMES, SECTION_SCHEMAS } from './pack.ts';
import { patchFindings } from './patch-findings.ts';
import { readJson } from './read-json.ts';
import { scenarioSchema } from './scenario.ts';
import { placeOf, schemaFindings } from './schema-findings.ts';
import { textFlaw } from './text-flaw.ts';

/** Sections a procedure cannot do without; every other is empty when its file is absent. */
const REQUIRED: ReadonlySet<SectionName> = new Set([
  'pack',
  'machine',
  'steps',
  'events',
  'facts',
  'roles',
  'calendar',
]);

const HOW = /^how\/([^/]+)\.([^./]+)\.md$/;
const SCENARIO = /^scenarios\/([^/]+)\.json$/;

type Raw = { [section: string]: Json };
type Report = (finding: Finding) => void;
/** Hashed last: only what has no error has a canonical text. */
type Unhashed =
  | Omit<Extract<ParsedPack, { kind: 'procedure' }>, 'hash'>
  | Omit<Extract<ParsedPack, { kind: 'overlay' }>, 'hash'>;

/**
 * Reads a pack from the texts of its folder: the pack, or everything that is wrong with it. Never throws, never hangs.
 * `parsed` is absent when a finding is an error. An overlay keeps its raw difference for `resolvePack`.
 */
export function parsePack(files: PackFiles): {
  readonly parsed?: ParsedPack;
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  if (!isFolder(files)) {
    report(problem('file.none', 'pack.json', 'A pack is a folder of files; this is something else.'));
    return { findings };
  }

  const texts = readTexts(files, report);
  const raw: Raw = {};
  const scenarios: Raw = {};
  const nullsIn = new Map<string, ReadonlySet<string>>();
  for (const [name, text] of texts) {
    const section = name.endsWith('.json') ? name.slice(0, -5) : name;
    const scenario = SCENARIO.exec(name)?.[1];
    if (!isSection(section) && scenario === undefined) continue;
    const { value, nulls } = readFile(section, text, report);
    nullsIn.set(section, nulls);
    if (value === undefined) continue;
    if (scenario === undefined) raw[section] = value;
    else if (idSchema.safeParse(scenario).success) scenarios[scenario] = value;
    else report(problem('file.name', name, `Name the file by an id: small letters, digits and underscores.`));
  }
  foldHow(texts, raw, report);

  const overlay = isObject(raw.pack) && raw.pack.kind === 'overlay';
  const parsed = overlay
    ? parseOverlay(raw, scenarios, nullsIn, report)
    : parseProcedure(raw, scenarios, texts, nullsIn, report);
  if (parsed === undefined || findings.some((finding) => finding.severity === 'error')) return { findings };
  const hash = sha256Hex(canonicalJson(parsed.kind === 'overlay' ? parsed.patch : parsed.pack));
  return { parsed: { ...parsed, hash }, findings };
}

function problem(
  code: string,
  path: string,
  message: string,
  parameters: Finding['parameters'] = {},
): Finding {
  return { code, severity: 'error', path, parameters, message };
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
  for (const flaw of reading.flaws.slice(0, LIMITS.findingsPerFile)) {
    report(problem(flaw.code, placeOf(section, flaw.path), flaw.message, flaw.parameters));
  }
  const nulls = new Set(reading.nulls.map((path) => placeOf(section, path)));
  if (reading.value === undefined) return { nulls };
  const beyond = checkLimits(section, reading.value);
  beyond.slice(0, LIMITS.findingsPerFile).forEach(report);
  return beyond.length > 0 ? { nulls } : { value: reading.value, nulls };
}

/** `how/<step>.<lang>.md` becomes the `how` of the step in that language. */
function foldHow(texts: ReadonlyMap<string, string>, raw: Raw, report: Report): void {
  for (const [name, text] of texts) {
    const [, step, language] = HOW.exec(name) ?? [];
    if (step === undefined || language === undefined) continue;
    if (!idSchema.safeParse(step).success) {
      report(problem('file.name', name, 'Name the file how/<step>.<language>.md, with the id of a step.'));
      continue;
    }
    const flaw = textFlaw(text);
    if (flaw) report(problem(flaw.code, name, flaw.message, flaw.parameters));
    const steps = raw.steps ?? {};
    if (!isObject(steps)) continue;
    const entry = steps[step] ?? (isOverlay(raw) ? {} : undefined);
    if (!isObject(entry)) {
      report(
        problem(
          'name.unknown',
          name,
          `There is no step "${step}"; rename the file after a step of steps.json.`,
          { name: step },
        ),
      );
      continue;
    }
    const how = entry.how ?? {};
    if (!isObject(how)) continue;
    if (Object.hasOwn(how, language)) {
      report(
        problem('text.twice', name, `steps.json already says how in "${language}"; keep one of the two.`, {
          language,
        }),
      );
      continue;
    }
    raw.steps = {
      ...steps,
      [step]: { ...entry, how: { ...how, [language]: text.replaceAll('\r\n', '\n').trim() } },
    };
  }
}

function parseProcedure(
  raw: Raw,
  scenarios: Raw,
  texts: ReadonlyMap<string, string>,
  nullsIn: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): Unhashed | undefined {
  for (const [section, nulls] of nullsIn) reportNulls(section, nulls, report);
  const parsed: Record<string, unknown> = {};
  for (const name of SECTION_NAMES) {
    if (raw[name] === undefined) {
      if (!REQUIRED.has(name)) parsed[name] = {};
      else if (!texts.has(`${name}.json`)) {
        report(
          problem('file.missing', `${name}.json`, `The file ${name}.json is missing; add it.`, {
            file: `${name}.json`,
          }),
        );
      }
      continue;
    }
    parsed[name] = parseWith(SECTION_SCHEMAS[name], name, raw[name], nullsIn.get(name), report);
  }
  const stories: Record<string, unknown> = {};
  for (const [id, story] of Object.entries(scenarios)) {
    const place = `scenarios/${id}`;
    stories[id] = parseWith(scenarioSchema, place, story, nullsIn.get(place), report);
  }
  if (SECTION_NAMES.some((name) => parsed[name] === undefined)) return undefined;
  if (Object.values(stories).includes(undefined)) return undefined;
  const pack = { ...parsed, scenarios: stories } as unknown as Pack;
  return { kind: 'procedure', pack };
}

function parseOverlay(
  raw: Raw,
  scenarios: Raw,
  nullsIn: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): Unhashed | undefined {
  const head = SECTION_SCHEMAS.pack.safeParse(withoutNulls(raw.pack ?? {}));
  if (!head.success) {
    for (const finding of schemaFindings('pack', head.error.issues).slice(0, LIMITS.findingsPerFile))
      report(finding);
  } else if (head.data.extends === undefined) {
    report(
      problem('schema.missing', 'pack/extends', 'An overlay says what it extends: add {"id", "version"}.', {
        field: 'extends',
      }),
    );
  }
  for (const name of SECTION_NAMES) {
    if (name === 'pack' || raw[name] === undefined) continue;
    for (const finding of patchFindings(SECTION_SCHEMAS[name], name, raw[name]).slice(
      0,
      LIMITS.findingsPerFile,
    ))
      report(finding);
  }
  for (const [id, story] of Object.entries(scenarios)) {
    const place = `scenarios/${id}`;
    const whole = nullsIn.get(place)?.size === 0 && scenarioSchema.safeParse(story).success;
    if (whole) continue;
    for (const finding of patchFindings(scenarioSchema, place, story).slice(0, LIMITS.findingsPerFile))
      report(finding);
  }
  if (!head.success) return undefined;
  const patch = Object.keys(scenarios).length > 0 ? { ...raw, scenarios } : raw;
  return { kind: 'overlay', head: head.data, patch };
}

type Schema = {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: Parameters<typeof schemaFindings>[1] } };
};

/** Parsed by its schema, or undefined and findings; a place already told as null is not told twice. */
function parseWith(
  schema: Schema,
  place: string,
  value: Json,
  nulls: ReadonlySet<string> | undefined,
  report: Report,
): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const told = schemaFindings(place, result.error.issues).filter((finding) => !nulls?.has(finding.path));
  for (const finding of told.slice(0, LIMITS.findingsPerFile)) report(finding);
  return undefined;
}

function reportNulls(section: string, nulls: ReadonlySet<string>, report: Report): void {
  for (const path of [...nulls].slice(0, LIMITS.findingsPerFile)) {
    report(
      problem('json.null', path, 'null has a meaning in overlays only; leave the field out instead.', {
        section,
      }),
    );
  }
}

function withoutNulls(value: Json): Json {
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutNulls(member)]));
}

function isOverlay(raw: Raw): boolean {
  return isObject(raw.pack) && raw.pack.kind === 'overlay';
}

function isSection(name: string): name is SectionName {
  return Object.hasOwn(SECTION_SCHEMAS, name);
}

function isObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFolder(value: unknown): value is PackFiles {
  return isObject(value);
}
