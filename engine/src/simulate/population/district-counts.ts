import type { LightEngine } from './light-engine.ts';
import { PHASES, type Phase } from './light-row.ts';
import { count, emptyRole, noCounts, type Tally } from './tally.ts';
import { addTimes, countTime, type TimeCounts } from './time-counts.ts';
import { EVENT_KINDS, type EventKind } from './watcher.ts';

/** What is counted with every event of a district, by number; added to the tally at its end. */
export interface DistrictCounts {
  entered(step: number): void;
  /** The first time that a case enters a step, so long after it was opened. */
  reached(step: number, ms: number): void;
  event(kind: EventKind): void;
  blocked(step: number): void;
  armed(deadline: number): void;
  ended(deadline: number, phase: Phase): void;
  /** Not ended when counting stopped. */
  unfinished(deadline: number, isOverdue: boolean): void;
  told(role: string): void;
  addTo(tally: Tally): void;
}

const UNFINISHED = ['running', 'overdue'] as const;
const ARMED = PHASES.length;
const COLUMNS = [...PHASES, 'armed', 'overdue'] as const;

/** Nothing counted yet. */
export function districtCounts({ states, ledger }: LightEngine): DistrictCounts {
  const entered = new Int32Array(states.ids.length);
  const reached = new Int32Array(states.ids.length);
  const blocked = new Int32Array(states.ids.length);
  const milestones: (TimeCounts | undefined)[] = states.ids.map(() => undefined);
  const kinds = new Int32Array(EVENT_KINDS.length);
  const deadlines = new Int32Array(ledger.plans.length * COLUMNS.length);
  const told = new Map<string, number>();
  const add = (counts: Int32Array, place: number): void => {
    counts[place] = (counts[place] as number) + 1;
  };
  const inRow = (deadline: number, column: number): void =>
    add(deadlines, deadline * COLUMNS.length + column);
  return {
    entered: (step) => add(entered, step),
    reached: (step, ms) => {
      add(reached, step);
      const times = milestones[step] ?? [];
      milestones[step] = times;
      countTime(times, ms);
    },
    event: (kind) => add(kinds, kind),
    blocked: (step) => add(blocked, step),
    armed: (deadline) => inRow(deadline, ARMED),
    ended: (deadline, phase) => inRow(deadline, phase),
    unfinished: (deadline, isOverdue) => inRow(deadline, COLUMNS.indexOf(UNFINISHED[isOverdue ? 1 : 0])),
    told: (role) => told.set(role, (told.get(role) ?? 0) + 1),
    addTo: (tally) => {
      for (const [step, id] of states.ids.entries()) {
        addCount(tally.entries, id, entered[step]);
        addCount(tally.reached, id, reached[step]);
        addCount(tally.blocked, id, blocked[step]);
        const times = milestones[step];
        if (!times) continue;
        tally.milestones[id] ??= noCounts();
        addTimes(tally.milestones[id], times);
      }
      for (const [kind, name] of EVENT_KINDS.entries()) {
        addCount(tally.byKind, name, kinds[kind]);
        tally.events += kinds[kind] as number;
      }
      for (const { id, index } of ledger.plans) {
        for (const [column, name] of COLUMNS.entries()) {
          const times = deadlines[index * COLUMNS.length + column] as number;
          if (times === 0) continue;
          tally.deadlines[id] ??= noCounts();
          count(tally.deadlines[id], name, times);
        }
      }
      for (const [role, times] of told) {
        tally.roles[role] ??= emptyRole();
        tally.roles[role].told += times;
      }
    },
  };
}

function addCount(counts: { [name: string]: number }, name: string, times = 0): void {
  if (times > 0) count(counts, name, times);
}
