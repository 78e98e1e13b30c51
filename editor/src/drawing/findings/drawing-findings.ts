import { checkStructure, type Finding, type Pack, type Verdict } from '@parcours/engine';
import type { Patch } from 'immer';
import { keepSame } from '../../map/same-value.ts';
import type { DrawingStore } from '../drawing-store.ts';
import type { CheckTold } from './check-messages.ts';
import type { Coverage } from './coverage.ts';
import { type OpenWorker, openChecker, openCheckWorker } from './open-checker.ts';
import { placeOf } from './place-of.ts';

/** What is known of a draft as it stands, or as it stood a moment ago: a list stays until a newer one is there. */
export type DrawingFindings = {
  /** Everything found, gravest first. */
  readonly all: readonly Finding[];
  /** The same by the element at which it is shown: `steps/visit`. */
  readonly byPlace: ReadonlyMap<string, readonly Finding[]>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly coverage: Coverage | undefined;
  /** Structure, and paths, of the draft as it stands are told. */
  readonly isChecked: boolean;
  readonly isProved: boolean;
  /** Verdicts of this version that are told already. */
  readonly fresh: ReadonlySet<string>;
  readonly failed: boolean;
};

type Parts = Readonly<
  Record<'adaptation' | 'structure' | 'safeguards' | 'scenarios' | 'rules', readonly Finding[]>
>;

export type FindingsStore = {
  readonly get: () => DrawingFindings;
  /** The first to listen begins the checking, the last to go ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The same for what is found at one element (`steps/visit`): nobody is told of what is found elsewhere. */
  readonly subscribeAt: (place: string, listener: () => void) => () => void;
  /** True when the draft as it stands certainly has it no more, though a list may still show it. */
  readonly hasGone: (finding: Finding) => boolean;
  /** Has the whole draft checked once more. */
  readonly again: () => void;
};

const NOTHING: DrawingFindings = {
  all: [],
  byPlace: new Map(),
  verdicts: new Map(),
  coverage: undefined,
  isChecked: false,
  isProved: false,
  fresh: new Set(),
  failed: false,
};

const RANK = { error: 0, warning: 1, info: 2 } as const;

type World = {
  readonly openWorker: OpenWorker;
  readonly later: (ms: number, call: () => void) => () => void;
};

