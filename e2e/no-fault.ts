import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Axe = { readonly run: (on: Document | Element, options: RunOptions) => Promise<AxeResults> };

/** What axe finds wrong on the screen as it stands, or on a part of it, by all of its rules; it is brought into each page once. */
export async function faultsOn(page: Page, part?: Locator) {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  const violations = await (part ?? page.locator('html')).evaluate(async (on) => {
    const { axe } = window as unknown as { axe: Axe };
    const all = on === document.documentElement;
    return (await axe.run(all ? document : on, { resultTypes: ['violations'] })).violations;
  });
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }));
}

/** Waits until what fades in or out has done so: half faded, no words have their colour. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const moving = () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await frame();
    await frame();
    while (moving().length > 0) {
      await Promise.allSettled(moving().map(({ finished }) => finished));
      await frame();
    }
  });
}

/** Axe finds nothing on the screen as it stands. */
export async function findNoFault(page: Page): Promise<void> {
  await settled(page);
  expect(await faultsOn(page)).toEqual([]);
}
