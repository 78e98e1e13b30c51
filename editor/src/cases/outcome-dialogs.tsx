import type { Answers } from '../forms/fact-form.tsx';
import { useInvalidWords } from '../forms/invalid-words.ts';
import type { EventGuide } from '../guidance/types.ts';
import { useErrorWords } from '../session/error-words.ts';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { RecordDialog } from './record-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import type { ReportMode } from './report-draft.ts';
import { troubleOf } from './trouble-of.ts';
import type { useCaseAct } from './use-cases.ts';
import { WhatFollowed } from './what-followed.tsx';

/** What is being asked before an outcome is reported, or before it can be. */
export type Asking =
  | { readonly kind: 'report'; readonly outcome: EventGuide; readonly mode: ReportMode }
  | { readonly kind: 'fact'; readonly fact: string };

const isProposed = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'proposal' in answer;
const isDisagreed = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'disagreed' in answer && answer.disagreed === true;

type Props = {
  readonly caseId: string;
  readonly act: ReturnType<typeof useCaseAct>;
  readonly asking: Asking | undefined;
  /** Answers of a form that go with the outcome. */
  readonly answers: Answers;
  readonly onClose: () => void;
  /** The answers were taken with an outcome that counts. */
  readonly onTaken?: () => void;
};

/** The dialogs behind a list of outcomes: reporting one, or answering what it waits for. */
export function OutcomeDialogs({ caseId, act, asking, answers, onClose, onTaken }: Props) {
  const { t } = useWords();
  const toast = useToast();
  const errorWords = useErrorWords();
  const invalidWords = useInvalidWords();
  const trouble = troubleOf(act.error, errorWords);
  const done = (message: string) => {
    onClose();
    toast(message);
  };
  if (asking?.kind === 'report') {
    const { outcome, mode } = asking;
    return (
      <ReportDialog
        outcome={outcome}
        mode={mode}
        answers={answers}
        onClose={onClose}
        sending={act.isPending}
        trouble={trouble}
        followed={(since, { happened, decision }) => (
          <WhatFollowed
            caseId={caseId}
            since={since}
            report={{
              event: outcome.event,
              facts: answers,
              ...(happened === undefined ? {} : { happened }),
              ...(decision === undefined ? {} : { decision }),
            }}
          />
        )}
        onSend={(details, as) =>
          act.mutate(
            {
              kind: 'report',
              mode: as,
              event: outcome.event,
              rules: outcome.overridable.map(({ rule }) => rule),
              facts: answers,
              details,
            },
            {
              onSuccess: (answer) => {
                if (!isProposed(answer)) onTaken?.();
                const disagreed = isDisagreed(answer) ? 'report.disagreed' : 'report.done';
                done(t(isProposed(answer) ? 'report.proposed' : disagreed));
              },
            },
          )
        }
      />
    );
  }
  if (asking?.kind === 'fact') {
    return (
      <RecordDialog
        title={t('outcome.ask')}
        facts={[asking.fact]}
        errors={trouble?.kind === 'invalid' ? invalidWords(trouble.invalid) : {}}
        onClose={onClose}
        sending={act.isPending}
        trouble={trouble}
        onSend={(facts, reason) =>
          act.mutate(
            { kind: 'record', facts, ...(reason === '' ? {} : { reason }) },
            { onSuccess: () => done(t('form.recorded')) },
          )
        }
      />
    );
  }
  return null;
}
