/**
 * A worker's hands. Everything is found as a person finds it, by its role, its label or its text on the screen, and
 * typed or pressed there; nothing reaches behind the screen.
 */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';

export type Person = {
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
  /** Functions as their labels say, ticked when the account is made. */
  readonly functions: readonly string[];
  /** The sector for which this person speaks, as its label says. */
  readonly sector?: string;
};

/** Presses the button "Maintenant" of a date and time. */
export const NOW = Symbol('now');

export type Row = Readonly<Record<string, Answer>>;
/** What goes into a field: yes or no, words or the words of a choice, several choices, a number, a moment, rows. */
export type Answer =
  | boolean
  | string
  | number
  | readonly string[]
  | typeof NOW
  | { readonly rows: readonly Row[] };
/** Answers by the label of their field. */
export type Answers = Readonly<Record<string, Answer>>;

/** A name that begins with these words, as a button that says more below. */
export function starting(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** A browser of one's own, as each colleague sits at another desk. */
export async function desk(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    locale: 'fr-FR',
  });
  return context.newPage();
}

/** Signs in with name and password, and waits for one's own cases. */
export async function signIn(page: Page, person: Pick<Person, 'name' | 'password'>): Promise<void> {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Nom d’utilisateur' }).fill(person.name);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(person.password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible();
}

/** Goes to one of the places of the main navigation. */
export async function goTo(
  page: Page,
  place: 'Dossiers' | 'Procédures' | 'Brouillons' | 'Simulateur' | 'Comptes',
): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Navigation principale' });
  await navigation.getByRole('link', { name: place, exact: true }).click();
}

