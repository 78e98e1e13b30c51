import type { Saved } from '../drawing-store.ts';
import { withoutArrived } from './without-arrived.ts';

/** Where the writing stands between this window and the service. */
export type Saving =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** The service does not answer. What `isKept` on this device is sent when it does; what is not lives in this window only. */
  | { readonly state: 'offline'; readonly isKept: boolean }
  /** Somebody changed the draft in between: `theirs` is how often. Nothing is sent until a person has chosen. */
  | { readonly state: 'conflict'; readonly theirs: number }
  /** The service refuses: the pen is elsewhere, the draft is in review, or the change does not fit. */
  | { readonly state: 'refused'; readonly code: string };

/** A change with a mark of its own: by it a change that has arrived is known, under whatever key it went. */
export type Marked = Saved & { readonly mark?: string };

/** Changes that the service has not confirmed, with the revision they lie on; plain JSON, so that a device can keep it. */
export type Unsent = { readonly revision: number; readonly changes: readonly Marked[] };

export type SendAnswer =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'offline' }
  /** `since`: the marks of each saving that the sender has not seen, one list a saving. */
  | { readonly kind: 'conflict'; readonly revision: number; readonly since: readonly (readonly string[])[] }
  | { readonly kind: 'refused'; readonly code: string };

export type SaverWorld = {
  /** `isLeaving`: the window may be gone before the answer comes. */
  readonly send: (batch: Unsent, key: string, isLeaving: boolean) => Promise<SendAnswer>;
  /** Keeps what is not confirmed on the device; undefined when everything is. False when the device keeps nothing. */
  readonly keep: (unsent: Unsent | undefined) => Promise<boolean>;
  /** Calls back after a while, and gives the way to take it back. */
  readonly later: (ms: number, call: () => void) => () => void;
  readonly newKey: () => string;
  readonly onState: (saving: Saving) => void;
};

export type Saver = {
  readonly add: (saved: Saved) => void;
  /** Sends now what waits: before the window closes, or when the network is back. */
  readonly flush: (isLeaving?: boolean) => void;
  /** Sends what can be sent, and nothing more afterwards. Resolves when nothing is on its way. */
  readonly close: () => Promise<void>;
  readonly unsent: () => Unsent | undefined;
  /** Something is written that neither the service nor the device has. */
  readonly isAtRisk: () => boolean;
};

/** Writing pauses this long before it is sent. */
const PAUSE_MS = 800;
const RETRY_MS = 5_000;
export const MOST_AT_ONCE = 200;

/**
 * Sends changes in their order, one batch at a time, and keeps on the device what the service has not confirmed: no
 * keystroke is lost when the network is. Sending never waits for the device, which may be slow or keep nothing. An answer
 * lost on the way counts once: the batch is sent again with its first key, and after a conflict what has arrived under any
 * key is known by its marks. After a conflict with somebody else nothing is sent any more; after a refusal, with what is
 * written next.
 */
export function newSaver(world: SaverWorld, start: Unsent): Saver {
  let { revision } = start;
  let waiting: readonly Marked[] = start.changes;
  let underWay: { readonly batch: Unsent; readonly key: string } | undefined;
  let sending: Promise<void> | undefined;
  let isStopped = false;
  let isClosing = false;
  let isOffline = false;
  let cancel: (() => void) | undefined;
  let [written, kept] = [0, 0];

  const unsent = (): Unsent | undefined => {
    const changes = [...(underWay?.batch.changes ?? []), ...waiting];
    return changes.length === 0 ? undefined : { revision, changes };
  };
  const isKept = () => written === kept;
  const keep = async () => {
    written += 1;
    const version = written;
    const isDone = await world.keep(unsent());
    if (isDone) kept = Math.max(kept, version);
    if (isDone && isKept() && isOffline && !isStopped) world.onState({ state: 'offline', isKept: true });
  };
  const after = (ms: number) => {
    cancel?.();
    if (!isClosing) cancel = world.later(ms, () => send());
  };
  const stop = () => {
    isStopped = true;
    cancel?.();
  };

  function send(isLeaving = false): void {
    if (sending || isStopped) return;
    if (!underWay) {
      if (waiting.length === 0) return;
      underWay = { batch: { revision, changes: waiting.slice(0, MOST_AT_ONCE) }, key: world.newKey() };
      waiting = waiting.slice(MOST_AT_ONCE);
    }
    const { batch, key } = underWay;
    world.onState({ state: 'saving' });
    sending = world.send(batch, key, isLeaving).then((answer) => {
      sending = undefined;
      if (!isStopped) take(answer);
    });
  }

  function take(answer: SendAnswer): void {
    isOffline = answer.kind === 'offline';
    if (answer.kind === 'offline') {
      world.onState({ state: 'offline', isKept: isKept() });
      after(RETRY_MS);
      return;
    }
    const mine = unsent()?.changes ?? [];
    const sent = underWay?.batch.changes.length ?? 0;
    underWay = undefined;
    if (answer.kind === 'refused') {
      // What the service refuses now it may take later: from who has the pen again, or has signed in.
      waiting = mine;
      world.onState({ state: 'refused', code: answer.code });
      return;
    }
    const { left, others } =
      answer.kind === 'saved' ? { left: mine.slice(sent), others: 0 } : withoutArrived(mine, answer.since);
    waiting = left;
    if (others === 0) revision = answer.revision;
    void keep();
    if (others > 0) {
      stop();
      world.onState({ state: 'conflict', theirs: others });
    } else if (waiting.length > 0) send();
    else world.onState({ state: 'saved' });
  }

  if (waiting.length > 0) after(0);
  return {
    add: (saved) => {
      waiting = [...waiting, { ...saved, mark: world.newKey() }];
      void keep();
      if (isStopped || sending) return;
      if (!underWay) world.onState({ state: 'saving' });
      after(PAUSE_MS);
    },
    flush: (isLeaving = false) => send(isLeaving),
    close: async () => {
      isClosing = true;
      send(true);
      while (sending) await sending;
      stop();
    },
    unsent,
    isAtRisk: () => unsent() !== undefined && !isKept(),
  };
}
