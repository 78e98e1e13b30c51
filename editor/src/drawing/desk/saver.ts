import type { Saved } from '../drawing-store.ts';

/** Where the writing stands between this window and the service. */
export type Saving =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** The service does not answer; everything is kept on this device and sent when it does. */
  | { readonly state: 'offline' }
  /** Somebody changed the draft in between: `theirs` is how often. Nothing is sent until a person has chosen. */
  | { readonly state: 'conflict'; readonly theirs: number }
  /** The service refuses: the pen is elsewhere, the draft is in review, or the change does not fit. */
  | { readonly state: 'refused'; readonly code: string };

/** Changes that the service has not confirmed, with the revision they lie on; plain JSON, so that a device can keep it. */
export type Unsent = {
  readonly revision: number;
  readonly changes: readonly Saved[];
  /** The first `count` of them are on their way under this key: sent again with it, they count once. */
  readonly sent?: { readonly key: string; readonly count: number };
};

export type SendAnswer =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'offline' }
  | { readonly kind: 'conflict'; readonly theirs: number }
  | { readonly kind: 'refused'; readonly code: string };

export type SaverWorld = {
  readonly send: (batch: Unsent, key: string) => Promise<SendAnswer>;
  /** Keeps what is not confirmed on the device; undefined when everything is. */
  readonly keep: (unsent: Unsent | undefined) => Promise<void>;
  /** Calls back after a while, and gives the way to take it back. */
  readonly later: (ms: number, call: () => void) => () => void;
  readonly newKey: () => string;
  readonly onState: (saving: Saving) => void;
};

export type Saver = {
  readonly add: (saved: Saved) => void;
  /** Sends now what waits: before the window closes, or when the network is back. */
  readonly flush: () => void;
  readonly stop: () => void;
};

/** Writing pauses this long before it is sent. */
const PAUSE_MS = 800;
const RETRY_MS = 5_000;
const MOST_AT_ONCE = 200;

/**
 * Sends changes in their order, one batch at a time, and keeps on the device what the service has not confirmed: no
 * keystroke is lost when the network is. A batch is sent again with its first key, so that an answer lost on the way
 * counts once. After a conflict or a refusal nothing is sent any more.
 */
export function newSaver(world: SaverWorld, start: Unsent): Saver {
  let { revision } = start;
  let waiting: readonly Saved[] = start.changes.slice(start.sent?.count ?? 0);
  let underWay: { readonly batch: Unsent; readonly key: string } | undefined = start.sent && {
    batch: { revision, changes: start.changes.slice(0, start.sent.count) },
    key: start.sent.key,
  };
  let isSending = false;
  let isStopped = false;
  let cancel: (() => void) | undefined;

  const unsent = (): Unsent | undefined => {
    const changes = [...(underWay?.batch.changes ?? []), ...waiting];
    if (changes.length === 0) return undefined;
    const sent = underWay && { key: underWay.key, count: underWay.batch.changes.length };
    return { revision, changes, ...(sent && { sent }) };
  };
  const after = (ms: number) => {
    cancel?.();
    cancel = world.later(ms, () => void send());
  };
  const stop = () => {
    isStopped = true;
    cancel?.();
  };

  async function send(): Promise<void> {
    if (isSending || isStopped) return;
    if (!underWay) {
      if (waiting.length === 0) return;
      underWay = { batch: { revision, changes: waiting.slice(0, MOST_AT_ONCE) }, key: world.newKey() };
      waiting = waiting.slice(MOST_AT_ONCE);
    }
    isSending = true;
    world.onState({ state: 'saving' });
    // Whoever opens the draft again before the answer comes knows under which key it went.
    await world.keep(unsent());
    const answer = await world.send(underWay.batch, underWay.key);
    isSending = false;
    if (isStopped) return;
    switch (answer.kind) {
      case 'saved':
        revision = answer.revision;
        underWay = undefined;
        await world.keep(unsent());
        if (waiting.length > 0) await send();
        else world.onState({ state: 'saved' });
        return;
      case 'offline':
        world.onState({ state: 'offline' });
        after(RETRY_MS);
        return;
      case 'conflict':
        stop();
        world.onState({ state: 'conflict', theirs: answer.theirs });
        return;
      case 'refused':
        stop();
        world.onState({ state: 'refused', code: answer.code });
    }
  }

  if (underWay || waiting.length > 0) after(0);
  return {
    add: (saved) => {
      waiting = [...waiting, saved];
      void world.keep(unsent());
      if (isStopped || isSending) return;
      if (!underWay) world.onState({ state: 'saving' });
      after(PAUSE_MS);
    },
    flush: () => void send(),
    stop,
  };
}
