import type { Formula } from './formula.ts';
import { comesFirst } from './moment.ts';
import { BROKEN, type Happening, type Moment, type Monitor } from './monitor.ts';

type Told = (moment: Moment) => void;

function happensNow(moment: Moment | undefined, happening: Happening, told: Told): boolean {
  if (!moment?.happens(happening)) return false;
  told(moment);
  return true;
}

/**
 * `b` never before `a`, counted anew after each `since`. In one entry `a` counts first only when it comes first: a rule before
 * the event, the event before what it leaves, that before what it enters. A `since` in the same entry as `b` counts after it when they
 * are one moment.
 */
export function precedes(a: Moment, b: Moment, since?: Moment): Monitor {
  const aFirst = comesFirst(a, b);
  const sinceFirst = since !== undefined && since.text !== b.text && !comesFirst(b, since);
  const sinceAfterA = since !== undefined && comesFirst(a, since);
  return {
    initial: 0,
    step: (state, happening, told) => {
      const isA = happensNow(a, happening, told);
      const isB = happensNow(b, happening, told);
      const isSince = since?.happens(happening) ?? false;
      let seen = state;
      if (isSince && sinceFirst) seen = 0;
      if (isA && aFirst && !(isSince && sinceFirst && sinceAfterA)) seen = 1;
      if (isB && seen === 0) return BROKEN;
      if (isSince && !sinceFirst) seen = isA && !sinceAfterA ? 1 : 0;
      else if (isA) seen = 1;
      return seen;
    },
  };
}

/** `a` never happens while the rule is a sure yes; with `since`, only once that has happened. */
export function neverWhile(a: Moment, rule: Formula, since?: Moment): Monitor {
  return watched(since, (happening, told) => happensNow(a, happening, told) && happening.holds(rule));
}

/**
 * `a` never happens unless the rule is a sure yes, so unknown breaks it too. With `since`, the rule must also have turned to yes
 * after that moment last happened: what was recorded before no longer counts.
 */
export function neverUnless(a: Moment, rule: Formula, since?: Moment): Monitor {
  if (!since) {
    return {
      initial: 0,
      step: (_, happening, told) => (happensNow(a, happening, told) && !happening.holds(rule) ? BROKEN : 0),
    };
  }
  // 0: nothing asked yet; 1: asked anew and not yet answered; 2: answered since.
  return {
    initial: 0,
    step: (state, happening, told) => {
      let answered = state;
      if (answered === 1 && happening.turned(rule)) answered = 2;
      if (happensNow(a, happening, told) && (answered === 1 || !happening.holds(rule))) return BROKEN;
      return since.happens(happening) ? 1 : answered;
    },
  };
}

/** `a` happens at most `n` times, counted anew after each `since`. */
export function atMost(n: number, a: Moment, since?: Moment): Monitor {
  return {
    initial: 0,
    step: (state, happening, told) => {
      const start = since?.happens(happening) && since.text !== a.text ? 0 : state;
      const count = happensNow(a, happening, told) ? start + 1 : start;
      return count > n ? BROKEN : count;
    },
  };
}

/** `a` and `b` never both happen in one case. */
export function exclusive(a: Moment, b: Moment): Monitor {
  return {
    initial: 0,
    step: (state, happening, told) => {
      const seen =
        state | (happensNow(a, happening, told) ? 1 : 0) | (happensNow(b, happening, told) ? 2 : 0);
      return seen === 3 ? BROKEN : seen;
    },
  };
}

/** What `owes` needs to know besides its moments. */
export type Owing = {
  readonly since?: Moment | undefined;
  /** True when the case already stands where `b` leads: then nothing is owed. */
  readonly stands: (happening: Happening) => boolean;
};

export const OWED = 1;
const NOT_YET = 2;

/** Remembers whether `b` is owed, from `a` (or from the opening of the case) until `b`; never broken by itself. */
export function owes(a: Moment | undefined, b: Moment, { since, stands }: Owing): Monitor {
  return {
    initial: since ? NOT_YET : a ? 0 : OWED,
    step: (state, happening, told) => {
      const isA = happensNow(a, happening, told);
      if (state === NOT_YET && !since?.happens(happening)) return NOT_YET;
      // What is not owed need not be looked for.
      if (state !== OWED && !isA) return 0;
      const isB = happensNow(b, happening, told);
      if (isB && !(isA && a && comesFirst(b, a))) return 0;
      if (isA) return stands(happening) ? 0 : OWED;
      return state === OWED ? OWED : 0;
    },
  };
}

/** Watches only once `since` has happened, when there is one. */
function watched(
  since: Moment | undefined,
  isBroken: (happening: Happening, told: Told) => boolean,
): Monitor {
  return {
    initial: since ? 0 : 1,
    step: (state, happening, told) => {
      const broken = isBroken(happening, told);
      if (state === 1 && broken) return BROKEN;
      return state === 1 || since?.happens(happening) ? 1 : 0;
    },
  };
}
