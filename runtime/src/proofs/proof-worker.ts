/** A thread that answers long questions to the engine, one after another. */
import { parentPort } from 'node:worker_threads';
import { EngineError, type EngineErrorCode } from '@parcours/engine';
import { answerProof, type ProofAnswer, type ProofKind, type ProofTask } from './proof-tasks.ts';

export type AskedProof = {
  readonly id: number;
  readonly kind: ProofKind;
  readonly task: ProofTask<ProofKind>;
};

/** An error of the engine keeps its code on the way; any other is told by its name alone. */
export type ToldError = {
  readonly name: string;
  readonly message: string;
  readonly engine?: { readonly code: EngineErrorCode; readonly parameters: EngineError['parameters'] };
};
export type ToldProof = { readonly id: number } & (
  | { readonly answer: ProofAnswer<ProofKind> }
  | { readonly error: ToldError }
);

parentPort?.on('message', ({ id, kind, task }: AskedProof) => {
  parentPort?.postMessage({ id, ...told(kind, task) } as ToldProof);
});

function told(kind: ProofKind, task: ProofTask<ProofKind>) {
  try {
    return { answer: answerProof(kind, task) };
  } catch (error) {
    if (error instanceof EngineError) {
      const { name, message, code, parameters } = error;
      return { error: { name, message, engine: { code, parameters } } };
    }
    return { error: { name: error instanceof Error ? error.name : 'unknown', message: '' } };
  }
}
