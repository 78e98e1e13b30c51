import { useQuery } from '@tanstack/react-query';
import { client } from '../client.ts';
import { answerOf } from '../session/api-error.ts';

/** The procedures of this service. */
export function useProcedures() {
  return useQuery({
    queryKey: ['packs'],
    queryFn: () => answerOf(client.api.packs.$get()),
    staleTime: 60_000,
  });
}

/** One procedure by id, or one version of it by hash: a version never changes. */
export function useProcedure(id: string) {
  return useQuery({
    queryKey: ['packs', id],
    queryFn: () => answerOf(client.api.packs[':id'].$get({ param: { id } })),
    staleTime: 5 * 60_000,
  });
}
