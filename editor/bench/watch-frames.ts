import type { Browser, Page } from 'playwright';

/** What a stretch of work cost the page: on the wall, and in processor time of its own thread, in milliseconds. */
export type Frames = {
  /** Longest time between two frames. */
  readonly longest: number;
  /** Most processor time of the page's thread between two frames: what others do on the machine is not in it. */
  readonly longestCpu: number;
  /** Processor time of the page's thread for each frame, on average. */
  readonly cpuPerFrame: number;
  readonly frames: number;
  /** Processor time of the workers of all pages. */
  readonly workersCpu: number;
  /** What took longest within the longest frame, gravest first. */
  readonly heaviest: readonly string[];
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
};

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];
/** One turn of a thread; other events of the same turn lie within it and are not counted again. */
const TURN = 'RunTask';
/** The page draws once more, and what was put off is done. */
const AFTERWARDS_MS = 900;

/** Watches the frames of a page while `act` goes on and a little longer. */
export async function watchFrames(browser: Browser, page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    window.benchNotes.frames = [];
  });
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  await page.waitForTimeout(AFTERWARDS_MS);
  const frames = await page.evaluate(() => window.benchNotes.frames);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  return { longest: Math.max(0, ...gaps), ...cpuOf(trace.traceEvents) };
}

/** Processor time between the frames of the page's thread: the one that draws most frames. */
function cpuOf(events: readonly TraceEvent[]): Omit<Frames, 'longest'> {
  const of = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const drawing = new Map<string, TraceEvent[]>();
  for (const event of events)
    if (event.name === 'FireAnimationFrame')
      drawing.set(of(event), [...(drawing.get(of(event)) ?? []), event]);
  const [thread = '', drawn = []] = [...drawing].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const own = events.filter((event) => of(event) === thread && event.ph === 'X');
  const tasks = own.filter(({ name }) => name === TURN);
  const isDrawing = (task: TraceEvent) =>
    drawn.some(({ ts }) => ts >= task.ts && ts <= task.ts + (task.dur ?? 0));
  let spent = 0;
  let total = 0;
  let longestCpu = 0;
  let from = tasks[0]?.ts ?? 0;
  let worst = { from: 0, to: 0 };
  for (const task of [...tasks].sort((a, b) => a.ts - b.ts)) {
    spent += (task.tdur ?? 0) / 1_000;
    total += (task.tdur ?? 0) / 1_000;
    if (!isDrawing(task)) continue;
    const to = task.ts + (task.dur ?? 0);
    if (spent > longestCpu) {
      longestCpu = spent;
      worst = { from, to };
    }
    spent = 0;
    from = to;
  }
  const heaviest = own
    .filter(({ name, ts }) => !name.endsWith(TURN) && ts >= worst.from && ts <= worst.to)
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .slice(0, 4)
    .map(({ name, args, tdur }) => `${args?.data?.type ?? name} ${Math.round((tdur ?? 0) / 1_000)}`);
  const workers = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name?.startsWith('DedicatedWorker'))
      .map(of),
  );
  const workersCpu = events
    .filter((event) => event.ph === 'X' && event.name === TURN && workers.has(of(event)))
    .reduce((sum, { tdur = 0 }) => sum + tdur / 1_000, 0);
  return {
    longestCpu,
    workersCpu,
    cpuPerFrame: total / Math.max(1, drawn.length),
    frames: drawn.length,
    heaviest,
  };
}
