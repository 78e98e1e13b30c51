import * as z from 'zod';
import { checkLimits } from '../procedure/check-limits.ts';
import { LIMITS } from '../procedure/limits.ts';
import type { Pack, ParsedPack } from '../procedure/pack.ts';
import { SECTION_NAMES, SECTION_SCHEMAS } from '../procedure/pack.ts';
import { scenarioSchema } from '../procedure/scenario.ts';
import { schemaFindings } from '../procedure/schema-findings.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { isSound } from '../vocabulary/finding.ts';
import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import { checkAdaptation } from './adaptation.ts';
import { chainOf, headOf, type Link, linkOf, type Overlay, type PackLibrary } from './chain.ts';
import { merge } from './merge.ts';
import type { MergeNotes, StaleText } from './merge-notes.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';
import { withoutNationalValues } from './national.ts';
import { markOrigins } from './origins.ts';

export type Resolution = {
  /** The whole procedure; absent when a finding is an error. */
  readonly pack?: Pack;
  /** SHA-256 of its canonical JSON. */
  readonly hash?: string;
  /** The procedure first, then each overlay. */
  readonly chain: readonly Link[];
  readonly findings: readonly Finding[];
  /** Texts of which one language was changed after they were translated. */
  readonly stale: readonly StaleText[];
  /** For each element an overlay touched (`steps/visit`, `machine/visit`), the id of the last that did. */
  readonly origin: Readonly<Record<string, string>>;
};

type Raw = Readonly<Record<string, Json>>;

/**
 * Lays the chain of overlays over the procedure they extend. Findings for a broken chain, for what an overlay may not
 * change, and for whatever the result lacks. A procedure resolves to itself. Never throws.
 */
export function resolvePack(parsed: ParsedPack, library: PackLibrary): Resolution {
  if (parsed.kind === 'procedure') {
    return {
      pack: parsed.pack,
      hash: parsed.hash,
      chain: [linkOf(parsed)],
      findings: [],
      stale: [],
      origin: {},
    };
  }
  const { base, overlays, findings: broken } = chainOf(parsed, library);
  if (base === undefined) return { chain: [linkOf(parsed)], findings: broken, stale: [], origin: {} };

  const notes: MergeNotes = { findings: [], stale: [] };
  const origin: Record<string, string> = {};
  let raw = base.pack as unknown as Raw;
  let jurisdiction = headOf(base).jurisdiction;
  for (const overlay of overlays) {
    const inherited = {
      ...raw,
      parameters: withoutNationalValues(raw.parameters, jurisdiction, overlay.head.jurisdiction) ?? {},
    };
    const laid = layOver(inherited, overlay, notes);
    notes.findings.push(...checkAdaptation(inherited, laid));
    markOrigins(origin, overlay);
    raw = laid;
    jurisdiction = overlay.head.jurisdiction;
  }

  const chain = [base, ...overlays].map(linkOf);
  const stale = notes.stale;
  const findings = [...notes.findings, ...stale.map(staleFinding)];
  const { pack, findings: flaws } = parseWhole(raw);
  findings.push(...flaws);
  if (pack === undefined || !isSound(findings)) return { chain, findings, stale, origin };
  return { pack, hash: sha256Hex(canonicalJson(pack)), chain, findings, stale, origin };
}

const STORIES = z.record(z.string(), scenarioSchema);

function layOver(inherited: Raw, { patch, head }: Overlay, notes: MergeNotes): Raw {
  const laid: Record<string, Json> = { ...inherited };
  const changes = patch as Raw;
  for (const name of SECTION_NAMES) {
    const change = changes[name];
    if (change !== undefined) laid[name] = merge(SECTION_SCHEMAS[name], name, inherited[name], change, notes);
  }
  const stories = changes.scenarios;
  if (isJsonObject(stories)) {
    laid.scenarios = merge(STORIES, 'scenarios', inherited.scenarios, stories, notes);
  }
  /** Who validated the base validated nothing of the overlay, and its authors did not write it. */
  laid.pack = { ...(laid.pack as JsonObject), review: head.review as unknown as Json, authors: head.authors };
  return laid;
}

function parseWhole(raw: Raw): { readonly pack?: Pack; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const parse = (schema: z.ZodType, place: string, value: Json | undefined): unknown => {
    const beyond = checkLimits(place, value);
    const result = beyond.length > 0 ? undefined : schema.safeParse(value);
    findings.push(...beyond);
    if (result?.success) return result.data;
    if (result) findings.push(...schemaFindings(place, result.error.issues).slice(0, LIMITS.findingsPerFile));
    return undefined;
  };
  const sections = SECTION_NAMES.map((name) => [name, parse(SECTION_SCHEMAS[name], name, raw[name])]);
  const stories = Object.entries((raw.scenarios ?? {}) as JsonObject).map(([id, story]) => [
    id,
    parse(scenarioSchema, `scenarios/${id}`, story),
  ]);
  if (findings.length > 0) return { findings };
  return { pack: { ...Object.fromEntries(sections), scenarios: Object.fromEntries(stories) }, findings };
}

function staleFinding({ path, languages }: StaleText): Finding {
  return {
    code: 'text.stale',
    severity: 'warning',
    path,
    parameters: { languages: languages.join(', ') },
    message: `One language of this text was changed; say the same in: ${languages.join(', ')}.`,
  };
}
