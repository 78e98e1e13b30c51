import { canBe, decide, type Formula, indexesIn, type Literal, openLiteral } from './formula.ts';
import { type Answer, type Given, related, slotOf } from './related-answers.ts';
import { type EveryTurn, LINK, type Link, type Manner, type Turn } from './turn.ts';
import { type AtomFormulas, earlier, type Variable } from './variable.ts';

/** More splits than this are not tried to tell whether some answers go together. */
const MOST_SPLITS = 300;

/** One runner, whose turn is used again for every run: what it tells must be copied to be kept, and it must not be entered twice. */
export function turnsOf(manner: Manner): EveryTurn {
  const { most = Number.POSITIVE_INFINITY } = manner;
  const { turn, begin } = makeTurn(manner);
  return (start, run, tell) => {
    const pending: boolean[][] = [[]];
    let ran = 0;
    for (let prefix = pending.pop(); prefix !== undefined; prefix = pending.pop()) {
      if (ran >= most) return true;
      ran += 1;
      begin(start, prefix, pending);
      const result = run(turn);
      if (result !== undefined && !turn.impossible && !tell(result, turn)) return false;
    }
    return false;
  };
}

type Made = {
  readonly turn: Turn;
  readonly begin: (start: Int32Array, prefix: readonly boolean[], pending: boolean[][]) => void;
};

