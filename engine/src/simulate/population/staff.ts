import type { Population } from './population.ts';
import { emptyRole, type RoleTally, type Tally } from './tally.ts';
import { addTimes, countTime, type TimeCounts } from './time-counts.ts';
import type { WorkingClock } from './working-clock.ts';

/** The people of a district who do the work of a role. A role of which nothing is said has people enough. */
export interface Staff {
  /** How many people, whatever they do; many when nothing is said. */
  people(role: string): number;
  /** A case asks for room; false while nobody can carry one more: let it wait then. */
  takeOn(role: string, held: string[]): boolean;
  /** Room is given in the order of asking. */
  wait(role: string, held: string[], atMs: number, whenRoom: (atMs: number) => void): void;
  /** A case is no longer carried. */
  letGo(held: string[], atMs: number): void;
  /** Gives a piece of work to whoever is free first; tells when it is done, and which of the people does it. */
  work(role: string, atMs: number, minutes: number): { readonly doneMs: number; readonly person: number };
  /** Counts what was there to work until an instant. */
  close(untilMs: number): void;
}

type Waiting = {
  readonly sinceMs: number;
  readonly held: string[];
  readonly whenRoom: (atMs: number) => void;
};
type Crew = {
  readonly freeMs: number[];
  readonly room: number;
  readonly always: boolean;
  readonly tally: RoleTally;
  readonly waits: TimeCounts;
  readonly caseloadWaits: TimeCounts;
  carried: number;
  waiting: Waiting[];
  turn: number;
};

const PLENTY = 1_000;
const MINUTE_MS = 60_000;

/** The staff of one district. */
export function staffOf(population: Population, hours: WorkingClock, tally: Tally, startMs: number): Staff {
  const crews = new Map<string, Crew>();
  const crewOf = (role: string): Crew => {
    const found = crews.get(role);
    if (found) return found;
    const said =
      population.staff && Object.hasOwn(population.staff, role) ? population.staff[role] : undefined;
    tally.roles[role] ??= emptyRole();
    const crew: Crew = {
      freeMs: said ? new Array<number>(said.people).fill(startMs) : [],
      room: said?.caseload === undefined ? Number.POSITIVE_INFINITY : said.people * said.caseload,
      always: said ? said.always === true : false,
      tally: tally.roles[role] as RoleTally,
      waits: [],
      caseloadWaits: [],
      carried: 0,
      waiting: [],
      turn: 0,
    };
    crews.set(role, crew);
    return crew;
  };
  const isSaid = (role: string) => population.staff !== undefined && Object.hasOwn(population.staff, role);
  return {
    people: (role) => (isSaid(role) ? crewOf(role).freeMs.length : PLENTY),
    takeOn: (role, held) => {
      const crew = crewOf(role);
      if (crew.room === Number.POSITIVE_INFINITY || held.includes(role)) return true;
      if (crew.carried < crew.room) {
        crew.carried += 1;
        held.push(role);
        countTime(crew.caseloadWaits, 0);
        return true;
      }
      return false;
    },
    wait: (role, held, atMs, whenRoom) => {
      crewOf(role).waiting.push({ sinceMs: atMs, held, whenRoom });
    },
    letGo: (held, atMs) => {
      for (const role of held.splice(0)) {
        const crew = crewOf(role);
        const next = crew.waiting.shift();
        if (!next) {
          crew.carried -= 1;
          continue;
        }
        next.held.push(role);
        countTime(crew.caseloadWaits, atMs - next.sinceMs);
        next.whenRoom(atMs);
      }
    },
    work: (role, atMs, minutes) => {
      const crew = crewOf(role);
      const workMs = Math.round(minutes) * MINUTE_MS;
      crew.tally.acts += 1;
      crew.tally.busyMinutes += Math.round(minutes);
      if (crew.freeMs.length === 0) {
        crew.turn = (crew.turn + 1) % PLENTY;
        return { doneMs: after(crew, hours, atMs, workMs), person: crew.turn };
      }
      let person = 0;
      for (let index = 1; index < crew.freeMs.length; index += 1) {
        if ((crew.freeMs[index] as number) < (crew.freeMs[person] as number)) person = index;
      }
      const startMs = Math.max(atMs, crew.freeMs[person] as number);
      countTime(crew.waits, startMs - atMs);
      const doneMs = after(crew, hours, startMs, workMs);
      crew.freeMs[person] = doneMs;
      return { doneMs, person };
    },
    close: (untilMs) => {
      for (const crew of crews.values()) {
        const there = crew.always ? untilMs - startMs : hours.worked(untilMs) - hours.worked(startMs);
        crew.tally.thereMinutes += Math.round((there / MINUTE_MS) * crew.freeMs.length);
        crew.tally.withoutRoom += crew.waiting.length;
        addTimes(crew.tally.waits, crew.waits);
        addTimes(crew.tally.caseloadWaits, crew.caseloadWaits);
      }
    },
  };
}

function after({ always }: Crew, hours: WorkingClock, fromMs: number, workMs: number): number {
  return always ? fromMs + workMs : hours.after(fromMs, workMs);
}
