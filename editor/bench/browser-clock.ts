import type { BrowserContext } from 'playwright';

/** What a page notes of itself: when something first stood on the screen, its frames, and what it asked of its workers. */
export type PageNotes = {
  /** Milliseconds since the navigation began, by selector. */
  readonly seen: Record<string, number>;
  /** When each frame began, in milliseconds. */
  frames: number[];
  /** What was asked of a worker and what it answered, in their order. */
  readonly worked: {
    readonly worker: string;
    readonly way: 'asked' | 'told';
    readonly kind: string;
    readonly at: number;
  }[];
  /** The last key, in milliseconds. */
  keyAt: number;
};

declare global {
  interface Window {
    benchNotes: PageNotes;
    /** What was said of the checking, each time it said something else. */
    benchChecked: {
      readonly words: { readonly at: number; readonly words: string; readonly done: boolean }[];
    };
  }
}

/** Every page of the context notes when `selectors` are first on the screen, its frames, keys and workers. */
export async function noteTimes(context: BrowserContext, selectors: readonly string[]): Promise<void> {
  // The loader that runs this file gives functions their names with a helper that the page does not have.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
  await context.addInitScript((watched: readonly string[]) => {
    const notes: PageNotes = { seen: {}, frames: [], worked: [], keyAt: 0 };
    window.benchNotes = notes;
    const frame = (at: number) => {
      notes.frames.push(at);
      for (const selector of watched)
        if (!(selector in notes.seen) && document.querySelector(selector))
          // Said once it is painted, not once it is made.
          notes.seen[selector] = performance.now();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    addEventListener('keydown', () => (notes.keyAt = performance.now()), true);
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      readonly #name: string;
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.#name = String(url).split('/').at(-1) ?? '';
        this.addEventListener('message', ({ data }) => this.#note('told', data));
      }
      override postMessage(message: unknown, ...rest: never[]): void {
        this.#note('asked', message);
        super.postMessage(message, ...rest);
      }
      #note(way: 'asked' | 'told', message: unknown): void {
        const { kind, cmd } = (message ?? {}) as { kind?: string; cmd?: string };
        notes.worked.push({ worker: this.#name, way, kind: kind ?? cmd ?? '', at: performance.now() });
      }
    };
  }, selectors);
}
