/** The drawing table, view by view. */
import { expect } from '@playwright/test';
import { dialog, each, main, mapDrawn, menu, opened, openView, panel, verified, type Walk } from './walk.ts';

/** An author: drafts, and the drawing table view by view. */
export async function atDrawingTable(walk: Walk): Promise<void> {
  const { page, go, look, drafts } = walk;
  await go('/drafts');
  await expect(main(page).locator('[data-draft]').first()).toBeVisible();
  await look('drafts');
  await main(page).getByRole('button').last().click();
  await each(dialog(page).getByRole('radio'), (_, index) => look(`new draft ${index}`));
  await page.keyboard.press('Escape');
  await go('/drafts/bring');
  await expect(main(page).getByRole('button').first()).toBeVisible();
  await look('bring');

  const shown = panel(page);
  const view = (id: string) => openView(walk, drafts.own, id);
  await view('outline');
  const views = await page
    .locator('[data-view]')
    .evaluateAll((tabs) => tabs.map((tab) => (tab as HTMLElement).dataset['view'] ?? ''));
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    outline: async () => {
      const step = shown.locator('article[data-kind="step"]').first();
      await look('outline');
      // Only what is near the window is drawn.
      await expect
        .poll(async () => {
          await page.evaluate(() => window.scrollBy(0, 120));
          return step.count();
        })
        .toBe(1);
      await step.scrollIntoViewIfNeeded();
      await step.locator('.outline-more').click();
      await opened(walk, 'outline, acts of a step', menu(page));
      await step.locator('.outline-add button').click();
      await opened(walk, 'outline, add to a step', menu(page));
      for (const field of await step.locator('button[data-field]').all()) {
        await field.click();
        await opened(walk, `outline, ${await field.getAttribute('data-field')}`, dialog(page));
      }
      const way = shown
        .locator('.outline-way button[aria-haspopup="menu"], .outline-ways button[aria-haspopup="menu"]')
        .first();
      if ((await way.count()) > 0) {
        await way.click();
        await opened(walk, 'outline, acts of a way', menu(page));
      }
      await page.keyboard.press('Control+k');
      await opened(walk, 'palette', page.locator('.mantine-Spotlight-content'));
      await page.locator('[aria-keyshortcuts="?"]').click();
      await opened(walk, 'keys', dialog(page));
      const guide = page.locator('button[aria-pressed]:near([aria-keyshortcuts="?"])').first();
      await guide.click();
      const card = page.locator('.guide-card');
      if ((await card.count()) === 0) await guide.click();
      await card.locator('summary').click();
      await look('guide');
      await guide.click();
    },
    map: async () => {
      await mapDrawn(page);
      await look('map');
      await shown.getByRole('toolbar').locator('[aria-haspopup="menu"]').click();
      await opened(walk, 'map, taken away', menu(page));
      const card = shown.locator('.react-flow__node:has(.step-card)').first();
      await card.locator('.card-menu').first().click({ force: true });
      await opened(walk, 'map, acts of a step', menu(page));
    },
    matrix: async () => {
      await look('matrix');
      const cell = shown.locator('.matrix-cell').nth(8);
      await cell.dblclick();
      await look('matrix, a cell written');
      await page.keyboard.press('Escape');
      await shown.getByRole('button').first().click();
      await expect(shown.locator('.beside-panel[data-open="true"]')).toBeVisible();
      await look('matrix, step beside');
    },
    rules: () =>
      each(shown.getByRole('tab'), async (name, index) => {
        await look(`rules, ${name}`);
        if (index > 0) return;
        const rule = page.locator('.element-row').nth(1);
        if (!(await rule.isVisible())) await shown.getByRole('combobox').first().click();
        await rule.or(page.locator('[role="option"]:visible').nth(1)).first().click();
        await look('rules, a rule');
        const conditions = shown.locator('[aria-haspopup="menu"]').first();
        if ((await conditions.count()) === 0) return;
        await conditions.click();
        await opened(walk, 'rules, acts of a condition', menu(page));
      }),
    sections: () =>
      each(shown.locator('.sections-nav button'), async (name) => {
        await look(`elements, ${name}`);
        const first = shown.locator('.element-row').first();
        if ((await first.count()) === 0) return;
        await first.click();
        await look(`elements, one of ${name}`);
      }),
    findings: async () => {
      await verified(page);
      await each(shown.getByRole('radiogroup').locator('label'), (name) => look(`findings, ${name}`));
    },
    trial: async () => {
      await look('trial');
      await shown.getByRole('button').last().click();
      await mapDrawn(page);
      await look('trial, running');
    },
    decide: () =>
      each(shown.getByRole('tab'), async (name) => {
        await expect(shown.getByRole('tabpanel')).toBeVisible();
        await look(`decide, ${name}`);
      }),
  };
  for (const id of views) {
    await view(id);
    const way = ways[id];
    if (way) await way();
    else await look(id);
  }
  await openView(walk, drafts.adaptation, 'adapt');
  await each(shown.getByRole('radiogroup').locator('label'), (name) => look(`adapt, ${name}`));
  await openView(walk, drafts.adaptation, 'outline');
  await look('adaptation, outline');
}
