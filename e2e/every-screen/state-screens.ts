/** The screens of what does not happen every day: a broken safeguard, two windows, a base that moved, a review, a publication. */
import { expect, type Locator, type Page } from '@playwright/test';
import { plugPrinter, printedBy } from '../paper.ts';
import { begun, changed, SMALL } from './states.ts';
import { dialog, each, main, mapDrawn, opened, openView, panel, verified, type Walk } from './walk.ts';

/** Whoever comes first to a service without accounts. */
export async function atTheFirstDay({ page, look }: Walk): Promise<void> {
  const fields = main(page).getByRole('textbox');
  await expect(fields.first()).toBeVisible();
  await look('first administrator');
  for (const field of await fields.all()) await field.fill('AAAA-AAAA-AAAA');
  await main(page).locator('form [type="submit"]').click();
  await expect(main(page).getByRole('alert')).toBeVisible();
  await look('first administrator, refused');
}

/** Whoever does not know the password. */
export async function atAShutDoor({ page, look }: Walk): Promise<void> {
  const fields = main(page).locator('form input');
  await fields.first().fill(`nobody-${Date.now()}`);
  await fields.last().fill('not the one');
  await main(page).locator('form [type="submit"]').click();
  await expect(main(page).getByRole('alert')).toBeVisible();
  await look('door, refused');
}

/** An author in trouble: what is broken, what two windows wrote, a network that goes, a base that moved; then paper. */
export async function atTheAuthorsTroubles(walk: Walk): Promise<void> {
  await findings(walk);
  await twoWindows(walk);
  await behindItsBase(walk);
  await paper(walk);
}

async function findings(walk: Walk): Promise<void> {
  const { page, look, drafts } = walk;
  const shown = panel(page);
  await openView(walk, drafts.own, 'findings');
  await verified(page);
  const parts = shown.getByRole('radiogroup').first().locator('label');
  await shown.locator('[data-to-do] [aria-haspopup="menu"]').first().click();
  await opened(walk, 'findings, mends', page.getByRole('menu'));
  await parts.nth(1).click();
  await shown.locator('[data-verdict="broken"]').getByRole('button').first().click();
  await playThrough(walk, 'broken safeguard');
  await parts.nth(2).click();
  const [play, correct] = await shown.locator('[data-kept]').first().getByRole('button').all();
  await play?.click();
  await expect(shown.locator('[data-story]')).toBeVisible();
  await look('kept story');
  await correct?.click();
  await expect(shown.locator('[data-story-editor]')).toBeVisible();
  await look('story editor');
}

async function playThrough({ page, look }: Walk, screen: string): Promise<void> {
  const story = panel(page).locator('[data-story]');
  await mapDrawn(page);
  await look(`${screen}, its story`);
  const next = story.getByRole('button').nth(2);
  while (await next.isEnabled()) await next.click();
  await look(`${screen}, where it breaks`);
}

async function twoWindows(walk: Walk): Promise<void> {
  const { page, look, office } = walk;
  const draft = await begun(office, { pack: SMALL });
  await openView(walk, draft, 'outline');
  const title = panel(page).getByRole('textbox').first();
  await expect(title).toBeEditable();
  await page.context().setOffline(true);
  await title.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' x');
  await expect(main(page).locator('.banner[role="status"]')).toBeVisible();
  await look('without network');
  await changed(office, draft, {
    op: 'replace',
    path: ['pack', 'summary', 'fr'],
    value: 'Une autre fenêtre.',
  });
  await page.context().setOffline(false);
  await expect(main(page).getByRole('alert')).toBeVisible();
  await look('two windows');
}

async function behindItsBase(walk: Walk): Promise<void> {
  const { page, look, drafts } = walk;
  const shown = panel(page);
  await openView(walk, drafts.behind, 'adapt');
  const waits = ['[data-adapted], article', '[data-story]', '[data-conflict]'];
  await each(shown.getByRole('radiogroup').first().locator('label'), async (name, index) => {
    await expect(shown.locator(waits[index] ?? 'article').first()).toBeVisible();
    await look(`behind its base, ${name}`);
  });
  await shown.locator('.help-point button').first().click();
  await opened(walk, 'help', dialog(page));
}

/** What the printer gets, of the procedure and of the map. */
async function paper(walk: Walk): Promise<void> {
  const { page, look, drafts } = walk;
  await openView(walk, drafts.own, 'exchange');
  await plugPrinter(page);
  const print = page.locator('[aria-labelledby="take-out"]').getByRole('button').nth(2);
  await printed(look, 'paper, a procedure', page, print);
}

