import type { DraftLanguage } from './draft-words.ts';
import { type Brought, readFile } from './read-file.ts';
import { nothing, type Reading, trouble } from './reading.ts';

/** What a page asks of the worker, once. */
export type ReadQuestion = { readonly brought: Brought; readonly language: DraftLanguage };

self.addEventListener('message', ({ data }: MessageEvent<ReadQuestion>) => {
  readFile(data.brought, data.language)
    .catch(
      (): Reading => nothing(trouble('broken', '', 'This cannot be opened: it is damaged or cut short.')),
    )
    .then((reading) => self.postMessage(reading));
});
