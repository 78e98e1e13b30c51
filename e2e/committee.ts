/** A service whose people draw procedures: accounts made through the screens, and a desk for each of them. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { addAccount, setUp } from './office.ts';
import { oneTimeCode, type Server } from './server.ts';
import { desk, goTo, type Person, signIn, starting } from './worker.ts';

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
  paul: member('paul', 'Paul Inventé', [PUBLISHER], 'Éducation'),
  sana: member('sana', 'Sana Inventée', ['Gestionnaire de cas (intervenant référent)'], 'Action sociale'),
  hela: member('hela', 'Hela Inventée', ['Professionnel de santé'], 'Santé'),
  pablo: member(
    'pablo',
    'Pablo Inventé',
    ['Unité de police ou gendarmerie chargée des mineurs'],
    'Police et gendarmerie',
  ),
  judith: member('judith', 'Judith Inventée', ['Juge des enfants ou de la famille'], 'Justice'),
  koffi: member('koffi', 'Koffi Inventé', ['Relais communautaire'], 'Communauté'),
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

/** Opens an element of a section: `Délais`, `Enfant rencontré`. Resolves to what can be set of it. */
export async function openElement(page: Page, section: string, name: string): Promise<Locator> {
  await openView(page, 'Éléments');
  const sections = page.getByRole('navigation', { name: 'Éléments de la procédure' });
  await sections.getByRole('button', { name: section, exact: true }).click();
  await page.getByRole('textbox', { name: 'Chercher' }).fill(name);
  await page.getByRole('option', { name: starting(name) }).click();
  return page.locator('[data-element]');
}

/** What makes an element of an adaptation otherwise, by its name; a step before what was made for it. */
export function difference(page: Page, name: string): Locator {
  return page
    .getByRole('article')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
}

/** Opens the review of the draft on the page, and has each sector approve its text. */
export async function approveAll(
  author: Page,
  sectors: readonly { readonly page: Page; readonly office: string }[],
): Promise<void> {
  await openView(author, 'Décider');
  await author.getByRole('tab', { name: 'Relecture et publication' }).click();
  await author.getByRole('button', { name: 'Rendre la main' }).click();
  await author.getByRole('button', { name: 'Ouvrir la relecture' }).click();
  await expect(author.getByText(/^La relecture est ouverte/)).toBeVisible();
  for (const { page, office } of sectors) {
    await page.goto(author.url());
    await approve(page, office);
  }
}

/** Approves the text in review for one's own sector. */
export async function approve(page: Page, office: string): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Relecture et publication' });
  await expect(tab).toBeVisible();
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  await page.getByRole('textbox', { name: 'Votre fonction' }).fill(office);
  await page.getByRole('textbox', { name: 'Votre institution' }).fill('Service inventé');
  await page.getByRole('button', { name: 'Approuver ce texte' }).click();
  await expect(page.getByText(new RegExp(`Inventée? · ${office} · Service inventé`))).toBeVisible();
}

/** Publishes what is approved, once the gate has nothing against it. */
export async function publish(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.getByRole('tab', { name: 'Relecture et publication' }).click();
  await expect(page.getByText('Rien ne s’oppose à la publication.')).toBeVisible({ timeout: 240_000 });
  await page.getByRole('button', { name: 'Publier cette version' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publier cette version' });
  const version = await dialog.getByRole('textbox', { name: /^Numéro de version/ }).inputValue();
  await dialog.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.getByText(`La version ${version} est publiée.`).first()).toBeVisible({
    timeout: 240_000,
  });
  return version;
}
