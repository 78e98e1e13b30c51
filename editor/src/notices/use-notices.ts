import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useIdempotencyKey } from '../cases/use-cases.ts';
import { client, type NoticeLine } from '../client.ts';
import { answerOf } from '../session/api-error.ts';

const POLL_MS = 120_000;

/** Everything one is told in one's roles, newest first. */
export function useNotices() {
  return useQuery({
    queryKey: ['notices', 'all'],
    queryFn: () => answerOf(client.api.notices.$get({ query: { limit: 200 } })),
    refetchInterval: POLL_MS,
  });
}

/** Those that still ask to be acknowledged. */
export function useWaitingNotices(enabled: boolean) {
  return useQuery({
    queryKey: ['notices', 'waiting'],
    queryFn: () => answerOf(client.api.notices.$get({ query: { waiting: 'true', limit: 200 } })),
    refetchInterval: POLL_MS,
    enabled,
  });
}

/** Says that a notice was read, in the role it is for. */
export function useAcknowledge() {
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: ({ case: id, key, role }: NoticeLine) =>
      answerOf(
        client.api.cases[':id'].notices[':key'].acknowledge.$post(
          { param: { id, key }, json: { role } },
          keyOf({ id, key, role }),
        ),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
}
