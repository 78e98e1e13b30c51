import type { Choice } from '@parcours/engine';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useIdempotencyKey } from '../../cases/use-cases.ts';
import { client } from '../../client.ts';
import { ApiError, answerOf } from '../../session/api-error.ts';

const draftOf = client.api.drafts[':id'];

/** What laying the draft over the base in effect would ask; null when it lies over that one already. */
export function useNewerBase(id: string) {
  return useQuery({
    queryKey: ['drafts', id, 'rebase'],
    queryFn: async () => {
      try {
        return await answerOf(draftOf.rebase.$get({ param: { id } }));
      } catch (error) {
        if (error instanceof ApiError && error.code === 'draft.no_newer_base') return null;
        throw error;
      }
    },
  });
}

type Laid = { readonly onto: string; readonly choices: Readonly<Record<string, Choice>> };

/** Lays it over; the draft is then read anew. */
export function useLayOver(id: string) {
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: async (laid: Laid) => {
      const { draft } = await answerOf(draftOf.$get({ param: { id } }));
      const json = { ...laid, revision: draft.revision };
      return answerOf(draftOf.rebase.$post({ param: { id }, json }, keyOf(json)));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts', id] }),
  });
}
