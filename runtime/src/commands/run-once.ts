/**
 * Every write of a person goes through here: its work, its answer under the idempotency key and its audit row are one
 * commit, so a repeated key finds the first answer and a lost race starts again from what is now true.
 */
import { createHash } from 'node:crypto';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { SavedAnswer, StoredAccount, Write } from '../store/store.ts';
import { StoreConflict } from '../store/store-error.ts';

export type Answer = {
  readonly status: ContentfulStatusCode;
  readonly body: unknown;
  readonly writes: readonly Write[];
  /** What the audit row names; never more than an id. */
  readonly subject: string;
  /** Error code, when the answer is a refusal that was recorded. */
  readonly refused?: string;
};

export type WriteRequest = {
  readonly account: StoredAccount;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Dotted verb of the audit row. */
  readonly action: string;
};

export type GivenAnswer = {
  readonly status: ContentfulStatusCode;
  readonly body: unknown;
  readonly repeated: boolean;
};

const MOST_TRIES = 6;

const fingerprintOf = (request: WriteRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([request.method, request.path, request.body]))
    .digest('hex');

function given(saved: SavedAnswer, fingerprint: string): GivenAnswer {
  if (saved.fingerprint !== fingerprint) {
    throw new RequestError(
      'key.reused',
      'This Idempotency-Key was used for another request. Take a new key for a new request.',
    );
  }
  return { status: saved.status as ContentfulStatusCode, body: saved.body, repeated: true };
}

/** Runs `work` once for this account and key. `work` only reads and says what to write. */
export function runOnce(
  service: Service,
  request: WriteRequest,
  work: () => Promise<Answer>,
): Promise<GivenAnswer> {
  const { store, clock } = service;
  const { account, key, action } = request;
  const fingerprint = fingerprintOf(request);
  return service.inTurn(`key ${account.id} ${key}`, async () => {
    for (let tries = 1; ; tries += 1) {
      const saved = await store.answer(account.id, key);
      if (saved) return given(saved, fingerprint);
      const answer = await work();
      const at = clock.now();
      const { status, body, subject, refused } = answer;
      try {
        await store.commit([
          ...answer.writes,
          { kind: 'answer', answer: { account: account.id, key, fingerprint, status, body, at } },
          {
            kind: 'audit',
            note: {
              at,
              account: account.id,
              action,
              subject,
              outcome: refused === undefined ? 'allowed' : 'refused',
              ...(refused === undefined ? {} : { code: refused }),
            },
          },
        ]);
        noteLedger(service, answer.writes);
        return { status, body, repeated: false };
      } catch (error) {
        if (!(error instanceof StoreConflict)) throw error;
        if (error.on === 'move')
          throw new RequestError('move.under_way', 'The cases of this version are being moved already.');
        if (error.on === 'publication')
          throw new RequestError('draft.version_taken', 'A version with this number is published already.');
        if (error.on === 'account') throw new RequestError('account.name_taken', 'This name is taken.');
        if (error.on === 'proposal')
          throw new RequestError('proposal.settled', 'Somebody answered it already.');
        if (tries >= MOST_TRIES) {
          throw new RequestError(
            'case.busy',
            'Too many people write to this at once. Repeat with the same key.',
          );
        }
      }
    }
  });
}

/** Tells the sweeper of rows that may be due soon, and of effects to deliver. */
export function noteLedger(service: Service, writes: readonly Write[]): void {
  for (const write of writes) {
    if (write.kind === 'outbox' && write.rows.length > 0) service.noteDue(service.clock.now());
    if (write.kind !== 'ledger') continue;
    for (const row of write.rows) if (row.state === 'running' && row.next) service.noteDue(row.next);
  }
}
