import { useState } from 'react';
import type { CaseView } from '../client.ts';
import { useInvalidWords } from '../forms/invalid-words.ts';
import { heardApart } from '../guidance/heard-apart.ts';
import type { StepGuide } from '../guidance/types.ts';
import { usePack } from '../pack/pack-context.tsx';
import { useErrorWords } from '../session/error-words.ts';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { type Asking, OutcomeDialogs } from './outcome-dialogs.tsx';
import { useStepDraft } from './step-drafts.ts';
import { StepWork } from './step-work.tsx';
import { troubleOf } from './trouble-of.ts';
import { useCaseAct } from './use-cases.ts';
import { usePreviewStep } from './use-preview-step.ts';
import { useProposed } from './use-proposed.ts';

type Props = {
  readonly view: CaseView;
  readonly account: string;
  readonly step: StepGuide;
};

/** A step of a real case: its draft, its dialogs, and what the service answers, shown where it belongs. */
export function OpenStep({ view, account, step: guided }: Props) {
  const caseId = view.id;
  const { t } = useWords();
  const toast = useToast();
  const act = useCaseAct(caseId);
  const errorWords = useErrorWords();
  const invalidWords = useInvalidWords();
  const draft = useStepDraft(account, caseId, guided.step, view.drafts);
  const pack = usePack();
  const whole = usePreviewStep(pack, view, guided, draft.answers);
  const step = { ...whole, events: heardApart(pack, whole).own };
  const proposed = useProposed(view);
  const [asking, setAsking] = useState<Asking>();
  const trouble = troubleOf(act.error, errorWords);
  const errors = trouble?.kind === 'invalid' ? invalidWords(trouble.invalid) : {};
  const begin = (next: Asking) => {
    act.reset();
    setAsking(next);
  };
  return (
    <>
      <StepWork
        step={step}
        answers={draft.answers}
        proposed={proposed}
        onAnswer={draft.answer}
        onReport={(outcome, mode) => begin({ kind: 'report', outcome, mode })}
        onAsk={(fact) => begin({ kind: 'fact', fact })}
        onRecord={() => {
          act.mutate(
            { kind: 'record', facts: draft.answers },
            {
              onSuccess: () => {
                draft.clear();
                toast(t('form.recorded'));
              },
            },
          );
        }}
        recording={act.isPending}
        errors={errors}
      />
      <OutcomeDialogs
        caseId={caseId}
        act={act}
        asking={asking}
        answers={draft.answers}
        onClose={() => setAsking(undefined)}
        onTaken={draft.clear}
      />
    </>
  );
}
