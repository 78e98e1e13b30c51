import { useState } from 'react';
import type { CaseView } from '../client.ts';
import { useErrorWords } from '../session/error-words.ts';
import { useSession } from '../session/use-session.ts';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { AssignCard } from './assign-card.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { RectifiedDialog } from './rectified-dialog.tsx';
import { TroubleAlert } from './trouble.tsx';
import { troubleOf } from './trouble-of.ts';
import { useCaseAct, useColleagues } from './use-cases.ts';

type Props = { readonly view: CaseView; readonly nameOf: (person: string) => string };

/** What waits for a second person. */
export function CaseProposals({ view, nameOf }: Props) {
  const { t } = useWords();
  const [isRectified, setRectified] = useState(false);
  const toast = useToast();
  const act = useCaseAct(view.id);
  const trouble = troubleOf(act.error, useErrorWords());
  return (
    <>
      <ProposalCard
        caseId={view.id}
        proposals={view.proposals}
        nameOf={nameOf}
        busy={act.isPending}
        onSettle={(proposal, confirm) =>
          act.mutate(
            { kind: 'settle', proposal, confirm },
            {
              onSuccess: () => {
                toast(t('report.done'));
                setRectified(confirm && view.proposals.some((one) => one.id === proposal && one.rectifies));
              },
            },
          )
        }
      />
      {isRectified ? <RectifiedDialog caseId={view.id} onClose={() => setRectified(false)} /> : null}
      {trouble ? <TroubleAlert trouble={trouble} /> : null}
    </>
  );
}

/** Who carries the case. */
export function CaseAside({ view, nameOf }: Props) {
  const { t } = useWords();
  const toast = useToast();
  const act = useCaseAct(view.id);
  const session = useSession();
  const [asked, setAsked] = useState(false);
  const colleagues = useColleagues(asked);
  const trouble = troubleOf(act.error, useErrorWords());
  return (
    <>
      {trouble ? <TroubleAlert trouble={trouble} /> : null}
      <AssignCard
        assigned={view.assigned}
        me={session.data?.account.id}
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
