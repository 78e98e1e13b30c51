import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useColleagues, useIdempotencyKey } from '../cases/use-cases.ts';
import { client, type LeftCase } from '../client.ts';
import { useProcedures } from '../procedures/use-procedures.ts';
import { answerOf } from '../session/api-error.ts';
import { useErrorWords } from '../session/error-words.ts';
import { useSession } from '../session/use-session.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { type HandOver, HandOverDialog } from './hand-over-dialog.tsx';
import { LeftCaseList } from './left-case-list.tsx';

/** Cases that nobody carries any more, for who administers the service. */
export function LeftCasesPage() {
  const { t } = useWords();
  const toast = useToast();
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  const errorWords = useErrorWords();
  const session = useSession();
  const accounts = useColleagues(true);
  const packs = useProcedures();
  const [chosen, setChosen] = useState<LeftCase>();
  const left = useQuery({
    queryKey: ['left-cases'],
    queryFn: () => answerOf(client.api['left-cases'].$get()),
  });
  const handOver = useMutation({
    mutationFn: ({ id, ...json }: HandOver & { readonly id: string }) =>
      answerOf(
        client.api['left-cases'][':id']['hand-over'].$post({ param: { id }, json }, keyOf({ id, ...json })),
      ),
    onSuccess: () => {
      setChosen(undefined);
      toast(t('leftCases.done'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['left-cases'] }),
  });
  return (
    <Page title={t('leftCases.title')} subtitle={t('leftCases.explain')} width={820}>
      <Loaded query={left}>
        {({ cases }) => (
          <LeftCaseList
            cases={cases}
            titles={new Map(packs.data?.packs.map(({ id, title }) => [id, title]))}
            onHandOver={(one) => {
              handOver.reset();
              setChosen(one);
            }}
          />
        )}
      </Loaded>
      {chosen ? (
        <HandOverDialog
          left={chosen}
          // Nobody hands a case to themselves.
          people={(accounts.data?.accounts ?? []).filter(({ id }) => id !== session.data?.account.id)}
          onClose={() => setChosen(undefined)}
          onSend={(given) => handOver.mutate({ id: chosen.case, ...given })}
          sending={handOver.isPending}
          problem={handOver.error ? errorWords(handOver.error) : undefined}
        />
      ) : null}
    </Page>
  );
}