async function printed(look: Walk['look'], screen: string, page: Page, button: Locator): Promise<void> {
  await expect(button).toBeVisible();
  const html = await printedBy(page, () => button.click());
  const sheet = await page.context().newPage();
  await sheet.setViewportSize(page.viewportSize() ?? { width: 1024, height: 768 });
  await sheet.setContent(html);
  await look(screen, sheet.locator('html'));
  await sheet.close();
}

/** A second person, before a draft that every sector has approved. */
export async function atThePublication(walk: Walk): Promise<void> {
  const { page, look, drafts } = walk;
  const tabs = await deciding(walk, drafts.approved);
  await tabs.nth(1).click();
  const open = panel(page).getByRole('button').last();
  const warnings = panel(page).locator('[aria-expanded="false"]:not([aria-haspopup])');
  await expect(warnings).toBeVisible({ timeout: 240_000 });
  await look('publication, what the gate says');
  await warnings.click();
  await look('publication, warnings');
  await expect(open).toBeEnabled();
  await open.click();
  await opened(walk, 'publication, dialog', dialog(page));
}

/** A sector that has approved a draft in review, or has not yet. */
export async function atTheReview(walk: Walk): Promise<void> {
  const { page, look, drafts } = walk;
  const shown = panel(page);
  const tabs = await deciding(walk, drafts.review);
  const comments = shown.locator('[data-comment]');
  await expect(comments.first()).toBeVisible();
  // What it is about is selected then, and another text for it can be suggested.
  await comments.first().getByRole('button').first().click();
  await expect(page.locator('[data-view="outline"][aria-selected="true"]')).toBeVisible();
  await openView(walk, drafts.review, 'decide');
  await comments.first().getByRole('button').nth(1).click();
  await look('review, a reply');
  await shown.getByRole('checkbox').first().check();
  await look('review, a suggestion');
  await tabs.nth(1).click();
  await expect(shown.locator('[data-sector]').first()).toBeVisible();
  const withdraw = shown.locator('[data-sector]').getByRole('button').first();
  if (await withdraw.isVisible()) await withdraw.click();
  else await expect(shown.locator('fieldset')).toBeVisible();
  await look('review, an approval');
  await tabs.nth(3).click();
  await expect(shown.locator('.minutes')).toBeVisible();
  await look('review, minutes');
}

/** An administrator, over cases that run on versions before. */
export async function atTheRunningCases(walk: Walk): Promise<void> {
  const { page, look, drafts } = walk;
  const shown = panel(page);
  const tabs = await deciding(walk, drafts.published);
  await tabs.nth(2).click();
  await expect(shown.locator('[data-move]').first()).toBeVisible();
  const versions = shown.locator('[data-version]');
  // The list of cases may be there before the list of versions is; only what was published has a heading.
  const published = versions.filter({ has: page.getByRole('heading') });
  await published.first().getByRole('button').first().click();
  await look('versions, what changed');
  const older = versions.filter({ has: page.locator('textarea') });
  const plans = shown
    .locator('[data-move]')
    .locator('xpath=../..')
    .locator('[data-version]')
    .getByRole('button');
  await plans.last().click();
  await expect(older.first()).toBeVisible();
  await look('versions, a plan');
}

async function deciding(walk: Walk, draft: string): Promise<Locator> {
  await openView(walk, draft, 'decide');
  const tabs = panel(walk.page).getByRole('tab');
  await expect(tabs).toHaveCount(4);
  return tabs;
}

/** Whoever reads drafts on a phone: looks, says something, tries it. */
export async function atAPhone(walk: Walk): Promise<void> {
  const { page, go, look, drafts } = walk;
  const shown = panel(page);
  await go('/drafts');
  await expect(main(page).locator('[data-draft]').first()).toBeVisible();
  await look('drafts');
  for (const id of ['outline', 'map', 'rules', 'findings', 'exchange']) {
    await openView(walk, drafts.own, id);
    if (id === 'map') await mapDrawn(page);
    await look(id);
  }
  await openView(walk, drafts.own, 'trial');
  await look('trial');
  await shown.getByRole('button').last().click();
  await mapDrawn(page);
  await look('trial, running');
  await openView(walk, drafts.own, 'decide');
  await each(shown.getByRole('tab'), (name) => look(`decide, ${name}`));
}
