/** A child protection office on a fresh server: its administrator and its people, made through the screens. */
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { oneTimeCode, type Server, startServer, withDataFolder } from './server.ts';
import { desk, goTo, type Person, signIn } from './worker.ts';

const AGENCY = 'Service de protection (inventé)';
const person = (name: string, displayName: string, ...functions: readonly string[]): Person => ({
  name,
  displayName,
  password: `une longue phrase de ${name}`,
  functions,
});

export const ADA = person('ada', 'Ada Inventée', 'Administration du service');

/** Everybody of the office. All are invented. */
export const PEOPLE = {
  awa: person(
    'awa',
    'Awa Inventée',
    'Gestionnaire de cas (intervenant référent)',
    'Intervenant de première ligne',
  ),
  benoit: person('benoit', 'Benoît Inventé', 'Superviseur'),
  gisele: person('gisele', 'Gisèle Inventée', 'Comité de protection (instance multisectorielle)'),
  daouda: person('daouda', 'Daouda Inventé', 'Unité de police ou gendarmerie chargée des mineurs'),
  estelle: person('estelle', 'Estelle Inventée', 'Juge des enfants ou de la famille'),
  fidele: person('fidele', 'Fidèle Inventé', 'Professionnel de santé'),
} as const;
export type Colleague = keyof typeof PEOPLE;

/** Makes the first administrator with the code printed in the terminal. */
export async function setUp(page: Page, code: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Premier administrateur' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Code à usage unique' }).fill(code);
  await page.getByRole('textbox', { name: /^Votre nom/ }).fill(ADA.displayName);
  await page.getByRole('textbox', { name: 'Service', exact: true }).fill(AGENCY);
  await page.getByRole('textbox', { name: 'Nom d’utilisateur' }).fill(ADA.name);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(ADA.password);
  await page.getByRole('button', { name: 'Créer le compte' }).click();
}

/** Makes an account as an administrator does, on the page of accounts. */
export async function addAccount(
  page: Page,
  { name, displayName, password, functions, sector }: Person,
): Promise<void> {
  await page.getByRole('textbox', { name: /^Nom, tel que/ }).fill(displayName);
  await page.getByRole('textbox', { name: 'Service', exact: true }).fill(AGENCY);
  await page.getByRole('textbox', { name: 'Nom d’utilisateur' }).fill(name);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  if (sector !== undefined) await page.getByRole('combobox', { name: 'Secteur' }).selectOption(sector);
  const roles = page.getByRole('group', { name: 'Fonctions' });
  for (const label of functions) await roles.getByRole('checkbox', { name: label, exact: true }).check();
  await page.getByRole('button', { name: 'Ajouter un compte' }).click();
  await expect(page.getByText(displayName, { exact: true })).toBeVisible();
}

/** Opens an office on a fresh server and gives everybody an account. */
export async function openOffice(browser: Browser, server: Server): Promise<void> {
  const page = await desk(browser, server.url);
  await setUp(page, oneTimeCode(server));
  await goTo(page, 'Comptes');
  for (const colleague of Object.values(PEOPLE)) await addAccount(page, colleague);
  await page.context().close();
}

type Hands = { readonly at: (colleague: Colleague) => Promise<Page> };

/** `test` in an office that is already open; `at('awa')` sits down at her desk, signed in. */
export const office = base.extend<Hands, { service: Server }>({
  service: [
    async ({ browser }, use) => {
      await withDataFolder(async (data) => {
        const server = await startServer({ data, port: 0 });
        await openOffice(browser, server);
        await use(server);
        await server.end('SIGTERM');
      });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ service }, use) => use(service.url),
  at: async ({ browser, service }, use) => {
    const desks = new Map<Colleague, Page>();
    await use(async (colleague) => {
      const known = desks.get(colleague);
      if (known) return known;
      const page = await desk(browser, service.url);
      desks.set(colleague, page);
      await signIn(page, PEOPLE[colleague]);
      return page;
    });
    for (const page of desks.values()) await page.context().close();
  },
});
