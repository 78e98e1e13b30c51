import { seen } from '../access/record-read.ts';
import type { Asked } from '../access/who-asks.ts';
import { between } from '../commands/migrate-case.ts';
import { mapOf, type PlanMoveInput } from '../commands/migration-inputs.ts';
import { requireMover } from '../commands/start-version-move.ts';
import { targetVersion } from '../packs/target-version.ts';
import type { PlannedCase, ProofTask } from '../proofs/proof-tasks.ts';
import type { StayCode } from '../store/version-moves.ts';

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
    readonly codes: readonly StayCode[];
  }[];
  /** Ask again with `after`, when there are more. */
  readonly after?: string;
};

/** Plans the move of a version, a page at a time; nothing happens. */
export async function planVersionMove(asked: Asked, input: PlanMoveInput): Promise<VersionMovePlan> {
  requireMover(asked);
  const { store, clock, pathways, prover } = asked.service;
  const from = await pathways.of(input.from);
  const to = await targetVersion(asked.service, from, input.to);
  const cases = await store.casesOnVersion(from.hash, input.after, PAGE);
  const staying: { case: string; reference: string; codes: readonly StayCode[] }[] = [];
  const told: ProofTask<'plan'>['cases'][number][] = [];
  for (const { id, file } of cases) told.push({ file, entries: await store.entries(id) });
  const task = { ...between(from, to), at: clock.now(), cases: told, ...mapOf(input) };
  const plans = await prover.ask('plan', task);
  for (const [index, { id, reference }] of cases.entries()) {
    const codes = codesOf(plans[index]);
    if (codes.length > 0) staying.push({ case: id, reference, codes });
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

function codesOf(planned: PlannedCase | undefined): readonly StayCode[] {
  if (!planned) return [];
  if ('error' in planned) return [planned.error.code];
  return [...new Set(planned.plan.obstacles.map(({ code }) => code))].sort();
}
