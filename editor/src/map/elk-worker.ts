import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';

/** Where its code is, named by its content where it was built. */
export const ELK_CODE: string = elkWorkerUrl;

let begun: Worker | undefined;

/** Fetches and reads the code of the layout, off the page's thread: the largest of all, and the last to be ready. */
export function beginElkWorker(): void {
  begun ??= new Worker(ELK_CODE);
}

/** The worker that was begun, else a new one; it belongs to who takes it. */
export function takeElkWorker(): Worker {
  const worker = begun ?? new Worker(ELK_CODE);
  begun = undefined;
  return worker;
}
