import type { Finding } from '../vocabulary/finding.ts';
import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import type { Pack, PackFiles, ParsedPack, SectionName } from './pack.ts';
import { SECTION_NAMES, SECTION_SCHEMAS } from './pack.ts';
import { patchFindings } from './patch-findings.ts';
import { type RawPack, readPackFiles } from './read-pack-files.ts';
import { gatherInto, problem, type Report } from './report.ts';
import { scenarioSchema } from './scenario.ts';
import { schemaFindings } from './schema-findings.ts';

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
  const report = gatherInto(findings);
  if (!isObject(files)) {
    report(problem('file.none', 'pack.json', 'A pack is a folder of files; this is something else.'));
    return { findings };
  }
  const raw = readPackFiles(files, report);
  const head = raw.sections.pack;
  const isOverlay = isObject(head) && head.kind === 'overlay';
  const parsed = isOverlay ? parseOverlay(raw, report) : parseProcedure(raw, report);
  if (parsed === undefined || findings.some((finding) => finding.severity === 'error')) return { findings };
  const hash = sha256Hex(canonicalJson(parsed.kind === 'overlay' ? parsed.patch : parsed.pack));
  return { parsed: { ...parsed, hash }, findings };
}

function parseProcedure(
  { sections, scenarios, nulls, files }: RawPack,
  report: Report,
): Unhashed | undefined {
  for (const [section, paths] of nulls) reportNulls(section, paths, report);
  const parsed: Record<string, unknown> = {};
  for (const name of SECTION_NAMES) {
    if (sections[name] === undefined) {
      if (!REQUIRED.has(name)) parsed[name] = {};
      else if (!files.has(`${name}.json`)) {
        report(
          problem('file.missing', `${name}.json`, `The file ${name}.json is missing; add it.`, {
            file: `${name}.json`,
          }),
        );
      }
      continue;
    }
    parsed[name] = parseWith(SECTION_SCHEMAS[name], name, sections[name], nulls.get(name), report);
  }
  const stories: Record<string, unknown> = {};
  for (const [id, story] of Object.entries(scenarios)) {
    const place = `scenarios/${id}`;
    stories[id] = parseWith(scenarioSchema, place, story, nulls.get(place), report);
  }
  if (SECTION_NAMES.some((name) => parsed[name] === undefined)) return undefined;
  if (Object.values(stories).includes(undefined)) return undefined;
  const pack = { ...parsed, scenarios: stories } as unknown as Pack;
  return { kind: 'procedure', pack };
}

function parseOverlay({ sections, scenarios, nulls }: RawPack, report: Report): Unhashed | undefined {
  const head = SECTION_SCHEMAS.pack.safeParse(withoutNulls(sections.pack ?? {}));
  if (!head.success) {
    for (const finding of schemaFindings('pack', head.error.issues)) report(finding);
  } else if (head.data.extends === undefined) {
    report(
      problem('schema.missing', 'pack/extends', 'An overlay says what it extends: add {"id", "version"}.', {
        field: 'extends',
      }),
    );
  }
  for (const name of SECTION_NAMES) {
    if (name === 'pack' || sections[name] === undefined) continue;
    for (const finding of patchFindings(SECTION_SCHEMAS[name], name, sections[name])) report(finding);
  }
  for (const [id, story] of Object.entries(scenarios)) {
    const place = `scenarios/${id}`;
    // A story of the base that is taken away, as an entry of a section would be.
    if (story === null) continue;
    const whole = nulls.get(place)?.size === 0 && scenarioSchema.safeParse(story).success;
    if (whole) continue;
    for (const finding of patchFindings(scenarioSchema, place, story)) report(finding);
  }
  if (!head.success) return undefined;
  const patch = Object.keys(scenarios).length > 0 ? { ...sections, scenarios } : sections;
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
  for (const finding of told) report(finding);
  return undefined;
}

function reportNulls(section: string, nulls: ReadonlySet<string>, report: Report): void {
  for (const path of nulls) {
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

function isObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
