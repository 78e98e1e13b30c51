/** A service whose people draw procedures: accounts made through the screens, and a desk for each of them. */
import { type Browser, expect, type Page } from '@playwright/test';
import { addAccount, setUp } from './office.ts';
import { oneTimeCode, type Server } from './server.ts';
import { desk, goTo, type Person, signIn } from './worker.ts';

const member = (name: string, displayName: string, functions: readonly string[], sector: string): Person => ({
  name,
  displayName,
  password: `une longue phrase de ${name}`,
  functions,
  sector,
});

const AUTHOR = 'Rédaction des procédures';
const PUBLISHER = 'Publication des procédures';

/** Everybody at the table. All are invented. */
export const MEMBERS = {
  mariam: member('mariam', 'Mariam Inventée', [AUTHOR], 'Action sociale'),
  ines: member('ines', 'Inès Inventée', [AUTHOR], 'Éducation'),
  paul: member('paul', 'Paul Inventé', [PUBLISHER], 'Santé'),
} as const;

/** Opens a service on a fresh server, gives each an account, and sits them down. */
export async function openCommittee<Name extends string>(
  browser: Browser,
  server: Server,
  people: Readonly<Record<Name, Person>>,
): Promise<Readonly<Record<Name, Page>>> {
  const admin = await desk(browser, server.url);
  await setUp(admin, oneTimeCode(server));
  await goTo(admin, 'Comptes');
  const persons = Object.entries(people) as [Name, Person][];
  for (const [, person] of persons) await addAccount(admin, person);
  await admin.context().close();
  const pages: [Name, Page][] = [];
  for (const [name, person] of persons) {
    const page = await desk(browser, server.url);
    await signIn(page, person);
    pages.push([name, page]);
  }
  return Object.fromEntries(pages) as Record<Name, Page>;
}

export const BASE = 'Protéger un enfant en danger : procédure de base';

/** How a draft begins that is not empty, as the choices say. */
export type Start = 'Une procédure publiée, pour la modifier' | 'Une adaptation nationale';

/** Begins a draft from a procedure of the service. Resolves to its address when its outline is there. */
export async function beginFrom(
  page: Page,
  start: Start,
  procedure: string,
  about?: { readonly title: string; readonly country: string },
): Promise<string> {
  await goTo(page, 'Brouillons');
  await page.getByRole('button', { name: 'Nouveau brouillon' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouveau brouillon' });
  await dialog.getByRole('radio', { name: start }).check();
  await choose(page, dialog.getByRole('combobox', { name: 'Procédure' }), procedure);
  if (about) {
    await dialog.getByRole('textbox', { name: 'Titre' }).fill(about.title);
    await choose(page, dialog.getByRole('combobox', { name: 'Pays' }), about.country);
  }
  await dialog.getByRole('button', { name: 'Créer le brouillon' }).click();
  await expect(page.getByRole('heading', { level: 1, name: about?.title ?? procedure })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Plan de la procédure' })).toBeVisible();
  await expect(page.getByText('Vous écrivez', { exact: true })).toBeVisible();
  return page.url();
}

/** Chooses one of a list that opens below its field. */
export async function choose(
  page: Page,
  field: ReturnType<Page['getByRole']>,
  option: string,
): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Looks at the draft in another way. */
export async function openView(page: Page, view: string): Promise<void> {
  await page.getByRole('tab', { name: view, exact: true }).click();
}

/** Looks at one part of a view: what differs, the safeguards. */
export async function openPart(page: Page, of: string, part: RegExp): Promise<void> {
  await page.getByRole('radiogroup', { name: of }).getByText(part).click();
}
