import {
  analyseRules,
  checkScenario,
  checkStructure,
  compile,
  EngineError,
  type Finding,
  overlayOf,
  type Pack,
  type ParsedPack,
  type Pathway,
  type Playback,
  play,
  resolvePack,
  type Verdict,
  type VerdictCache,
  verify,
} from '@parcours/engine';
import type { CheckTold } from './check-messages.ts';
import { coverageOf } from './coverage.ts';

type Tell = (told: CheckToldOf<Exclude<CheckTold['kind'], 'lost'>>) => void;
type CheckToldOf<Kind> = CheckTold extends infer Told
  ? Told extends { readonly kind: Kind }
    ? Omit<Told, 'version'>
    : never
  : never;

export type CheckOptions = {
  readonly cache: VerdictCache;
  readonly onlySafeguards?: boolean;
  readonly base?: Pack | undefined;
  /** Milliseconds, to end what takes too long; the engine has no clock. */
  readonly now: () => number;
};

/** A committee waits no longer for what is left open of its safeguards, or of its rules. */
const PROOF_LASTS_MS = 60_000;
const RULES_LAST_MS = 15_000;

/** How a pack is built. Cheap enough for every pause of the keys. */
export function tellStructure(pack: Pack, tell: Tell): void {
  tell({ kind: 'structure', findings: checkStructure(pack) });
}

/**
 * Everything that walks the paths of a pack, in the order in which a committee wants it: safeguards, each as soon as it is
 * known, then its stories, then its rules. Never throws: a pack that cannot run has that said by its structure.
 */
export function tellPaths(
  pack: Pack,
  { cache, onlySafeguards = false, base, now }: CheckOptions,
  tell: Tell,
): void {
  if (base) tell({ kind: 'adaptation', findings: adaptationOf(base, pack) });
  const proofEnds = now() + PROOF_LASTS_MS;
  const onVerdict = (verdict: Verdict) => {
    const kept = Object.hasOwn(cache, verdict.id) ? cache[verdict.id] : undefined;
    tell({ kind: 'verdict', verdict, ...(kept?.verdict.id === verdict.id && { kept }) });
  };
  const { findings } = verify(pack, { cache, onVerdict, stop: () => now() > proofEnds });
  tell({ kind: 'safeguards', findings: findings.filter(({ code }) => code.startsWith('safeguard.')) });
  if (!onlySafeguards) {
    tellStories(pack, tell);
    const rulesEnd = now() + RULES_LAST_MS;
    tell({ kind: 'rules', findings: rulesOf(pack, () => now() > rulesEnd) });
  }
  tell({ kind: 'done' });
}

/** What the base does not let an adaptation change. */
function adaptationOf(base: Pack, pack: Pack): readonly Finding[] {
  const resting: ParsedPack = { kind: 'procedure', pack: base, hash: '' };
  return resolvePack(overlayOf(base, pack), (id) => (id === base.pack.id ? resting : undefined)).findings;
}

function rulesOf(pack: Pack, stop: () => boolean): readonly Finding[] {
  try {
    return analyseRules(pack, { stop }).findings;
  } catch (error) {
    if (isUnsound(error)) return [];
    throw error;
  }
}

function tellStories(pack: Pack, tell: Tell): void {
  const pathway = compiled(pack);
  const findings: Finding[] = [];
  const played: Playback[] = [];
  for (const [id, scenario] of Object.entries(pack.scenarios)) {
    const place = `scenarios/${id}`;
    // What its names and values lack is told by the structure.
    if (!pathway || checkScenario(pack, scenario, place).some(({ severity }) => severity === 'error'))
      continue;
    const playback = play(pathway, scenario);
    played.push(playback);
    const [first] = playback.mismatches;
    if (!first) continue;
    findings.push({
      code: 'scenario.otherwise',
      // As the gate says: what the committee told itself must hold.
      severity: 'error',
      path: `${place}/${first.path}`,
      parameters: {
        count: playback.mismatches.length,
        expected: JSON.stringify(first.expected) ?? '',
        got: JSON.stringify(first.got) ?? '',
      },
      message: `The story goes otherwise than it says at ${first.path}: correct the story, or the procedure.`,
    });
  }
  tell({ kind: 'scenarios', findings, coverage: coverageOf(pack, played) });
}

function compiled(pack: Pack): Pathway | undefined {
  try {
    return compile(pack);
  } catch (error) {
    if (isUnsound(error)) return undefined;
    throw error;
  }
}

const isUnsound = (error: unknown): boolean => error instanceof EngineError && error.code === 'pack.unsound';
