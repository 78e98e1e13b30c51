import { EngineError, planMigration } from '@parcours/engine';
import { seen } from '../access/record-read.ts';
import type { Asked } from '../access/who-asks.ts';
import { mapOf, type PlanMoveInput } from '../commands/migration-inputs.ts';
import { requireMover } from '../commands/start-version-move.ts';
import { safeguardProofs } from '../packs/safeguard-proofs.ts';
import { targetVersion } from '../packs/target-version.ts';

/** Each case may ask the prover, so that a page is short. */
const PAGE = 20;

/** How the cases of a version would fare, as administrators see it: codes, and nothing of what a case holds. */
export type VersionMovePlan = {
  readonly from: string;
  readonly to: string;
  /** How many of this page could go. */
  readonly going: number;
  /** Those that would stay, and why. */
  readonly staying: readonly {
    readonly case: string;
    readonly reference: string;
    readonly codes: readonly string[];
  }[];
  /** Ask again with `after`, when there are more. */
  readonly after?: string;
};

/** Plans the move of a version, a page at a time; nothing happens. */
export async function planVersionMove(asked: Asked, input: PlanMoveInput): Promise<VersionMovePlan> {
  requireMover(asked);
  const { store, clock, pathways } = asked.service;
  const from = await pathways.of(input.from);
  const to = await targetVersion(asked.service, from, input.to);
  const cases = await store.casesOnVersion(from.hash, input.after, PAGE);
  const journals = new Map<string, Awaited<ReturnType<typeof store.entries>>>();
  for (const { id } of cases) journals.set(id, await store.entries(id));
  const provedFrom = safeguardProofs(journals);
  const staying: { case: string; reference: string; codes: readonly string[] }[] = [];
  for (const { id, reference, file } of cases) {
    const codes = codesOf(
      () => planMigration(from, to, file, { at: clock.now(), provedFrom, ...mapOf(input) }).obstacles,
    );
    if (codes.length > 0) staying.push({ case: id, reference, codes });
    await new Promise<void>((done) => setImmediate(done));
  }
  const last = cases.length === PAGE ? cases.at(-1)?.id : undefined;
  await seen(asked, 'version.plan_move', ...cases.map(({ id }) => id));
  return {
    from: from.hash,
    to: to.hash,
    going: cases.length - staying.length,
    staying,
    ...(last === undefined ? {} : { after: last }),
  };
}

function codesOf(plan: () => readonly { readonly code: string }[]): readonly string[] {
  try {
    return [...new Set(plan().map(({ code }) => code))].sort();
  } catch (error) {
    if (error instanceof EngineError) return [error.code];
    throw error;
  }
}
