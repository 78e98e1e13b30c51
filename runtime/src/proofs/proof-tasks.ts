/** The long questions to the engine: pure, so that another thread may answer them while this one serves. */
import {
  type CaseFile,
  type Choice,
  compile,
  EngineError,
  type Entry,
  type Instant,
  type MigrateCommand,
  type MigrationPlan,
  migrate,
  overlayOf,
  type Pack,
  type Pathway,
  planMigration,
  type Rebase,
  rebase,
} from '@parcours/engine';
import { safeguardProofs } from '../packs/safeguard-proofs.ts';
import { gateReport } from './gate-report.ts';

type Version = { readonly pack: Pack; readonly hash: string };

type Moving = { readonly from: Version; readonly to: Version; readonly at: Instant };
/** A case with its journal. */
type ToldCase = { readonly file: CaseFile; readonly entries: readonly Entry[] };

/** Compiled once for each version: a move asks about one case after another. */
const compiled = new Map<string, Pathway>();
const MOST_COMPILED = 8;

function pathwayOf({ pack, hash }: Version): Pathway {
  const known = compiled.get(hash);
  if (known) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const pathway = compile(pack, hash);
  compiled.set(hash, pathway);
  return pathway;
}

const proofsOf = (cases: readonly ToldCase[]) =>
  safeguardProofs(new Map(cases.map(({ file, entries }) => [file.id, entries])));

/** How a case would fare, or why the engine cannot say. One that cannot be planned keeps no other. */
export type PlannedCase =
  | { readonly plan: MigrationPlan }
  | { readonly error: Pick<EngineError, 'code' | 'message' | 'parameters'> };

/** One line for each question; whoever asks is told by its type what comes back. */
export const PROOF_TASKS = {
  /** May this be published? */
  gate: gateReport,
  /** What becomes of an adaptation over another version of its base. Its safeguards are the gate's to prove. */
  rebase: (task: {
    readonly pack: Pack;
    readonly before: Pack;
    readonly after: Pack;
    readonly choices: Readonly<Record<string, Choice>>;
  }): Omit<Rebase, 'overlay' | 'verdicts' | 'hash'> => {
    const { pack, before, after, choices } = task;
    const overlay = overlayOf(before, pack);
    const {
      overlay: _,
      verdicts: __,
      hash: ___,
      ...told
    } = rebase(overlay, before, after, choices, {
      stop: () => true,
    });
    return told;
  },
  /** One case to another version. */
  migrate: ({
    from,
    to,
    at,
    command,
    ...told
  }: Moving & ToldCase & { readonly command: MigrateCommand }): ReturnType<typeof migrate> =>
    migrate(pathwayOf(from), pathwayOf(to), told.file, command, at, proofsOf([told])),
  /** What would become of some cases, in their order. Those that no rule tells apart share one proof. */
  plan: ({
    from,
    to,
    at,
    map,
    cases,
  }: Moving &
    Pick<MigrateCommand, 'map'> & { readonly cases: readonly ToldCase[] }): readonly PlannedCase[] => {
    const provedFrom = proofsOf(cases);
    return cases.map(({ file }): PlannedCase => {
      try {
        return { plan: planMigration(pathwayOf(from), pathwayOf(to), file, { at, provedFrom, map }) };
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        const { code, message, parameters } = error;
        return { error: { code, message, parameters } };
      }
    });
  },
} as const;

export type ProofKind = keyof typeof PROOF_TASKS;
export type ProofTask<Kind extends ProofKind> = Parameters<(typeof PROOF_TASKS)[Kind]>[0];
export type ProofAnswer<Kind extends ProofKind> = ReturnType<(typeof PROOF_TASKS)[Kind]>;

/** Who answers them. Rejects with the engine's error, as the engine throws it. */
export interface Prover {
  ask<Kind extends ProofKind>(kind: Kind, task: ProofTask<Kind>): Promise<ProofAnswer<Kind>>;
  /** Ends what is under way; whoever waits for it is refused. */
  close(): Promise<void>;
}

/** Answers a question here and now. */
export function answerProof<Kind extends ProofKind>(kind: Kind, task: ProofTask<Kind>): ProofAnswer<Kind> {
  // Each kind stands beside its own task: the compiler cannot follow the pair through the record.
  return (PROOF_TASKS[kind] as (task: ProofTask<Kind>) => ProofAnswer<Kind>)(task);
}

/** Answers in this thread: for the command line and for tests. */
export const proverHere: Prover = {
  ask: async (kind, task) => answerProof(kind, task),
  close: async () => undefined,
};
