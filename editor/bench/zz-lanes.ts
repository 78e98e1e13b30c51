import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, request } from 'playwright';
import { launchOptions } from '../../.ci/browser.ts';
import { oneTimeCode, startServer } from '../../e2e/server.ts';
import { noteTimes } from './browser-clock.ts';
import { longPack } from './long-pack.ts';

const AUTHOR = { name: 'ada', displayName: 'Ada', password: 'une longue phrase de ada', roles: ['author'] };
const data = await mkdtemp(join(tmpdir(), 'parcours-bench-'));
const server = await startServer({ data, port: 0 });
const browser = await chromium.launch(await launchOptions());
const s = await request.newContext({ baseURL: server.url });
await s.post('/api/setup', { data: { ...AUTHOR, code: oneTimeCode(server) } });
const context = await browser.newContext({
  baseURL: server.url,
  locale: 'fr-FR',
  viewport: { width: 1440, height: 900 },
});
await noteTimes(context, '.lane-card');
await context.request.post('/api/session', { data: { name: AUTHOR.name, password: AUTHOR.password } });
const draft = (
  (await (
    await context.request.post('/api/drafts', {
      data: { from: { files: longPack('long-procedure', 300) } },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
  ).json()) as { id: string }
).id;
const page = await context.newPage();
await page.goto(`/drafts/${draft}/lanes`);
await page.locator('.lane-card').first().waitFor();
await page.waitForTimeout(6000);
const cdp = await context.newCDPSession(page);
const long = async (name: string, act: () => Promise<void>) => {
  await page.evaluate(() => {
    window.benchNotes.frames = [];
  });
  if (process.argv[2]) {
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
    await cdp.send('Profiler.start');
  }
  await act();
  await page.waitForTimeout(900);
  if (process.argv[2]) {
    const { profile } = await cdp.send('Profiler.stop');
    await writeFile(`/tmp/s6/lanes-${name}.cpuprofile`, JSON.stringify(profile));
  }
  const frames = await page.evaluate(() => window.benchNotes.frames);
  const gaps = frames
    .slice(1)
    .map((at, i) => Math.round(at - (frames[i] ?? 0)))
    .filter((g) => g > 25);
  console.log(name, gaps.join(' '));
};
const cards = page.locator('.lane-card');
for (let k = 0; k < 2; k += 1) {
  await long('click', async () => {
    await cards.nth(3 + k).click();
  });
  const field = page.locator('.step-panel input, .step-panel textarea').first();
  await long('focus', async () => {
    await field.click();
    await page.keyboard.press('End');
  });
  await long('key1', async () => {
    await page.keyboard.type('a');
  });
  await long('key2', async () => {
    await page.keyboard.type('b');
  });
  await long('keys', async () => {
    await page.keyboard.type('crire ce qui est convenu', { delay: 60 });
  });
}
await browser.close();
await server.end('SIGTERM');
await rm(data, { recursive: true, force: true });
