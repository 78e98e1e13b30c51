import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useIdempotencyKey } from '../../cases/use-cases.ts';
import { client, type VersionMovePlan } from '../../client.ts';
import { ApiError, answerOf } from '../../session/api-error.ts';
import type { Saved } from '../drawing-store.ts';

const draftOf = client.api.drafts[':id'];
const moves = client.api['version-moves'];

/** What is asked of a draft beside its text: the text itself stays as this window holds it. */
const BESIDE = ['table', 'decision', 'gate', 'minutes'] as const;
const GATE_AGAIN_MS = 2_000;
const MOVES_AGAIN_MS = 5_000;

/** How far a draft is on its way to be published; `stamp` changes when it has to be asked again. */
export function useDecision(id: string, stamp: string) {
  return useQuery({
    queryKey: ['drafts', id, 'decision', stamp],
    queryFn: () => answerOf(draftOf.decision.$get({ param: { id } })),
  });
}

/** The gate's report on the draft as it stands; asked again while it is being made. */
export function useGate(id: string, stamp: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['drafts', id, 'gate', stamp],
    queryFn: () => answerOf(draftOf.gate.$get({ param: { id } })),
    enabled: isAsked,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? GATE_AGAIN_MS : false),
  });
}

export function useMinutes(id: string) {
  return useQuery({
    queryKey: ['drafts', id, 'minutes'],
    queryFn: () => answerOf(draftOf.minutes.$get({ param: { id } })),
  });
}

export function useVersions(pack: string) {
  return useQuery({
    queryKey: ['packs', pack, 'versions'],
    queryFn: async () => {
      try {
        return (await answerOf(client.api.packs[':id'].versions.$get({ param: { id: pack } }))).versions;
      } catch (error) {
        // A procedure that nobody has published yet has no versions; any other answer says nothing of them.
        if (error instanceof ApiError && error.code === 'pack.not_found') return [];
        throw error;
      }
    },
  });
}

/** What a version says differently from the one before it. It never changes. */
export function useVersionDiff(pack: string, hash: string, against: string) {
  return useQuery({
    queryKey: ['packs', pack, 'versions', hash, against],
    queryFn: () =>
      answerOf(
        client.api.packs[':id'].versions[':hash'].diff.$get({
          param: { id: pack, hash },
          query: { against },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export type DecisionAct =
  | { readonly act: 'review' | 'drawing' | 'close' }
  | {
      readonly act: 'approve';
      readonly sector: string;
      readonly hash: string;
      readonly function: string;
      readonly body: string;
      readonly said?: string;
    }
  | { readonly act: 'withdraw'; readonly sector: string; readonly reason: string };

/** Begins or ends the review, closes the draft, approves for a sector, takes that back. */
export function useDecide(id: string) {
  const beside = useBeside(id);
  return useMutation({
    mutationFn: async (decision: DecisionAct): Promise<unknown> => {
      if (decision.act === 'close') return answerOf(draftOf.close.$post({ param: { id } }));
      if (decision.act === 'withdraw') {
        const { act: _, ...json } = decision;
        return answerOf(draftOf.approvals.withdraw.$post({ param: { id }, json }));
      }
      if (decision.act !== 'approve')
        return answerOf(draftOf.review.$post({ param: { id }, json: { state: decision.act } }));
      const { act: _, said, ...json } = decision;
      const given = { ...json, ...(said === undefined ? {} : { act: said }) };
      return answerOf(draftOf.approvals.$post({ param: { id }, json: given }));
    },
    onSettled: beside,
  });
}

export type Publishing = {
  readonly version: string;
  readonly effective: { readonly from: string; readonly until?: string };
};

export function usePublish(id: string, pack: string) {
  const queries = useQueryClient();
  const beside = useBeside(id);
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (json: Publishing) => answerOf(draftOf.publish.$post({ param: { id }, json }, keyOf(json))),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['packs'] }),
        queries.invalidateQueries({ queryKey: ['packs', pack, 'versions'] }),
      ]),
    onSettled: beside,
  });
}

export type Remark =
  | { readonly kind: 'say'; readonly place: string; readonly text: string; readonly suggestion?: Saved }
  | { readonly kind: 'reply'; readonly comment: string; readonly text: string }
  | { readonly kind: 'settle'; readonly comment: string; readonly state: 'done' | 'refused' | 'open' };

/** Says something about a place, answers, settles. */
export function useRemark(id: string) {
  const beside = useBeside(id);
  return useMutation({
    mutationFn: (remark: Remark) => {
      if (remark.kind === 'say') {
        const { kind: _, ...said } = remark;
        // As JSON carries it: a change of the log is plain data.
        return answerOf(draftOf.comments.$post({ param: { id }, json: JSON.parse(JSON.stringify(said)) }));
      }
      const param = { id, comment: remark.comment };
      const one = draftOf.comments[':comment'];
      return remark.kind === 'reply'
        ? answerOf(one.replies.$post({ param, json: { text: remark.text } }))
        : answerOf(one.settle.$post({ param, json: { state: remark.state } }));
    },
    onSettled: beside,
  });
}

function useBeside(id: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all(BESIDE.map((part) => queries.invalidateQueries({ queryKey: ['drafts', id, part] })));
}

/** Versions on which cases stand, and the moves between them; administrators only. */
export function useVersionMoves(isAsked: boolean) {
  return useQuery({
    queryKey: ['version-moves'],
    queryFn: () => answerOf(moves.$get()),
    enabled: isAsked,
    refetchInterval: ({ state }) =>
      state.data?.moves.some((move) => move.state === 'running') ? MOVES_AGAIN_MS : false,
  });
}

/** What would become of the cases of a version, a page at a time; `so` is what was told of those before. */
export type PlanAsked = { readonly from: string; readonly so?: VersionMovePlan };

export function useMovePlan() {
  return useMutation({
    mutationFn: async ({ from, so }: PlanAsked): Promise<VersionMovePlan> => {
      const json = { from, ...(so?.after !== undefined && { after: so.after }) };
      const page = await answerOf(moves.plan.$post({ json }));
      if (!so) return page;
      return { ...page, going: so.going + page.going, staying: [...so.staying, ...page.staying] };
    },
  });
}

/** What became of each case of a move. */
export function useMoveCases(id: string) {
  return useQuery({
    queryKey: ['version-moves', id],
    queryFn: () => answerOf(moves[':id'].$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? MOVES_AGAIN_MS : false),
  });
}

export type MoveAct =
  | { readonly act: 'start'; readonly from: string; readonly reason: string }
  | { readonly act: 'stop' | 'resume'; readonly move: string };

export function useMoveAct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: MoveAct) =>
      asked.act === 'start'
        ? answerOf(moves.$post({ json: { from: asked.from, reason: asked.reason } }))
        : answerOf(moves[':id'][asked.act].$post({ param: { id: asked.move } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['version-moves'] }),
  });
}
