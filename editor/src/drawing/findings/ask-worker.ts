import type { CheckAsk, CheckTold } from './check-messages.ts';
import { type OpenWorker, openCheckWorker } from './open-checker.ts';

type Question = Extract<CheckAsk, { kind: 'reach' | 'behaviour' }>;
type Answer = Extract<CheckTold, { kind: 'reached' | 'behaves' | 'failed' }>;

/** Asks one question of a worker of its own. `end` calls it off. */
export function askWorker(
  question: Question,
  answered: (answer: Answer) => void,
  openWorker: OpenWorker = openCheckWorker,
): { readonly end: () => void } {
  const worker = openWorker(
    (told) => {
      if (told.kind !== 'reached' && told.kind !== 'behaves' && told.kind !== 'failed') return;
      answered(told);
      worker.end();
    },
    () => answered({ kind: 'failed', version: question.version, message: 'the worker ended' }),
  );
  worker.post(question);
  return worker;
}