/** Opens a case on a procedure; its first facts may be answered at once. Resolves to its reference. */
export async function openCase(page: Page, procedure: string, answers: Answers): Promise<string> {
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Ouvrir un dossier' }).click();
  await page.getByRole('link', { name: starting(procedure) }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Premiers faits' })).toBeVisible();
  await answer(page.getByRole('main'), answers);
  await page.getByRole('button', { name: 'Ouvrir le dossier', exact: true }).click();
  const title = page.getByRole('heading', { level: 1, name: /^Dossier \d/ });
  await expect(title).toBeVisible();
  return ((await title.textContent()) ?? '').replace('Dossier ', '').trim();
}

/** Finds a case by its reference in the list of those one carries. */
export async function findCase(page: Page, reference: string): Promise<void> {
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: new RegExp(reference) }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Dossier ${reference}` })).toBeVisible();
}

/** Gives a function in the case to a colleague. */
export async function entrust(page: Page, role: string, colleague: string): Promise<void> {
  await page.getByRole('button', { name: 'Confier', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Confier' });
  await dialog.getByRole('combobox', { name: 'Fonctions' }).selectOption(role);
  await dialog.getByRole('combobox', { name: 'Confié à' }).selectOption(colleague);
  await dialog.getByRole('button', { name: 'Confier', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Confié à' })).toContainText(colleague);
}

/** An open step of the case, by its title. */
export function step(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** Answers fields one by one, each found by its label inside `where`. */
export async function answer(where: Locator, answers: Answers): Promise<void> {
  for (const [label, value] of Object.entries(answers)) await answerOne(where, label, value);
}

async function answerOne(where: Locator, label: string, value: Answer): Promise<void> {
  const change = where.getByRole('button', { name: `Changer : ${label}`, exact: true });
  const choices = where.getByRole('radiogroup', { name: label, exact: true });
  const list = where.getByRole('combobox', { name: label, exact: true });
  const several = where.getByRole('group', { name: label, exact: true });
  const words = where.getByRole('textbox', { name: label, exact: true });
  await expect(change.or(choices).or(list).or(several).or(words).first()).toBeVisible();
  if (await change.isVisible()) await change.click();

  if (typeof value === 'boolean') {
    await choices.getByRole('radio', { name: value ? 'Oui' : 'Non', exact: true }).click();
  } else if (value === NOW) {
    await where.getByRole('button', { name: `${label} : Maintenant`, exact: true }).click();
  } else if (typeof value === 'number') {
    await words.fill(`${value}`);
  } else if (typeof value === 'string') {
    if (await choices.isVisible()) await choices.getByRole('radio', { name: value, exact: true }).click();
    else if (await list.isVisible()) await list.selectOption({ label: value });
    else await words.fill(value);
  } else if ('rows' in value) {
    await answerRows(several, label, value.rows);
  } else {
    for (const item of value) await several.getByRole('checkbox', { name: item, exact: true }).check();
  }
}

/** Rows already there are changed in their order; the others are added below. */
async function answerRows(list: Locator, label: string, rows: readonly Row[]): Promise<void> {
  for (const [index, fields] of rows.entries()) {
    const row = list.getByRole('group', { name: `${label}, n° ${index + 1}`, exact: true });
    if (!(await row.isVisible())) await list.getByRole('button', { name: 'Ajouter une ligne' }).click();
    await answer(row, fields);
  }
}

export type Details = {
  readonly reason?: string;
  /** Who decided: name, function, authority, and the number of the act if it has one. */
  readonly decidedBy?: readonly [name: string, office: string, authority: string, number?: string];
  /** When it happened, if not now: as typed into a date and time, local to the procedure. */
  readonly earlier?: string;
};

/** Today as a date field takes it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Chooses an outcome of a step and fills in what its dialog asks, up to the last button. */
export async function beginOutcome(
  page: Page,
  at: string,
  outcome: string,
  details: Details = {},
): Promise<Locator> {
  await step(page, at)
    .getByRole('button', { name: starting(outcome) })
    .click();
  const dialog = page.getByRole('dialog', { name: outcome });
  const { reason, decidedBy, earlier } = details;
  if (earlier !== undefined) {
    await dialog.getByRole('radio', { name: /^Plus tôt/ }).click();
    await dialog.getByRole('textbox', { name: 'Date et heure des faits' }).fill(earlier);
  }
  if (decidedBy) {
    const [name, office, authority, number] = decidedBy;
    await dialog.getByRole('textbox', { name: 'Nom de la personne qui a décidé' }).fill(name);
    await dialog.getByRole('textbox', { name: 'Fonction' }).fill(office);
    await dialog.getByRole('textbox', { name: 'Autorité' }).fill(authority);
    if (number !== undefined) await dialog.getByRole('textbox', { name: 'Numéro de l’acte' }).fill(number);
    await dialog.getByRole('textbox', { name: 'Date de l’acte' }).fill(today());
  }
  if (reason !== undefined) await dialog.getByRole('textbox', { name: /^Motif/ }).fill(reason);
  return dialog;
}

/** Reports an outcome that counts at once. */
export async function report(page: Page, at: string, outcome: string, details: Details = {}): Promise<void> {
  const dialog = await beginOutcome(page, at, outcome, details);
  await dialog.getByRole('button', { name: 'Confirmer', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Proposes an outcome that another person must confirm before it counts. */
export async function propose(page: Page, at: string, outcome: string, details: Details = {}): Promise<void> {
  const dialog = await beginOutcome(page, at, outcome, details);
  await dialog.getByRole('button', { name: 'Proposer à une seconde personne', exact: true }).click();
  await expect(dialog).toBeHidden();
  const card = page.getByRole('region', { name: 'À confirmer par une seconde personne' });
  await expect(card).toContainText(outcome);
  await expect(card.getByRole('button', { name: 'Confirmer', exact: true })).toBeHidden();
}

/** Confirms, as the second person, what a colleague proposed. */
export async function confirm(page: Page, reference: string, outcome: string): Promise<void> {
  await findCase(page, reference);
  const card = page.getByRole('region', { name: 'À confirmer par une seconde personne' });
  await expect(card).toContainText(outcome);
  await card.getByRole('button', { name: 'Confirmer', exact: true }).click();
  await expect(card).toBeHidden();
}

/** Reads the case again, as somebody who comes back to it. */
export async function comeBack(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /^Dossier/ })).toBeVisible();
}

/** Which steps are open on the page. */
export async function expectOpen(page: Page, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) await expect(step(page, title)).toBeVisible();
}

/** Opens one of the tabs of a case. */
export async function openTab(
  page: Page,
  name: 'Maintenant' | 'Histoire' | 'Faits' | 'Carte',
): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
}
