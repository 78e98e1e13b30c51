import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../client.ts';
import { answerOf } from '../session/api-error.ts';

export const proceduresQuery = queryOptions({
  queryKey: ['packs'],
  queryFn: () => answerOf(client.api.packs.$get()),
  staleTime: 60_000,
});

export const procedureQuery = (id: string) =>
  queryOptions({
    queryKey: ['packs', id],
    queryFn: () => answerOf(client.api.packs[':id'].$get({ param: { id } })),
    staleTime: 5 * 60_000,
  });

/** The procedures of this service. */
export function useProcedures() {
  return useQuery(proceduresQuery);
}

/** One procedure by id, or one version of it by hash: a version never changes. */
export function useProcedure(id: string) {
  return useQuery(procedureQuery(id));
}
