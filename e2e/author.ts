/** An author's hands at the drawing table: what is written is found by its label, as on paper. */
import { expect, type Locator, type Page } from '@playwright/test';
import { goTo, starting } from './worker.ts';

/** Begins a draft on an empty page and waits for its outline. Resolves to its address. */
export async function beginEmptyDraft(page: Page, title: string): Promise<string> {
  await goTo(page, 'Brouillons');
  await page.getByRole('button', { name: 'Nouveau brouillon' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouveau brouillon' });
  await expect(dialog.getByRole('radio', { name: 'Une page vide' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'Titre' }).fill(title);
  await dialog.getByRole('button', { name: 'Créer le brouillon' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(outline(page)).toBeVisible();
  await expect(page.getByText('Vous écrivez', { exact: true })).toBeVisible();
  return page.url();
}

/** The outline of the draft that is open. */
export function outline(page: Page): Locator {
  return page.getByRole('region', { name: 'Plan de la procédure' });
}

/** The title of a step in the outline, by its number. */
export function titleOf(page: Page, number: string): Locator {
  return page.getByRole('textbox', { name: `Titre de l’étape ${number}`, exact: true });
}

/** A step of the outline, by its number and title. */
export function line(page: Page, number: string, title: string): Locator {
  return page.getByRole('article', { name: `${number} ${title}`, exact: true });
}

/** Types steps below the one where the cursor stands, each on a line of its own. */
export async function typeSteps(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await page.keyboard.press('Enter');
    await expect(page.locator(':focus')).toHaveValue('');
    await page.keyboard.type(title);
  }
}

/** Waits until the service has every change. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
}

/** The small picker that a line of the outline opens: `Qui`, `Délai`. */
export async function openPicker(step: Locator, field: string): Promise<Locator> {
  await step.getByRole('button', { name: starting(`${field} :`) }).click();
  return step.page().getByRole('dialog', { name: field, exact: true });
}

/** Tab after Tab until `wanted` has the focus, as somebody without a mouse gets there. */
export async function tabTo(page: Page, wanted: Locator, most = 60): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused({ timeout: 1_000 });
}
