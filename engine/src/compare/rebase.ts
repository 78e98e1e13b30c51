import type { PackLibrary } from '../overlay/chain.ts';
import { merge } from '../overlay/merge.ts';
import { withoutNationalValues } from '../overlay/national.ts';
import { resolvePack } from '../overlay/resolve-pack.ts';
import type { Pack, ParsedPack, SectionName } from '../procedure/pack.ts';
import { SECTION_SCHEMAS } from '../procedure/pack.ts';
import { scenarioSchema } from '../procedure/scenario.ts';
import type { ProofBudget } from '../prove/prove-safeguards.ts';
import { type Verdict, verify } from '../verify/verify.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import { conflictWords } from './conflict-words.ts';
import type { Words } from './difference.ts';
import { type Choice, type Clash, carryOver } from './three-way.ts';

type Overlay = Extract<ParsedPack, { kind: 'overlay' }>;

/** What both changed, with what each choice would leave. */
export type Conflict = Clash & {
  readonly words: Words;
  /** The choice that was made; absent while nobody has, and then the overlay's own words stand for now. */
  readonly choice?: Choice;
};

export type Rebase = {
  /** The overlay over the second version. */
  readonly overlay: Overlay;
  readonly conflicts: readonly Conflict[];
  /** True when nothing is left to choose and nothing found is an error. */
  readonly settled: boolean;
  /** The whole procedure it gives; absent when a finding is an error. */
  readonly pack?: Pack;
  readonly hash?: string;
  /** What is wrong with the result: broken adaptation and everything `verify` finds. */
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
};

/** Of `pack.json` an overlay speaks for itself, save for these. */
const OF_BASE: ReadonlySet<string> = new Set(['terms', 'withheld', 'contacts', 'reconsider', 'complaint']);

/**
 * Carries an overlay from one version of its base to the next. `choices` answers conflicts by their path; the rest of the
 * overlay is not touched. The result is resolved and verified again, its safeguards proved within `budget`. Throws `pack.mismatch` when the overlay does not
 * extend `before`.
 */
export function rebase(
  overlay: Overlay,
  before: Pack,
  after: Pack,
  choices: Readonly<Record<string, Choice>> = {},
  budget: ProofBudget = {},
): Rebase {
  requireBase(overlay, before);
  const clashes: Clash[] = [];
  const settle = (clash: Clash): Choice => {
    clashes.push(clash);
    return Object.hasOwn(choices, clash.path) ? (choices[clash.path] ?? 'ours') : 'ours';
  };
  const sections = Object.entries(overlay.patch).flatMap(([section, patch]): [string, Json][] => {
    const carried = carrySection(overlay, { before, after }, section, patch as Json, settle);
    return carried === undefined ? [] : [[section, carried]];
  });
  const rebased = extending(overlay, Object.fromEntries(sections), after);
  const conflicts = clashes.map((clash): Conflict => {
    const choice = Object.hasOwn(choices, clash.path) ? choices[clash.path] : undefined;
    return { ...clash, words: conflictWords(before, after, clash), ...(choice && { choice }) };
  });
  const { pack, hash, findings } = resolvePack(rebased, asLibrary(after));
  const checked = pack ? verify(pack, budget) : { findings: [], verdicts: [] };
  const found = [...findings, ...checked.findings];
  return {
    overlay: rebased,
    conflicts,
    settled: conflicts.every(({ choice }) => choice) && !found.some(({ severity }) => severity === 'error'),
    ...(pack && { pack }),
    ...(hash !== undefined && { hash }),
    findings: found,
    verdicts: checked.verdicts,
  };
}

function requireBase({ head }: Overlay, { pack }: Pack): void {
  if (head.extends?.id === pack.id && head.extends.version === pack.version) return;
  const wanted = head.extends ? `${head.extends.id} ${head.extends.version}` : 'nothing';
  throw new EngineError(
    'pack.mismatch',
    `${head.id} extends ${wanted}, not ${pack.id} ${pack.version}: give the version it extends first.`,
    { id: pack.id, version: pack.version },
  );
}

type Bases = { readonly before: Pack; readonly after: Pack };

function carrySection(
  overlay: Overlay,
  { before, after }: Bases,
  section: string,
  patch: Json,
  settle: (clash: Clash) => Choice,
): Json | undefined {
  const [old, now] = [inherited(before, overlay, section), inherited(after, overlay, section)];
  const own = section === 'pack' ? pick(patch, (key) => !OF_BASE.has(key)) : {};
  const shared = section === 'pack' ? pick(patch, (key) => OF_BASE.has(key)) : patch;
  const laid = lay(section, old, shared);
  const carried = carryOver(shared, { path: [section], before: old, after: now, laid }, settle);
  return section === 'pack' ? { ...own, ...(carried as object) } : carried;
}

/** A section as an overlay inherits it: national law is not. */
function inherited(base: Pack, { head }: Overlay, section: string): Json {
  const raw = (base as unknown as Readonly<Record<string, Json>>)[section] ?? {};
  if (section !== 'parameters') return raw;
  return withoutNationalValues(raw, base.pack.jurisdiction, head.jurisdiction) ?? {};
}

function lay(section: string, base: Json, patch: Json): Json {
  const notes = { findings: [], stale: [] };
  if (section !== 'scenarios')
    return merge(SECTION_SCHEMAS[section as SectionName], section, base, patch, notes);
  const told = base as Readonly<Record<string, Json>>;
  const laid = Object.entries(patch as object).map(([id, story]) => [
    id,
    merge(scenarioSchema, id, told[id], story as Json, notes),
  ]);
  return { ...told, ...Object.fromEntries(laid) };
}

function pick(patch: Json, wanted: (key: string) => boolean): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(patch as object).filter(([key]) => wanted(key)));
}

/** The overlay as it is published: `extends` names the version it now lies over. */
function extending(overlay: Overlay, patch: Readonly<Record<string, Json>>, { pack }: Pack): Overlay {
  const to = { id: pack.id, version: pack.version };
  const carried = { ...patch, pack: { ...(patch.pack as object), extends: to } };
  return {
    kind: 'overlay',
    head: { ...overlay.head, extends: to },
    patch: carried,
    hash: sha256Hex(canonicalJson(carried)),
  };
}

/** A library in which the base stands resolved, whatever it lies over itself. */
function asLibrary(base: Pack): PackLibrary {
  const parsed: ParsedPack = { kind: 'procedure', pack: base, hash: sha256Hex(canonicalJson(base)) };
  return (id) => (id === base.pack.id ? parsed : undefined);
}
