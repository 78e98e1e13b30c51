import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useIdempotencyKey } from '../../cases/use-cases.ts';
import { client, type DraftView } from '../../client.ts';
import { ApiError, answerOf } from '../../session/api-error.ts';
import type { SendAnswer, Unsent } from './saver.ts';

const HERE_MS = 8_000;

/** The drafts of this service. */
export function useDrafts() {
  return useQuery({ queryKey: ['drafts'], queryFn: () => answerOf(client.api.drafts.$get()) });
}

/** A draft as it is when it is opened; afterwards the window knows better. */
export function useDraft(id: string) {
  return useQuery<DraftView>({
    queryKey: ['drafts', id],
    queryFn: () => answerOf(client.api.drafts[':id'].$get({ param: { id } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export type BeginFrom =
  | { readonly pack: string }
  | {
      readonly copy: string;
      readonly id: string;
      readonly title: Record<string, string>;
      readonly jurisdiction: string;
    }
  | {
      readonly adapt: string;
      readonly id: string;
      readonly title: Record<string, string>;
      readonly jurisdiction: string;
    }
  | { readonly files: Record<string, string> };

export function useBeginDraft() {
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (from: BeginFrom) => answerOf(client.api.drafts.$post({ json: { from } }, keyOf(from))),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
}

/** Who is at the table; asking says that one is there oneself. */
export function useTable(id: string, place: string | undefined) {
  return useQuery({
    queryKey: ['drafts', id, 'table'],
    queryFn: () =>
      answerOf(
        client.api.drafts[':id'].here.$post({ param: { id }, json: place === undefined ? {} : { place } }),
      ),
    refetchInterval: HERE_MS,
  });
}

export type PenAct =
  | { readonly act: 'take' | 'ask' | 'leave' | 'keep' }
  | { readonly act: 'give'; readonly to: string };

export function usePen(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: PenAct) => answerOf(client.api.drafts[':id'].pen.$post({ param: { id }, json })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts', id, 'table'] }),
  });
}

/** The draft as the service holds it now, read past everything that is remembered; undefined when it does not answer. */
export async function readDraft(id: string): Promise<DraftView | undefined> {
  return answerOf(client.api.drafts[':id'].$get({ param: { id } })).catch(() => undefined);
}

/** A request that outlives its window may be this long. */
const MOST_LEAVING_BYTES = 60_000;

/** Sends a batch of changes; whatever happens is an answer. `isLeaving` sends it even if the window closes meanwhile. */
export async function sendChanges(
  id: string,
  { revision, changes }: Unsent,
  key: string,
  isLeaving: boolean,
): Promise<SendAnswer> {
  try {
    const text = JSON.stringify({ revision, changes });
    const json = JSON.parse(text);
    const headers = { 'idempotency-key': key };
    const keepalive = isLeaving && new TextEncoder().encode(text).length < MOST_LEAVING_BYTES;
    const saved = await answerOf(
      client.api.drafts[':id'].changes.$post({ param: { id }, json }, { headers, init: { keepalive } }),
    );
    return { kind: 'saved', revision: saved.revision };
  } catch (error) {
    // An answer that cannot be read is as good as none: what it answered is asked again.
    if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) return { kind: 'offline' };
    if (error.code === 'draft.conflict') return conflictOf(error.details as ConflictDetails);
    return { kind: 'refused', code: error.code };
  }
}

type ConflictDetails = {
  readonly revision: number;
  readonly since: readonly { readonly changes: readonly { readonly mark?: string }[] }[];
};

/** A saving without marks of its own is somebody else's. */
function conflictOf({ revision, since }: ConflictDetails): SendAnswer {
  const marks = since.map(({ changes }) => changes.flatMap(({ mark }) => mark ?? []));
  return { kind: 'conflict', revision, since: marks };
}
