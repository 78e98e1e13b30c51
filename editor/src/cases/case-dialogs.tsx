import type { FactValue, Guide } from '@parcours/engine';
import { useState } from 'react';
import { useInvalidWords } from '../forms/invalid-words.ts';
import type { SignalGuide } from '../guidance/types.ts';
import { useErrorWords } from '../session/error-words.ts';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { troubleOf } from './trouble-of.ts';
import { type CaseAct, useCaseAct } from './use-cases.ts';

/** What is being asked about the case as a whole. */
export type CaseQuestion =
  | { readonly kind: 'signal'; readonly signal: SignalGuide }
  | { readonly kind: 'correct'; readonly fact: string; readonly value: FactValue }
  | { readonly kind: 'maintain'; readonly item: Guide['reconsider'][number] };

type Props = {
  readonly caseId: string;
  readonly question: CaseQuestion | undefined;
  readonly onClose: () => void;
};

/** The dialogs that belong to no step: telling a signal, correcting a fact, keeping a decision. */
export function CaseDialogs({ caseId, question, onClose }: Props) {
  const { t, say } = useWords();
  const toast = useToast();
  const act = useCaseAct(caseId);
  const errorWords = useErrorWords();
  const invalidWords = useInvalidWords();
  const [shown, setShown] = useState(question);
  if (shown !== question) {
    setShown(question);
    act.reset();
  }
  const trouble = troubleOf(act.error, errorWords);
  const errors = trouble?.kind === 'invalid' ? invalidWords(trouble.invalid) : {};
  const send = (command: CaseAct) =>
    act.mutate(command, {
      onSuccess: () => {
        toast(t('report.done'));
        onClose();
      },
    });
  const common = { onClose, sending: act.isPending, trouble, errors };
  if (question?.kind === 'signal') {
    const { signal } = question;
    return (
      <RecordDialog
        {...common}
        title={say(signal.label, signal.event)}
        explain={t('signal.asks')}
        facts={signal.asks}
        onSend={(facts, reason) => send({ kind: 'record', facts, ...(reason === '' ? {} : { reason }) })}
      />
    );
  }
  if (question?.kind === 'correct') {
    return (
      <CorrectDialog
        {...common}
        fact={question.fact}
        recorded={question.value}
        onSend={({ fact, value, reason }) =>
          send({
            kind: 'record',
            reason,
            ...(value === undefined ? { forget: [fact] } : { correct: { [fact]: value } }),
          })
        }
      />
    );
  }
  if (question?.kind === 'maintain') {
    return (
      <ReasonDialog
        {...common}
        title={t('reconsider.maintain')}
        action={t('casePage.maintain')}
        onSend={(reason) => send({ kind: 'record', reconsidered: [question.item.seq], reason })}
      />
    );
  }
  return null;
}
