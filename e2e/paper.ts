/** What people bring to the drawing table and take away from it: files, and paper. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { Brought } from './word-file.ts';

/** Chooses a file behind a button, as one does from the disk. */
export async function bring(page: Page, button: string, file: Brought): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await asked).setFiles({ ...file });
}

/** The file that an act puts into the downloads. */
export async function takenBy(
  page: Page,
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const given = page.waitForEvent('download');
  await act();
  const file = await given;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

declare global {
  interface Window {
    /** Pages that the printer of a journey was given. */
    parcoursPrinted?: string[];
  }
}

/** A printer that keeps what it is given: no journey has a print dialog. */
export async function plugPrinter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      const desk = (window.top ?? window) as Window;
      desk.parcoursPrinted = [...(desk.parcoursPrinted ?? []), document.documentElement.outerHTML];
    };
  });
  await page.reload();
}

/** The page that an act sends to the printer. */
export async function printedBy(page: Page, act: () => Promise<void>): Promise<string> {
  const count = () => page.evaluate(() => window.parcoursPrinted?.length ?? 0);
  const before = await count();
  await act();
  await expect.poll(count).toBe(before + 1);
  return page.evaluate(() => window.parcoursPrinted?.at(-1) ?? '');
}
