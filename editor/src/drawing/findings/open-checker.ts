import type { Pack, VerdictCache } from '@parcours/engine';
import type { Patch } from 'immer';
import type { CheckAsk, CheckTold } from './check-messages.ts';

/** What the checker needs of a worker; tests give one of their own. */
export type CheckWorker = {
  readonly post: (ask: CheckAsk) => void;
  readonly end: () => void;
};

export type OpenWorker = (told: (told: CheckTold) => void, failed: () => void) => CheckWorker;

/** Checks one drawing after each of its changes. */
export type Checker = {
  /** `patches` lead from the pack that was given last to this one; without them the whole pack goes to the worker. */
  readonly check: (pack: Pack, patches?: readonly Patch[]) => void;
  readonly close: () => void;
};

type World = {
  readonly openWorker: OpenWorker;
  /** Calls later, in milliseconds; gives how to call it off. */
  readonly later: (ms: number, call: () => void) => () => void;
  /** Answers to the newest pack. */
  readonly onTold: (told: CheckTold) => void;
  readonly onProving: () => void;
  /** What the draft lies over, when it is an adaptation. */
  readonly base?: Pack | undefined;
};

/** A pause of the keys after which structure is checked, and the paths after it, in milliseconds. */
const PAUSE = { structure: 90, paths: 300 } as const;

/** More patches than this cost more than the pack. */
const MOST_PATCHES = 200;

/**
 * Two workers: one for the structure, always free; one for what takes seconds, ended when a newer pack comes while it works. What
 * it had proved by then is kept here and given to the next.
 */
export function openChecker({ openWorker, later, onTold, onProving, base }: World): Checker {
  let version = 0;
  let newest: Pack | undefined;
  let waiting: readonly Patch[] | undefined;
  let quick: CheckWorker | undefined;
  let deep: { readonly worker: CheckWorker; isBusy: boolean } | undefined;
  const cache: VerdictCache = {};
  let stopQuick = () => {};
  let stopDeep = () => {};

  const fromQuick = (told: CheckTold) => {
    if (told.kind === 'lost') {
      if (newest && told.version === version) quick?.post({ kind: 'structure', version, pack: newest });
    } else if (told.version === version) onTold(told);
  };
  const fromDeep = (told: CheckTold) => {
    if (told.kind === 'verdict' && told.kept) cache[told.verdict.id] = told.kept;
    if (told.version !== version) return;
    if (deep && (told.kind === 'done' || told.kind === 'failed')) deep.isBusy = false;
    onTold(told);
  };
  const failed = () => onTold({ version, kind: 'failed', message: 'the worker ended' });

  const sendQuick = () => {
    if (!newest) return;
    if (quick && waiting && waiting.length <= MOST_PATCHES)
      quick.post({ kind: 'changes', version, patches: waiting });
    else {
      quick ??= openWorker(fromQuick, failed);
      quick.post({ kind: 'structure', version, pack: newest });
    }
    waiting = [];
  };
  const sendDeep = () => {
    if (!newest) return;
    onProving();
    const isNew = deep === undefined;
    deep ??= { worker: openWorker(fromDeep, failed), isBusy: false };
    deep.isBusy = true;
    deep.worker.post({
      kind: 'prove',
      version,
      pack: newest,
      ...(isNew && { cache }),
      ...(base && { base }),
    });
  };
  return {
    check: (pack, patches) => {
      version += 1;
      newest = pack;
      waiting = patches && waiting && [...waiting, ...patches];
      if (deep?.isBusy) {
        deep.worker.end();
        deep = undefined;
      }
      stopQuick();
      stopDeep();
      stopQuick = later(PAUSE.structure, sendQuick);
      stopDeep = later(PAUSE.paths, sendDeep);
    },
    close: () => {
      stopQuick();
      stopDeep();
      quick?.end();
      deep?.worker.end();
      quick = undefined;
      deep = undefined;
      waiting = undefined;
    },
  };
}

/** A worker of the browser. */
export const openCheckWorker: OpenWorker = (told, failed) => {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<CheckTold>) => told(data);
  worker.onerror = failed;
  return { post: (ask) => worker.postMessage(ask), end: () => worker.terminate() };
};
