/** Deadlines that run for each row of a records fact, as `journal/change-ledger.ts` has them: a new row is armed, one taken away is dropped. */
import type { FactRow, FactValue } from '../../procedure/value.ts';
import { decideRule } from '../../rules/decide-rules.ts';
import { NO, type Tri, UNKNOWN, YES } from '../../rules/tri.ts';
import type { DeadlinePlan, Obligation, PlanGround } from './deadline-plan.ts';
import type { LightCase } from './light-case.ts';
import { type LightRow, PHASE } from './light-row.ts';

type Change = { readonly gone: LightRow } | { readonly obligation: Obligation; readonly record: string };

export interface EachRecord {
  /** Some deadline of the pack runs for each row of a record. */
  readonly isUsed: boolean;
  ids(found: LightCase, plan: DeadlinePlan): readonly string[];
  recordOf(found: LightCase, row: LightRow): FactRow | undefined;
  /** The rule that meets a row, on the facts with the fields of its record among them. */
  outcome(found: LightCase, row: LightRow): Tri;
  /** Records that were added while their step is open, and rows whose record was taken away; told one at a time. */
  changes(found: LightCase): Iterable<Change>;
}

/** Reads the records of light cases. */
export function eachRecord(
  { pathway, slots, clock, states }: PlanGround,
  obligations: readonly Obligation[],
): EachRecord {
  const ofState = new Map<number, Obligation[]>();
  for (const obligation of obligations) {
    if (obligation.plan.each < 0) continue;
    ofState.set(obligation.state, [...(ofState.get(obligation.state) ?? []), obligation]);
  }
  const tracks = new Set(pathway.tracks);
  const recordsOf = (found: LightCase, { each }: DeadlinePlan): readonly FactRow[] => {
    const value = found.facts.values[each];
    return Array.isArray(value) ? value.filter((row): row is FactRow => isRecord(row)) : [];
  };
  const recordOf = (found: LightCase, row: LightRow) =>
    recordsOf(found, row.plan).find(({ id }) => id === row.record);
  return {
    isUsed: ofState.size > 0,
    ids: (found, plan) => recordsOf(found, plan).map(({ id }) => id),
    recordOf,
    outcome: (found, row) => {
      const record = recordOf(found, row);
      if (!record) return slots.decide(found.facts, row.met);
      const facts: Record<string, FactValue> = {};
      for (const [index, value] of found.facts.values.entries()) {
        if (value !== undefined) facts[slots.facts.ids[index] as string] = value;
      }
      const { id: _, ...fields } = record;
      const rule = slots.rules.ids[row.met] as string;
      const outcome = decideRule(pathway.program, rule, { ...facts, ...fields }, clock.text());
      return outcome === 'yes' ? YES : outcome === 'no' ? NO : UNKNOWN;
    },
    *changes(found) {
      for (const { states: open } of found.standing) {
        for (const { id } of open) {
          const state = states.of(id);
          for (const obligation of ofState.get(state) ?? []) {
            const openMs = tracks.has(id) ? found.openedMs : (found.openMs?.[state] ?? found.openedMs);
            const since = Number.isNaN(openMs) ? found.openedMs : openMs;
            const known = [...found.ended, ...found.rows].filter(
              (row) =>
                row.plan === obligation.plan &&
                row.state === state &&
                row.task === obligation.task &&
                row.armedMs >= since,
            );
            const records = recordsOf(found, obligation.plan);
            for (const record of records) {
              if (!known.some((row) => row.record === record.id)) yield { obligation, record: record.id };
            }
            for (const row of known) {
              const isAlive = row.phase === PHASE.running || row.phase === PHASE.paused;
              if (isAlive && !records.some((record) => record.id === row.record)) yield { gone: row };
            }
          }
        }
      }
    },
  };
}

function isRecord(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'id' in row;
}
