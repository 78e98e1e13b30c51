import type { DraftLanguage } from './draft-words.ts';
import type { Brought } from './read-file.ts';
import { nothing, READ_LIMITS, type Reading, trouble } from './reading.ts';

/**
 * Reads what people bring away from the page: a file that never ends, or takes all the memory, ends with its worker and leaves the page
 * and the draft as they were.
 */
export function readInWorker(brought: Brought, language: DraftLanguage): Promise<Reading> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Reading>((resolve) => {
    const end = (reading: Reading) => {
      clearTimeout(clock);
      worker.terminate();
      resolve(reading);
    };
    const clock = setTimeout(
      () => end(nothing(trouble('slow', '', 'Reading this took too long; it was given up.'))),
      READ_LIMITS.milliseconds,
    );
    worker.addEventListener('message', ({ data }: MessageEvent<Reading>) => end(data));
    worker.addEventListener('error', () =>
      end(nothing(trouble('broken', '', 'This cannot be opened: it is damaged or cut short.'))),
    );
    worker.postMessage({ brought, language });
  });
}