const IN_BROWSER: World = {
  openWorker: openCheckWorker,
  later: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Views come and go; the workers end when none has looked for so long, in milliseconds. */
const LINGERS = 5_000;

/** Checks a drawing after each change for as long as somebody looks at what was found. */
export function newFindingsStore(drawing: DrawingStore, world: World = IN_BROWSER): FindingsStore {
  let state = NOTHING;
  let parts: Parts = { adaptation: [], structure: [], safeguards: [], scenarios: [], rules: [] };
  const listeners = new Set<() => void>();
  const listenersAt = new Map<string, Set<() => void>>();
  let stop: (() => void) | undefined;
  let again = () => {};
  let now: { readonly pack: Pack; readonly keys: ReadonlySet<string> } | undefined;
  let stopLingering = () => {};
  const set = (change: Partial<DrawingFindings>) => {
    const before = state.byPlace;
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
    if (state.byPlace === before) return;
    for (const [place, those] of [...listenersAt])
      if (before.get(place) !== state.byPlace.get(place)) for (const listener of [...those]) listener();
  };
  const put = (part: keyof Parts, findings: readonly Finding[], change: Partial<DrawingFindings> = {}) => {
    parts = { ...parts, [part]: keepSame(parts[part], findings, keyOf) };
    const all = merged(parts);
    set({ ...change, all, byPlace: byPlaceOf(all, state.byPlace) });
  };
  const onTold = (told: CheckTold) => {
    if (told.kind === 'structure') put('structure', told.findings, { isChecked: true, failed: false });
    else if (told.kind === 'safeguards') {
      const ids = Object.keys(drawing.get().log.pack.safeguards);
      const verdicts = new Map([...state.verdicts].filter(([id]) => ids.includes(id)));
      put('safeguards', told.findings, { verdicts });
    } else if (told.kind === 'rules' || told.kind === 'adaptation') put(told.kind, told.findings);
    else if (told.kind === 'scenarios') put('scenarios', told.findings, { coverage: told.coverage });
    else if (told.kind === 'verdict') {
      const { verdict } = told;
      set({
        verdicts: new Map(state.verdicts).set(verdict.id, verdict),
        fresh: new Set(state.fresh).add(verdict.id),
      });
    } else if (told.kind === 'done') set({ isProved: true });
    else if (told.kind === 'failed') set({ failed: true, isChecked: true, isProved: true });
  };
  const start = () => {
    const checker = openChecker({
      ...world,
      onTold,
      onProving: () => set({ fresh: new Set() }),
      base: drawing.get().base,
    });
    let known: Pack | undefined;
    let patches: Patch[] | undefined = [];
    let timer: (() => void) | undefined;
    const send = () => {
      timer = undefined;
      const { pack } = drawing.get().log;
      if (pack === known) return;
      // What is checked for the first time, or once more, goes whole.
      const given = known === undefined ? undefined : patches;
      known = pack;
      patches = [];
      checker.check(pack, given);
    };
    const stopSaved = drawing.onSaved((saved) => patches?.push(...saved.patches));
    const stopState = drawing.subscribe(() => {
      const { log } = drawing.get();
      if (log.pack === known) return;
      // A draft taken anew from the service has no past: no patches lead to it.
      if (log.past.length === 0 && log.future.length === 0) patches = undefined;
      if (state.isChecked || state.isProved) set({ isChecked: false, isProved: false });
      timer ??= world.later(0, send);
    });
    again = () => {
      known = undefined;
      set({ isChecked: false, isProved: false });
      timer ??= world.later(0, send);
    };
    send();
    return () => {
      again = () => {};
      timer?.();
      stopSaved();
      stopState();
      checker.close();
    };
  };
  /** Checks for as long as somebody listens, and a little longer. */
  const listen = (leave: () => void) => {
    stopLingering();
    stop ??= start();
    return () => {
      leave();
      if (listeners.size > 0 || listenersAt.size > 0) return;
      stopLingering = world.later(LINGERS, () => {
        stop?.();
        stop = undefined;
      });
    };
  };
  const hasGone = (finding: Finding) => {
    const key = keyOf(finding);
    if (state.isChecked) return !state.all.some((each) => keyOf(each) === key);
    if (!parts.structure.some((each) => keyOf(each) === key)) return false;
    const { pack } = drawing.get().log;
    if (now?.pack !== pack) now = { pack, keys: new Set(checkStructure(pack).map(keyOf)) };
    return !now.keys.has(key);
  };
  return {
    get: () => state,
    hasGone,
    again: () => again(),
    subscribe: (listener) => {
      listeners.add(listener);
      return listen(() => listeners.delete(listener));
    },
    subscribeAt: (place, listener) => {
      const those = listenersAt.get(place) ?? new Set();
      listenersAt.set(place, those.add(listener));
      return listen(() => {
        those.delete(listener);
        if (those.size === 0 && listenersAt.get(place) === those) listenersAt.delete(place);
      });
    },
  };
}

const keyOf = ({ code, path }: Finding) => `${code} ${path}`;

function merged(parts: Parts): readonly Finding[] {
  const seen = new Set<string>();
  return Object.values(parts)
    .flat()
    .filter((finding) => {
      const key = keyOf(finding);
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** The findings of each element; a list that says what it said before is the same list, so that its row is not drawn again. */
function byPlaceOf(
  all: readonly Finding[],
  before: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of all) {
    const place = placeOf(finding.path);
    const known = found.get(place);
    if (known) known.push(finding);
    else found.set(place, [finding]);
  }
  return new Map(
    [...found].map(([place, findings]) => {
      const last = before.get(place);
      const isSame = last?.length === findings.length && last.every((one, index) => one === findings[index]);
      return [place, isSame && last ? last : findings];
    }),
  );
}

const stores = new WeakMap<DrawingStore, FindingsStore>();

/** The findings of a drawing: one for all its views. */
export function findingsOf(drawing: DrawingStore): FindingsStore {
  const known = stores.get(drawing) ?? newFindingsStore(drawing);
  stores.set(drawing, known);
  return known;
}

/** Has a drawing checked by a worker of one's own; before anybody looks at what is found. */
export function checkWith(drawing: DrawingStore, openWorker: OpenWorker): void {
  stores.set(drawing, newFindingsStore(drawing, { ...IN_BROWSER, openWorker }));
}
