/**
 * The figures of issue 4 on a procedure of 300 steps, in headless Chromium, the editor built and served as people get it. Times are
 * told on the wall and in processor time of the page's thread: on a busy machine only the second says what the editor costs.
 * Arguments: how many steps; the views, when not all (`outline`, `map`); `--unchecked` leaves out the checks, `--built` the build.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, request } from 'playwright';
import { build } from 'vite';
import { launchOptions } from '../../.ci/browser.ts';
import { oneTimeCode, type Server, startServer } from '../../e2e/server.ts';
import { noteTimes } from './browser-clock.ts';
import { firstLoad } from './first-load.ts';
import { cardInSight, GESTURES, type Gesture, panMap, pull, READY, type View } from './gestures.ts';
import { longPack } from './long-pack.ts';
import { openPeer } from './open-peer.ts';
import { type Frames, watchFrames } from './watch-frames.ts';

const words = process.argv.slice(2);
const isNumber = (word: string) => /^\d+$/.test(word);
const STEPS = Number(words.find(isNumber) ?? 300);
const ONLY = words.filter((word) => !word.startsWith('--') && !isNumber(word));
const VIEWS = (['outline', 'map', 'matrix', 'lanes'] as const).filter(
  (view) => ONLY.length === 0 || ONLY.includes(view),
);
const AUTHOR = {
  name: 'ada',
  displayName: 'Ada Inventée',
  password: 'une longue phrase de ada',
  roles: ['author'],
};
const PATIENCE_MS = 60_000;
const SCREEN = { width: 1440, height: 900 };
const round = (figure: number) => Math.round(figure * 10) / 10;

async function signedIn(browser: Browser, server: Server, awaited: View): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'fr-FR', viewport: SCREEN });
  context.setDefaultTimeout(PATIENCE_MS);
  await noteTimes(context, READY[awaited]);
  const { name, password } = AUTHOR;
  const answer = await context.request.post('/api/session', { data: { name, password } });
  if (!answer.ok()) throw new Error(`Signing in was refused: ${answer.status()}`);
  return context;
}

/** The one person of this service: its first administrator, who also draws. */
async function makeAuthor(server: Server): Promise<void> {
  const service = await request.newContext({ baseURL: server.url });
  const answer = await service.post('/api/setup', { data: { ...AUTHOR, code: oneTimeCode(server) } });
  if (!answer.ok()) throw new Error(`The first account was refused: ${answer.status()}`);
  await service.dispose();
}

