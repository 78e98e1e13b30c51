/**
 * How a screen is walked: what is pressed is found by its role and place, so that the same way is walked in every language;
 * tabs are taken as they stand, so that a new one is walked too.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Drafts, Office } from './states.ts';

export type Walk = {
  readonly page: Page;
  /** Goes to an address of the route table, its parts filled in. */
  readonly go: (route: string, parts?: Readonly<Record<string, string>>) => Promise<void>;
  /** Looks at the screen as it stands, or at what has opened over it; of another page, at that. */
  readonly look: (screen: string, opened?: Locator) => Promise<void>;
  /** Who else works in this service, and the drafts that stand in every state. */
  readonly office: Office;
  readonly drafts: Drafts;
};

export const main = (page: Page) => page.getByRole('main');

/** Presses each of a row in turn, and does what is to be done there. */
export async function each(row: Locator, act: (name: string, index: number) => Promise<void>): Promise<void> {
  await expect(row.first()).toBeVisible();
  const count = await row.count();
  for (let index = 0; index < count; index += 1) {
    const one = row.nth(index);
    await one.click();
    await act(((await one.textContent()) ?? '').trim(), index);
  }
}

/** What opens over the screen: looked at, and put away. */
export async function opened({ page, look }: Walk, screen: string, what: Locator): Promise<void> {
  await expect(what.first()).toBeVisible();
  await look(screen, what.first());
  await page.keyboard.press('Escape');
  await expect(what.first()).toBeHidden();
}

export const dialog = (page: Page) => page.getByRole('dialog');
export const menu = (page: Page) => page.getByRole('menu');

/** Waits until a map shows its steps. */
export async function mapDrawn(page: Page): Promise<void> {
  await expect(main(page).locator('.react-flow__node .step-card').first()).toBeVisible();
}

/** What the drawing table shows below its tabs. */
export const panel = (page: Page) =>
  page.locator('.guide-view > [role="tabpanel"]').filter({ visible: true });

/** Opens a draft in one of the views of the drawing table. */
export async function openView({ page, go }: Walk, draft: string, view: string): Promise<void> {
  await go('/drafts/:id/:view', { id: draft, view });
  await expect(page.locator(`[data-view="${view}"][aria-selected="true"]`)).toBeVisible();
  await expect(panel(page)).toBeVisible();
}

/** Waits until everything in the draft is verified, as the view of findings says. */
export async function verified(page: Page): Promise<void> {
  await expect(panel(page).locator('[data-checked="true"]')).toBeVisible({ timeout: 240_000 });
}
