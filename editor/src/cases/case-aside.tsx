import { useState } from 'react';
import type { CaseView } from '../client.ts';
import { useErrorWords } from '../session/error-words.ts';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { AssignCard } from './assign-card.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { TroubleAlert } from './trouble.tsx';
import { troubleOf } from './trouble-of.ts';
import { useCaseAct, useColleagues } from './use-cases.ts';

/** Who carries the case, and what waits for a second person. */
export function CaseAside({ view, nameOf }: { view: CaseView; nameOf: (person: string) => string }) {
  const { t } = useWords();
  const toast = useToast();
  const act = useCaseAct(view.id);
  const [asked, setAsked] = useState(false);
  const colleagues = useColleagues(asked);
  const errorWords = useErrorWords();
  const trouble = troubleOf(act.error, errorWords);
  return (
    <>
      <ProposalCard
        proposals={view.proposals}
        nameOf={nameOf}
        busy={act.isPending}
        onSettle={(proposal, confirm) =>
          act.mutate({ kind: 'settle', proposal, confirm }, { onSuccess: () => toast(t('report.done')) })
        }
      />
      {trouble ? <TroubleAlert trouble={trouble} /> : null}
      <AssignCard
        assigned={view.assigned}
        nameOf={(person) =>
          view.names[person] ??
          colleagues.data?.accounts.find(({ id }) => id === person)?.displayName ??
          nameOf(person)
        }
        colleagues={colleagues.data?.accounts ?? []}
        onOpen={() => setAsked(true)}
        busy={act.isPending}
        onAssign={(role, person) =>
          act.mutate({ kind: 'assign', role, person }, { onSuccess: () => toast(t('report.done')) })
        }
      />
    </>
  );
}
