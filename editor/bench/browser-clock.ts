import type { BrowserContext } from 'playwright';

/** What a page notes of itself: when something first stood on the screen, its frames, and what it asked of its workers. */
export type PageNotes = {
  /** When what is waited for first stood on the screen, in milliseconds since the navigation began. */
  seenAt: number | undefined;
  /** When a map stood there with all that is around and beside what is in sight. */
  wholeAt: number | undefined;
  /** When each frame began, in milliseconds. */
  frames: number[];
  /** What was asked of a worker and what it answered, in their order. */
  readonly worked: {
    readonly worker: string;
    readonly way: 'asked' | 'told';
    readonly kind: string;
    readonly at: number;
  }[];
  /** What was asked of the layout's worker, as it was asked, and where its code is. */
  readonly layouts: { readonly code: string; readonly asked: unknown }[];
  /** The last key, in milliseconds. */
  keyAt: number;
};

declare global {
  interface Window {
    benchNotes: PageNotes;
  }
}

/** Every page of the context notes when `selector` is first on the screen, its frames, keys and workers. */
export async function noteTimes(context: BrowserContext, selector: string): Promise<void> {
  // The loader that runs this file gives functions their names with a helper that the page does not have.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
  await context.addInitScript((awaited: string) => {
    const notes: PageNotes = {
      seenAt: undefined,
      wholeAt: undefined,
      frames: [],
      worked: [],
      layouts: [],
      keyAt: 0,
    };
    window.benchNotes = notes;
    const frame = (at: number) => {
      notes.frames.push(at);
      if (notes.seenAt === undefined && document.querySelector(awaited)) notes.seenAt = performance.now();
      if (notes.wholeAt === undefined && document.querySelector('.map[aria-busy="false"]'))
        notes.wholeAt = performance.now();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    addEventListener('keydown', () => (notes.keyAt = performance.now()), true);
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      readonly #url: string;
      readonly #name: string;
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.#url = String(url);
        this.#name = this.#url.split('/').at(-1) ?? '';
        this.addEventListener('message', ({ data }) => this.#note('told', data));
      }
      override postMessage(message: unknown, ...rest: never[]): void {
        this.#note('asked', message);
        super.postMessage(message, ...rest);
      }
      #note(way: 'asked' | 'told', message: unknown): void {
        const { kind, cmd } = (message ?? {}) as { kind?: string; cmd?: string };
        const said = kind ?? cmd ?? '';
        if (way === 'asked' && said === 'layout') notes.layouts.push({ code: this.#url, asked: message });
        notes.worked.push({ worker: this.#name, way, kind: said, at: performance.now() });
      }
    };
  }, selector);
}