async function beginDraft(context: BrowserContext): Promise<string> {
  const answer = await context.request.post('/api/drafts', {
    data: { from: { files: longPack('long-procedure', STEPS) } },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  if (!answer.ok()) throw new Error(`The draft was refused: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

type Opened = { readonly ms: number; readonly cpuMs: number };

/** Opens a view by its address and tells when its first words stood there. */
async function openView(page: Page, draft: string, view: View): Promise<Opened> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`/drafts/${draft}/${view}`);
  await page.locator(READY[view]).first().waitFor();
  const ms = await until(() => page.evaluate(() => window.benchNotes.seenAt));
  const { metrics } = await session.send('Performance.getMetrics');
  const cpu = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  await session.detach();
  return { ms: ms, cpuMs: cpu * 1_000 };
}

/** How long after each frame of the map was asked for the worker of the layout had answered all. */
async function layoutTimes(page: Page): Promise<readonly number[]> {
  const worked = await page.evaluate(() => window.benchNotes.worked);
  const elk = worked.filter(({ worker }) => worker.startsWith('elk'));
  const last = elk.filter(({ way }) => way === 'told').at(-1)?.at ?? 0;
  return elk.filter(({ way, kind }) => way === 'asked' && kind === 'layout').map(({ at }) => last - at);
}

/** How long a new worker takes for the same frames where nothing else is done, from nothing to the last answer: its code has to be read. */
async function layoutAlone(browser: Browser, server: Server, page: Page): Promise<number> {
  const layouts = await page.evaluate(() => window.benchNotes.layouts);
  const context = await browser.newContext({ baseURL: server.url });
  const empty = await context.newPage();
  await empty.goto('/api/setup');
  await empty.waitForTimeout(1_000);
  const ms = await empty.evaluate(async (all) => {
    const start = performance.now();
    const worker = new Worker(all[0]?.code ?? '');
    worker.postMessage({ id: -1, cmd: 'register', algorithms: ['layered'] });
    for (const { asked } of all) worker.postMessage(asked);
    return new Promise<number>((end) => {
      let left = all.length + 1;
      worker.onmessage = () => {
        left -= 1;
        if (left === 0) end(performance.now() - start);
      };
    });
  }, layouts);
  await context.close();
  return ms;
}

type Checked = {
  readonly findings: number;
  readonly safeguards: number;
  readonly all: number;
  readonly cpu: number;
};

/** Undoes the last change where findings are read; tells how long after the key its findings and verdicts were told. */
async function checkedAfterKey(browser: Browser, page: Page): Promise<Checked> {
  await page.locator('[data-checked="true"]').waitFor();
  await page.evaluate(() => {
    window.benchNotes.worked.length = 0;
  });
  let at: Omit<Checked, 'cpu'> | undefined;
  const { workersCpu } = await watchFrames(browser, page, async () => {
    await page.keyboard.press('Control+z');
    at = await until(() =>
      page.evaluate(() => {
        const { worked, keyAt } = window.benchNotes;
        const told = (kind: string) =>
          (worked.find((each) => each.way === 'told' && each.kind === kind)?.at ?? Number.NaN) - keyAt;
        const [findings, safeguards, all] = [told('structure'), told('safeguards'), told('done')];
        return Number.isNaN(all) ? undefined : { findings, safeguards, all };
      }),
    );
  });
  return { findings: 0, safeguards: 0, all: 0, ...at, cpu: workersCpu };
}

/** Asks until there is an answer; the page's own security policy lets nobody else ask for us. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('Nothing came of it in time.');
}

const told = (frames: Frames) =>
  `longest frame ${round(frames.longest)} ms, ${round(frames.longestCpu)} ms of processor (${frames.heaviest.join(', ')}); ${round(frames.cpuPerFrame)} ms a frame, ${frames.frames} frames`;

async function measure(browser: Browser, server: Server) {
  const door = await browser.newContext({ baseURL: server.url, locale: 'fr-FR', viewport: SCREEN });
  const first = await door.newPage();
  await first.goto('/', { waitUntil: 'networkidle' });
  const firstLoadKb = round(await firstLoad(first));
  console.log(`first load: ${firstLoadKb} kB of compressed script`);
  await door.close();

  const frames: Record<string, Frames> = {};
  const open: Record<string, number> = {};
  const openCpu: Record<string, number> = {};
  const again: Record<string, number> = {};
  let layout: readonly number[] = [];
  let alone = 0;
  let whole: number | undefined;
  let draft = '';
  for (const view of VIEWS) {
    const context = await signedIn(browser, server, view);
    draft ||= await beginDraft(context);
    const page = await context.newPage();
    // Nothing is in the browser's store yet.
    const opened = await openView(page, draft, view);
    open[view] = Math.round(opened.ms);
    openCpu[view] = Math.round(opened.cpuMs);
    console.log(`${view} open: ${open[view]} ms, ${openCpu[view]} ms of processor`);
    await page.waitForTimeout(3_000);
    if (view === 'map') {
      whole = Math.round(await until(() => page.evaluate(() => window.benchNotes.wholeAt)));
      console.log(`map with all that is around and beside what is in sight: ${whole} ms`);
      layout = (await layoutTimes(page)).map(Math.round);
      alone = Math.round(await layoutAlone(browser, server, page));
      console.log(
        `layout in its worker: ${alone} ms by itself, its code to be read first; ${Math.max(0, ...layout)} ms while the page opens beside it; ${layout.length} frames`,
      );
    }
    for (const [gesture, act] of Object.entries(GESTURES[view])) {
      const key = `${view}.${gesture as Gesture}`;
      frames[key] = await watchFrames(browser, page, () => act(page));
      console.log(`${key}: ${told(frames[key])}`);
    }
    await page.waitForTimeout(3_000);
    const reopened = await openView(page, draft, view);
    again[view] = Math.round(reopened.ms);
    console.log(`${view} open again: ${again[view]} ms, ${Math.round(reopened.cpuMs)} ms of processor`);
    await page.waitForTimeout(1_500);
    await context.close();
  }
  const checked = words.includes('--unchecked') ? undefined : await measureChecks(browser, server, draft);

  const peer: Record<string, Frames> = {};
  let peerOpen: number | undefined;
  if (VIEWS.includes('map')) {
    const context = await browser.newContext({ viewport: SCREEN });
    await noteTimes(context, '.react-flow__node');
    const page = await context.newPage();
    await openPeer(page, STEPS);
    peerOpen = Math.round(await until(() => page.evaluate(() => window.benchNotes.seenAt)));
    console.log(`React Flow as it comes, open with all its places known: ${peerOpen} ms`);
    peer['map.pan'] = await watchFrames(browser, page, () => panMap(page));
    peer['map.drag'] = await watchFrames(browser, page, async () =>
      pull(page, await cardInSight(page), 3, 2),
    );
    for (const [key, figure] of Object.entries(peer))
      console.log(`React Flow as it comes, ${key}: ${told(figure)}`);
    await context.close();
  }
  const each = (of: Readonly<Record<string, Frames>>, figure: 'longest' | 'longestCpu' | 'cpuPerFrame') =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, round(value[figure])]));
  const ratios = Object.entries(peer).flatMap(([key, theirs]) => {
    const ours = frames[key];
    return ours ? [[key, round(ours.cpuPerFrame / theirs.cpuPerFrame)] as const] : [];
  });
  return {
    name: 'editor',
    steps: STEPS,
    ours: {
      openMs: open,
      openCpuMs: openCpu,
      wholeMapMs: whole,
      openAgainMs: again,
      longestFrameMs: each(frames, 'longest'),
      longestFrameCpuMs: each(frames, 'longestCpu'),
      layoutMs: alone,
      layoutBesideOpeningMs: Math.max(0, ...layout),
      ...checked,
      firstLoadKb,
    },
    peers: {
      'React Flow': {
        openMs: peerOpen,
        longestFrameMs: each(peer, 'longest'),
        longestFrameCpuMs: each(peer, 'longestCpu'),
      },
    },
    ratios: { 'React Flow': Object.fromEntries(ratios) },
  };
}

/** A word is written, then a step added, and each taken back with Ctrl+Z where findings are read. */
async function measureChecks(browser: Browser, server: Server, draft: string) {
  const context = await signedIn(browser, server, 'outline');
  const page = await context.newPage();
  await openView(page, draft, 'outline');
  const title = page.locator('.outline-row[data-kind="step"] [data-title]').nth(4);
  const findings = page.getByRole('tab').nth(6);
  await title.click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Une étape de plus', { delay: 30 });
  await page.waitForTimeout(500);
  await page.locator('.outline-row[data-kind="step"] [data-title]').nth(8).click();
  await page.keyboard.type('un mot');
  await findings.click();
  const start = Date.now();
  await page.locator('[data-checked="true"]').waitFor();
  console.log(`everything checked for the first time: ${Date.now() - start} ms`);
  const word = await checkedAfterKey(browser, page);
  const wording = await checkedAfterKey(browser, page);
  const step = await checkedAfterKey(browser, page);
  for (const [after, figures] of Object.entries({ 'a word': word, 'a name': wording, 'a step': step }))
    console.log(
      `after ${after}: findings ${round(figures.findings)} ms, safeguards ${round(figures.safeguards)} ms, all ${round(figures.all)} ms; ${round(figures.cpu)} ms of processor off the page's thread`,
    );
  await context.close();
  return {
    findingsMs: Math.round(word.findings),
    safeguardsMs: Math.round(word.safeguards),
    safeguardsAfterStepMs: Math.round(step.safeguards),
  };
}

if (!words.includes('--built'))
  await build({ configFile: join(import.meta.dirname, '..', 'vite.config.ts'), logLevel: 'error' });
const data = await mkdtemp(join(tmpdir(), 'parcours-bench-'));
const server = await startServer({ data, port: 0 });
const browser = await chromium.launch(await launchOptions());
try {
  await makeAuthor(server);
  const figures = await measure(browser, server);
  console.log(JSON.stringify(figures));
} finally {
  await browser.close();
  await server.end('SIGTERM');
  await rm(data, { recursive: true, force: true });
}
