/**
 * The gate before a version is published: its files are read again as anybody would read them, its structure is checked, every
 * safeguard asked, every choice analysed, every scenario played. It is shut by a finding of severity `error`: a broken safeguard
 * is one, unless a law that is cited by its article breaks it.
 */
import {
  analyseRules,
  compile,
  EngineError,
  type Finding,
  type Pack,
  type PackFiles,
  play,
  type Verdict,
  verify,
} from '@parcours/engine';
import { readAgain } from './read-again.ts';

export type GateTask = {
  /** The procedure as the folder it would be published as. */
  readonly files: PackFiles;
  readonly base?: { readonly pack: Pack; readonly hash: string };
  /** SHA-256 of the pack that these files must give, once it is in review. */
  readonly hash?: string;
  /** What is not proved, or analysed, by then is told as such. */
  readonly proofMs: number;
  readonly analysisMs: number;
};

export type PlayedScenario = {
  readonly id: string;
  readonly ok: boolean;
  /** Where it went otherwise than its authors expect. */
  readonly mismatches: readonly string[];
};

export type GateReport = {
  /** SHA-256 of the pack that was looked at; empty when the files give none. */
  readonly hash: string;
  readonly passes: boolean;
  /** Everything found, errors first. */
  readonly findings: readonly Finding[];
  /** What is known of each safeguard. The story is kept of those that are broken. */
  readonly verdicts: readonly Verdict[];
  /** Safeguards that a cited law breaks: told wherever the version is used. */
  readonly brokenByLaw: readonly string[];
  readonly scenarios: readonly PlayedScenario[];
  /** False when the analysis of the rules ran out of time. */
  readonly analysed: boolean;
};

/** Looks at a procedure as it would be published. `now` counts milliseconds. */
export function gateReport(task: GateTask, now: () => number = () => performance.now()): GateReport {
  const read = readAgain(task.files, task.base);
  const { pack } = read;
  const hash = read.hash ?? '';
  const lost = pack && task.hash !== undefined && task.hash !== hash ? [notKept(task.hash)] : [];
  if (!pack || lost.length > 0) {
    const shut = { verdicts: [], brokenByLaw: [], scenarios: [], analysed: false };
    return { hash, passes: false, findings: errorsFirst([...read.findings, ...lost]), ...shut };
  }
  const proofEnds = now() + task.proofMs;
  const checked = verify(pack, { stop: () => now() > proofEnds });
  const runs = ran(pack, now, task.analysisMs);
  const findings = errorsFirst([...read.findings, ...checked.findings, ...runs.findings]);
  return {
    hash,
    passes: !findings.some(({ severity }) => severity === 'error'),
    findings,
    verdicts: checked.verdicts.map(({ story, ...verdict }) =>
      verdict.verdict === 'broken' && story ? { ...verdict, story } : verdict,
    ),
    brokenByLaw: checked.verdicts.flatMap(({ id, verdict }) =>
      verdict === 'broken' && pack.safeguards[id]?.broken_by ? [id] : [],
    ),
    scenarios: runs.scenarios,
    analysed: runs.analysed,
  };
}

/** What only a pack that runs can show; `verify` has said already why one does not. */
function ran(pack: Pack, now: () => number, analysisMs: number) {
  try {
    const pathway = compile(pack);
    const played = Object.entries(pack.scenarios).map(([id, scenario]): PlayedScenario => {
      const { ok, mismatches } = play(pathway, scenario);
      return { id, ok, mismatches: mismatches.map(({ path }) => path) };
    });
    const ends = now() + analysisMs;
    const analysis = analyseRules(pack, { stop: () => now() > ends });
    return {
      scenarios: played,
      findings: [...analysis.findings, ...played.flatMap(scenarioFindings)],
      analysed: analysis.complete,
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const finding: Finding = {
      code: error.code,
      severity: 'error',
      path: error.code === 'scenario.invalid' ? 'scenarios' : 'machine',
      parameters: error.parameters,
      message: error.message,
    };
    return { scenarios: [], findings: [finding], analysed: false };
  }
}

function scenarioFindings({ id, mismatches }: PlayedScenario): readonly Finding[] {
  return mismatches.map((place) => ({
    code: 'scenario.otherwise',
    severity: 'error',
    path: `scenarios/${id}/${place}`,
    parameters: { scenario: id },
    message: `Played, the story "${id}" goes otherwise than it expects here: mend the story or the procedure.`,
  }));
}

const notKept = (hash: string): Finding => ({
  code: 'pack.not_kept',
  severity: 'error',
  path: 'pack',
  parameters: { hash },
  message: 'Written as files and read again this procedure is another: begin its review again.',
});

const RANK = { error: 0, warning: 1, info: 2 } as const;

const errorsFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
