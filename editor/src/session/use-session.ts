import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../client.ts';
import { clearDrafts } from '../forms/draft.ts';
import { ApiError, answerOf } from './api-error.ts';
import type { FirstAdministrator } from './set-up-view.tsx';
import type { Credentials } from './sign-in-view.tsx';

export const SESSION_KEY = ['session'] as const;

/** Who is signed in; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: async () => {
      try {
        return await answerOf(client.api.session.$get());
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** Whether the first administrator is still to be made, and whether everything here is invented. */
export function useSetup(enabled: boolean) {
  return useQuery({ queryKey: ['setup'], queryFn: () => answerOf(client.api.setup.$get()), enabled });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: Credentials) => answerOf(client.api.session.$post({ json })),
    onSuccess: (session) => queries.setQueryData(SESSION_KEY, session),
  });
}

export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (typed: FirstAdministrator) =>
      answerOf(client.api.setup.$post({ json: { ...typed, sector: '', place: '', roles: [] } })),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Ends the session and forgets what this browser kept of it. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(client.api.session.$delete()),
    onSettled: () => {
      clearDrafts();
      queries.clear();
      queries.setQueryData(SESSION_KEY, null);
    },
  });
}