function makeTurn({ variables, exact, onAsk, touched = new Uint8Array(variables.length) }: Manner): Made {
  const before = new Int32Array(variables.length);
  const now = new Int32Array(variables.length);
  const rest = new Int32Array(variables.length);
  const linkNow = new Uint8Array(variables.length);
  let after = now;
  let asked: number[] = [];
  let trail: boolean[] = [];
  let given: Given[] = [];
  let turnings: { readonly formula: Formula; readonly answer: boolean }[] = [];
  let impossible = false;
  let doubtful = false;
  let looked = false;
  let prefix: readonly boolean[] = [];
  let pending: boolean[][] = [];

  const begin: Made['begin'] = (start, choices, open) => {
    before.set(start);
    now.set(start);
    linkNow.fill(LINK.same);
    after = now;
    if (asked.length > 0) asked = [];
    trail = [];
    if (given.length > 0) given = [];
    if (turnings.length > 0) turnings = [];
    impossible = false;
    doubtful = false;
    looked = false;
    prefix = choices;
    pending = open;
  };
  const choose = (): boolean => {
    const place = trail.length;
    const answer = prefix[place] ?? true;
    if (place >= prefix.length) pending.push([...trail, false]);
    trail.push(answer);
    return answer;
  };
  /** Before and now tell of each other what their link lets them. */
  const follow = (index: number): void => {
    const link = linkNow[index] as Link;
    if (link === LINK.free) return;
    const variable = variables[index] as Variable;
    const { known, later } = variable;
    let old = before[index] as number;
    let fresh = now[index] as number;
    if (link === LINK.same) old = fresh = old & fresh;
    else if (link === LINK.keepsKnown) {
      if ((old & ~known) === 0) fresh &= known;
      if ((fresh & known) === 0) old &= ~known;
    } else {
      old = earlier(variable, old, fresh);
      fresh &= later(old);
    }
    before[index] = old;
    now[index] = fresh;
    if (old === 0 || fresh === 0) impossible = true;
  };
  const narrow = (masks: Int32Array, index: number, mask: number): void => {
    const left = (masks[index] as number) & mask;
    masks[index] = left;
    if (left === 0) impossible = true;
    if (masks === before || masks === now) follow(index);
  };
  const touch = (formula: Formula): void => {
    for (const index of indexesIn(formula)) touched[index] = 1;
  };
  const split = ({ variable, mask }: Literal, masks: Int32Array): void =>
    narrow(masks, variable, choose() ? mask : ~mask);

  /** Splits on what is remembered until only what nobody remembers is open. */
  const splitExact = (formula: Formula, masks: Int32Array): boolean | Literal => {
    for (;;) {
      const told = decide(formula, masks);
      if (typeof told === 'boolean' || !isExact(formula)) return told;
      const kept = openLiteral(formula, masks, exact);
      if (!kept) return told;
      split(kept, masks);
    }
  };
  const isGiven = (formula: Formula, masks: Int32Array): boolean | undefined => {
    for (const one of given) if (one.masks === masks && one.answer[0] === formula) return one.answer[1];
    return undefined;
  };
  /** Nothing is known yet of any variable of a formula. */
  const isUntold = (formula: Formula, masks: Int32Array): boolean => {
    for (const index of indexesIn(formula)) {
      if (masks[index] !== (variables[index] as Variable).full) return false;
    }
    return true;
  };
  const isPossible = (answers: readonly Answer[], masks: Int32Array): boolean => {
    const others = related(given, answers, masks);
    const slot = others.length === 0 && answers.every(([one]) => isUntold(one, masks)) && slotOf(answers);
    if (slot && slot.found !== undefined) return slot.found;
    const effort = { left: MOST_SPLITS };
    const found = canBe(others.length === 0 ? answers : [...answers, ...others], masks, effort);
    if (effort.left <= 0) doubtful = true;
    else if (slot) slot.found = found;
    return found;
  };
  const give = (answers: readonly Answer[], masks: Int32Array): void => {
    for (const answer of answers) given.push({ answer, masks });
  };
  const ask = (formula: Formula, masks: Int32Array): boolean => {
    onAsk?.(formula, linkNow, masks === before);
    if (typeof formula === 'boolean') return formula;
    touch(formula);
    const known = isGiven(formula, masks);
    if (known !== undefined) return known;
    const told = splitExact(formula, masks);
    if (typeof told === 'boolean') return told;
    if (!isPossible([[formula, true]], masks)) return false;
    if (!isPossible([[formula, false]], masks)) return true;
    const answer = choose();
    give([[formula, answer]], masks);
    return answer;
  };
  const outcome = ({ yes, no }: AtomFormulas): 'yes' | 'no' | 'unknown' => {
    onAsk?.(yes, linkNow, false);
    onAsk?.(no, linkNow, false);
    touch(yes);
    touch(no);
    const knownYes = isGiven(yes, now) ?? splitExact(yes, now);
    if (knownYes === true) return 'yes';
    const knownNo = isGiven(no, now) ?? splitExact(no, now);
    if (knownNo === true) return 'no';
    if (knownYes === false && knownNo === false) return 'unknown';
    const ways: readonly { readonly told: 'yes' | 'no' | 'unknown'; readonly answers: readonly Answer[] }[] =
      [
        { told: 'yes', answers: [[yes, true]] },
        {
          told: 'no',
          answers: [
            [yes, false],
            [no, true],
          ],
        },
        {
          told: 'unknown',
          answers: [
            [yes, false],
            [no, false],
          ],
        },
      ];
    const open = ways.filter(({ answers }) => isPossible(answers, now));
    const chosen = open.slice(0, -1).find(choose) ?? open.at(-1);
    if (!chosen) {
      impossible = true;
      return 'unknown';
    }
    if (open.length > 1) give(chosen.answers, now);
    return chosen.told;
  };
  const turned = (formula: Formula): boolean => {
    onAsk?.(formula, linkNow, !isUnchanged(formula));
    if (typeof formula === 'boolean' || isUnchanged(formula)) return false;
    touch(formula);
    if (decide(formula, now) === false || decide(formula, before) === true) return false;
    if (isExact(formula)) return ask(formula, now) && !ask(formula, before);
    const isOpen = isPossible([[formula, true]], now) && isPossible([[formula, false]], before);
    if (!isOpen) return false;
    const known = turnings.find((one) => one.formula === formula);
    if (known) return known.answer;
    const answer = choose();
    turnings.push({ formula, answer });
    if (!answer) return false;
    give([[formula, true]], now);
    give([[formula, false]], before);
    return true;
  };
  const returned = (formula: Formula): boolean => {
    if (after === now || !asked.some((index) => indexesIn(formula).includes(index))) return false;
    return ask(formula, after) && !ask(formula, now);
  };
  const isUnchanged = (formula: Formula): boolean => {
    for (const index of indexesIn(formula)) if (linkNow[index] !== LINK.same) return false;
    return true;
  };
  const isExact = (formula: Formula): boolean => {
    for (const index of indexesIn(formula)) if (exact[index] === 1) return true;
    return false;
  };

  const turn: Turn = {
    before,
    now,
    get after() {
      return after;
    },
    linkNow,
    get asked() {
      return asked;
    },
    get impossible() {
      return impossible;
    },
    get doubtful() {
      return doubtful;
    },
    held: (formula) => ask(formula, isUnchanged(formula) ? now : before),
    holds: (formula) => ask(formula, now),
    remains: (formula) => ask(formula, after),
    turned,
    returned,
    outcome,
    demand: ({ index }, mask) => {
      onAsk?.({ kind: 'is', variable: index, mask }, linkNow, false);
      touched[index] = 1;
      narrow(now, index, mask);
      if (!impossible && given.length > 0 && !isPossible([], now)) impossible = true;
    },
    pick: choose,
    look: () => {
      looked = true;
      return choose();
    },
    get looked() {
      return looked;
    },
    record: ({ index, full, known, later }, link) => {
      linkNow[index] = link;
      touched[index] = 1;
      const old = before[index] as number;
      if (link === LINK.free) now[index] = full;
      else if (link === LINK.keepsKnown) now[index] = (old & ~known) | known;
      else if (link === LINK.later) now[index] = later(old);
    },
    askAgain: ({ index }, mask) => {
      if (after === now) {
        rest.set(now);
        after = rest;
      }
      after[index] = mask;
      touched[index] = 1;
      asked.push(index);
    },
    recordEverything: () => {
      linkNow.fill(LINK.free);
      touched.fill(1);
      for (const { index, full } of variables) now[index] = full;
    },
  };
  return { turn, begin };
}
