import { useState } from 'react';
import { OutcomeList } from '../guidance/outcome-list.tsx';
import type { EventGuide } from '../guidance/types.ts';
import { type Asking, OutcomeDialogs } from './outcome-dialogs.tsx';
import { useCaseAct } from './use-cases.ts';

const NO_ANSWERS = {};

type Props = {
  readonly caseId: string;
  readonly outcomes: readonly EventGuide[];
  /** Outcomes that wait for a second person, in words. */
  readonly proposed?: Readonly<Record<string, string>>;
};

/** What may be reported wherever the case stands, because it opens a track that is still closed. */
export function AnyTimeOutcomes({ caseId, outcomes, proposed }: Props) {
  const act = useCaseAct(caseId);
  const [asking, setAsking] = useState<Asking>();
  const begin = (next: Asking) => {
    act.reset();
    setAsking(next);
  };
  return (
    <>
      <OutcomeList
        outcomes={outcomes}
        proposed={proposed}
        onChoose={(outcome) => begin({ kind: 'report', outcome, mode: 'report' })}
        onOverride={(outcome) => begin({ kind: 'report', outcome, mode: 'override' })}
        onDone={(outcome) => begin({ kind: 'report', outcome, mode: 'done' })}
        onAsk={(fact) => begin({ kind: 'fact', fact })}
      />
      <OutcomeDialogs
        caseId={caseId}
        act={act}
        asking={asking}
        answers={NO_ANSWERS}
        onClose={() => setAsking(undefined)}
      />
    </>
  );
}
