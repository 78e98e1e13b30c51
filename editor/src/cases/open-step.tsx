import { useState } from 'react';
import type { CaseView } from '../client.ts';
import { useInvalidWords } from '../forms/invalid-words.ts';
import type { EventGuide, StepGuide } from '../guidance/types.ts';
import { usePack } from '../pack/pack-context.tsx';
import { useErrorWords } from '../session/error-words.ts';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { RecordDialog } from './record-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import type { ReportMode } from './report-draft.ts';
import { useStepDraft } from './step-drafts.ts';
import { StepWork } from './step-work.tsx';
import { troubleOf } from './trouble-of.ts';
import { useCaseAct } from './use-cases.ts';
import { usePreviewStep } from './use-preview-step.ts';

type Props = {
  readonly view: CaseView;
  readonly account: string;
  readonly step: StepGuide;
};

type Asking =
  | { readonly kind: 'report'; readonly outcome: EventGuide; readonly mode: ReportMode }
  | { readonly kind: 'fact'; readonly fact: string };

const isProposed = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'proposal' in answer;
const isDisagreed = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'disagreed' in answer && answer.disagreed === true;

/** A step of a real case: its draft, its dialogs, and what the service answers, shown where it belongs. */
export function OpenStep({ view, account, step: guided }: Props) {
  const caseId = view.id;
  const { t } = useWords();
  const toast = useToast();
  const act = useCaseAct(caseId);
  const errorWords = useErrorWords();
  const invalidWords = useInvalidWords();
  const draft = useStepDraft(account, caseId, guided.step, view.drafts);
  const step = usePreviewStep(usePack(), view, guided, draft.answers);
  const [asking, setAsking] = useState<Asking>();
  const trouble = troubleOf(act.error, errorWords);
  const errors = trouble?.kind === 'invalid' ? invalidWords(trouble.invalid) : {};
  const begin = (next: Asking) => {
    act.reset();
    setAsking(next);
  };
  const done = (message: string) => {
    setAsking(undefined);
    toast(message);
  };
  return (
    <>
      <StepWork
        step={step}
        answers={draft.answers}
        onAnswer={draft.answer}
        onReport={(outcome, mode) => begin({ kind: 'report', outcome, mode })}
        onAsk={(fact) => begin({ kind: 'fact', fact })}
        onRecord={() => {
          act.mutate(
            { kind: 'record', facts: draft.answers },
            {
              onSuccess: () => {
                draft.clear();
                done(t('form.recorded'));
              },
            },
          );
        }}
        recording={act.isPending}
        errors={errors}
      />
      {asking?.kind === 'report' ? (
        <ReportDialog
          outcome={asking.outcome}
          mode={asking.mode}
          answers={draft.answers}
          onClose={() => setAsking(undefined)}
          sending={act.isPending}
          trouble={trouble}
          onSend={(details) =>
            act.mutate(
              {
                kind: 'report',
                mode: asking.mode,
                event: asking.outcome.event,
                rules: asking.outcome.overridable.map(({ rule }) => rule),
                facts: draft.answers,
                details,
              },
              {
                onSuccess: (answer) => {
                  if (!isProposed(answer)) draft.clear();
                  done(
                    t(
                      isProposed(answer)
                        ? 'report.proposed'
                        : isDisagreed(answer)
                          ? 'report.disagreed'
                          : 'report.done',
                    ),
                  );
                },
              },
            )
          }
        />
      ) : null}
      {asking?.kind === 'fact' ? (
        <RecordDialog
          title={t('outcome.ask')}
          facts={[asking.fact]}
          errors={errors}
          onClose={() => setAsking(undefined)}
          sending={act.isPending}
          trouble={trouble}
          onSend={(facts, reason) =>
            act.mutate(
              { kind: 'record', facts, ...(reason === '' ? {} : { reason }) },
              { onSuccess: () => done(t('form.recorded')) },
            )
          }
        />
      ) : null}
    </>
  );
}
