import { notifications } from '@mantine/notifications';
import type { FactValue } from '@parcours/engine';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { client, type RectificationPreview } from '../client.ts';
import { answerOf } from '../session/api-error.ts';
import { newKey } from '../session/new-key.ts';
import type { ReportDetails, ReportMode } from './report-draft.ts';

type Facts = Readonly<Record<string, FactValue>>;

/** What may be asked of a case from its page. */
export type CaseAct =
  | {
      readonly kind: 'report';
      readonly mode: ReportMode;
      readonly event: string;
      readonly rules: readonly string[];
      readonly facts: Facts;
      readonly details: ReportDetails;
    }
  | {
      readonly kind: 'record';
      readonly facts?: Facts;
      readonly correct?: Facts;
      readonly forget?: readonly string[];
      readonly reconsidered?: readonly number[];
      readonly reason?: string;
    }
  | { readonly kind: 'settle'; readonly proposal: string; readonly confirm: boolean }
  | { readonly kind: 'assign'; readonly role: string; readonly person: string }
  /** Moves the case to the version of that hash. */
  | { readonly kind: 'migrate'; readonly to: string; readonly reason: string }
  | { readonly kind: 'take_back'; readonly reason: string };

const POLL_MS = 30_000;

/** The cases one may open, newest first, page after page. */
export function useCases(status: 'open' | 'closed') {
  return useInfiniteQuery({
    queryKey: ['cases', 'list', status],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.api.cases.$get({
          query: { status, limit: 100, ...(pageParam === '' ? {} : { before: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: POLL_MS,
  });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: ['cases', id],
    queryFn: () => answerOf(client.api.cases[':id'].$get({ param: { id }, query: {} })),
    refetchInterval: POLL_MS,
  });
}

export function useJournal(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['cases', id, 'journal'],
    queryFn: () => answerOf(client.api.cases[':id'].journal.$get({ param: { id } })),
    enabled,
  });
}

/** A late report as far as it is written, to see what it would withdraw. */
export type LateReport = Pick<ReportDetails, 'happened' | 'decision'> & {
  readonly event: string;
  readonly facts: Facts;
};

/** What would no longer hold if a late report stood in its place; nothing happens. Asked once it says when it happened. */
export function useRectificationPreview(id: string, { event, facts, happened, decision }: LateReport) {
  const json = {
    event,
    happened: happened ?? '',
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(decision ? { decision } : {}),
  };
  return useQuery<RectificationPreview>({
    queryKey: ['cases', id, 'rectification', json],
    queryFn: () => answerOf(client.api.cases[':id'].rectifications.preview.$post({ param: { id }, json })),
    enabled: happened !== undefined,
  });
}

/** What confirming a proposed late report would withdraw, asked by who may confirm it; nothing happens. */
export function useProposalPreview(id: string, proposal: string) {
  return useQuery<RectificationPreview>({
    queryKey: ['cases', id, 'proposal', proposal],
    queryFn: () =>
      answerOf(client.api.cases[':id'].proposals[':pid'].preview.$get({ param: { id, pid: proposal } })),
  });
}

/** What would become of a case in the version of that hash; nothing happens. */
export function useMigrationPlan(id: string, to: string, seq: number) {
  return useQuery({
    queryKey: ['cases', id, 'migration', to, seq],
    queryFn: () => answerOf(client.api.cases[':id'].migration.plan.$post({ param: { id }, json: { to } })),
    retry: false,
  });
}

export function useColleagues(enabled: boolean) {
  return useQuery({
    queryKey: ['accounts'],
    queryFn: () => answerOf(client.api.accounts.$get()),
    enabled,
    staleTime: 60_000,
  });
}

/** The same key for the same request, so that a repeat after a lost answer counts once. */
export function useIdempotencyKey(): (request: unknown) => { headers: { 'idempotency-key': string } } {
  const last = useRef({ text: '', key: '' });
  return (request) => {
    const text = JSON.stringify(request);
    if (last.current.text !== text) last.current = { text, key: newKey() };
    return { headers: { 'idempotency-key': last.current.key } };
  };
}

/** Sends an act on a case; when it is taken, or refused and recorded, the case is read again. */
export function useCaseAct(id: string) {
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  const target = client.api.cases[':id'];
  return useMutation({
    // What was said of the last act must not be read as the answer to this one.
    onMutate: () => notifications.clean(),
    mutationFn: async (act: CaseAct): Promise<unknown> => {
      const key = keyOf(act);
      if (act.kind === 'assign') {
        return answerOf(
          target.assignments.$post({ param: { id }, json: { role: act.role, person: act.person } }, key),
        );
      }
      if (act.kind === 'settle') {
        const proposal = target.proposals[':pid'];
        return act.confirm
          ? answerOf(proposal.confirm.$post({ param: { id, pid: act.proposal }, json: {} }, key))
          : answerOf(proposal.refuse.$post({ param: { id, pid: act.proposal } }, key));
      }
      if (act.kind === 'migrate') {
        const json = { to: act.to, reason: act.reason };
        return answerOf(target.migration.$post({ param: { id }, json }, key));
      }
      if (act.kind === 'take_back') {
        const json = { reason: act.reason };
        return answerOf(target.migration['take-back'].$post({ param: { id }, json }, key));
      }
      if (act.kind === 'record') {
        const { kind: _, forget, reconsidered, ...rest } = act;
        return answerOf(
          target.facts.$post(
            {
              param: { id },
              json: {
                ...rest,
                ...(forget ? { forget: [...forget] } : {}),
                ...(reconsidered ? { reconsidered: [...reconsidered] } : {}),
              },
            },
            key,
          ),
        );
      }
      const { event, facts, details, mode, rules } = act;
      const common = { event, ...(Object.keys(facts).length > 0 ? { facts } : {}), ...details };
      if (mode === 'override') {
        const json = { ...common, rules: [...rules], reason: details.reason ?? '' };
        return answerOf(target.overrides.$post({ param: { id }, json }, key));
      }
      if (mode === 'rectify') {
        const json = { ...common, happened: details.happened ?? '', reason: details.reason ?? '' };
        return answerOf(target.rectifications.$post({ param: { id }, json }, key));
      }
      const json = { ...common, ...(mode === 'done' ? { done: true } : {}) };
      return answerOf(target.events.$post({ param: { id }, json }, key));
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
