import { type Browser, expect, type Page } from '@playwright/test';
import {
  beginEmptyDraft,
  line,
  openPicker,
  outline,
  tabTo,
  titleOf,
  typeSteps,
  waitUntilSaved,
} from './author.ts';
import { findNoFault } from './no-fault.ts';
import { addAccount, setUp } from './office.ts';
import { oneTimeCode, type Server, fresh as test } from './server.ts';
import { desk, goTo, type Person, signIn } from './worker.ts';

const TITLE = 'Accueil d’un enfant (exemple inventé)';
const STEPS = ['Rencontrer l’enfant', 'Évaluer le danger', 'Décider des mesures', 'Visiter l’enfant'];

const person = (
  name: string,
  displayName: string,
  functions: readonly string[],
  sector?: string,
): Person => ({
  name,
  displayName,
  password: `une longue phrase de ${name}`,
  functions,
  ...(sector === undefined ? {} : { sector }),
});
const MARIAM = person('mariam', 'Mariam Inventée', ['Rédaction des procédures'], 'Action sociale');
const PAUL = person('paul', 'Paul Inventé', ['Publication des procédures'], 'Santé');

/** Opens a service whose people draw procedures, and sits down at a desk for each of them. */
async function openCommittee(browser: Browser, server: Server, people: readonly Person[]): Promise<Page[]> {
  const admin = await desk(browser, server.url);
  await setUp(admin, oneTimeCode(server));
  await goTo(admin, 'Comptes');
  for (const each of people) await addAccount(admin, each);
  await findNoFault(admin);
  await admin.context().close();
  const pages: Page[] = [];
  for (const each of people) {
    const page = await desk(browser, server.url);
    await signIn(page, each);
    pages.push(page);
  }
  return pages;
}

/** Counts what a page asks of the worker of the layout, from its next load on. */
async function countLayouts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const asked = { layouts: 0 };
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...message: [{ cmd?: string }, never]) {
      if (message[0].cmd === 'layout') asked.layouts += 1;
      post.apply(this, message);
    };
    Object.assign(window, { asked });
  });
  return () => page.evaluate(() => (window as unknown as { asked: { layouts: number } }).asked.layouts);
}

/** A page opened by its address has each style sheet once: that of every page first, so that a view has the last word on its own. */
async function expectStylesInOrder(page: Page): Promise<void> {
  await expect(outline(page)).toBeVisible();
  const sheets = await page
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(sheets).toEqual([...new Set(sheets)]);
  expect(sheets[0]).toMatch(/\bkit-/);
  expect(sheets.length).toBeGreaterThan(2);
  // What forbids code made of text comes first: no script runs before it, and it waits for no style sheet.
  const served = await (await page.request.get('/')).text();
  expect(served.indexOf('no-eval.js')).toBeLessThan(served.indexOf('rel="stylesheet"'));
  expect(served.lastIndexOf('rel="stylesheet"')).toBeLessThan(served.indexOf('type="module"'));
}

test('a committee begins on an empty page, and every word is kept', async ({ browser, server }) => {
  const [mariam, paul] = (await openCommittee(browser, server, [MARIAM, PAUL])) as [Page, Page];
  const address = await beginEmptyDraft(mariam, TITLE);

  await test.step('steps are typed like the lines of a document', async () => {
    await titleOf(mariam, '1.1').click();
    await mariam.keyboard.press('End');
    await typeSteps(mariam, STEPS);
    await expectSteps(mariam, STEPS);
    await expect(titleOf(mariam, '1.6')).toHaveValue('Dossier clos');
  });

  await test.step('a step gets who does it and by when', async () => {
    const meet = line(mariam, '1.2', 'Rencontrer l’enfant');
    const who = await openPicker(meet, 'Qui');
    await who.getByText('Nouvelle fonction', { exact: true }).click();
    await who.getByRole('textbox', { name: 'Nom' }).fill('Psychologue');
    await who.getByRole('combobox', { name: 'Secteur' }).selectOption('Santé');
    await who.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(who.getByRole('checkbox', { name: /^Psychologue/ })).toBeChecked();
    await mariam.keyboard.press('Escape');
    const deadline = await openPicker(meet, 'Délai');
    await deadline.getByText('Nouveau délai', { exact: true }).click();
    await deadline.getByRole('textbox', { name: 'Durée' }).fill('2');
    await deadline.getByRole('combobox', { name: 'Unité' }).selectOption('jours ouvrés');
    await findNoFault(mariam);
    await deadline.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await mariam.keyboard.press('Escape');
    await expectTold(mariam);
  });

  await test.step('undone and done again, in words, one entry for each gesture', async () => {
    await mariam.getByRole('button', { name: 'Annuler', exact: true }).click();
    await expect(line(mariam, '1.2', 'Rencontrer l’enfant')).not.toContainText('2 jours');
    await mariam.getByRole('button', { name: 'Rétablir', exact: true }).click();
    await expectTold(mariam);
  });

  await test.step('what was saved is there when the page is opened again', async () => {
    await waitUntilSaved(mariam);
    await mariam.reload();
    await expectSteps(mariam, STEPS);
    await expectTold(mariam);
    await findNoFault(mariam);
  });

  await test.step('somebody else reads it, and sees who writes', async () => {
    await paul.goto(address);
    await expectStylesInOrder(paul);
    await expect(outline(paul)).toContainText('Évaluer le danger');
    await expect(paul.getByText('Mariam Inventée écrit, vous lisez', { exact: true })).toBeVisible();
    await expect(outline(paul).getByRole('textbox')).toHaveCount(0);
    await findNoFault(paul);
  });

  await test.step('its map is laid out once, and kept on the device', async () => {
    const layouts = await countLayouts(paul);
    await paul.goto(address.replace(/outline$/, 'map'));
    await expect(paul.locator('.step-card').first()).toBeVisible();
    expect(await layouts()).toBeGreaterThan(0);
    await expect(async () => {
      await paul.reload();
      await expect(paul.locator('.step-card').first()).toBeVisible();
      expect(await layouts(), 'what was kept is not asked again').toBe(0);
    }).toPass({ intervals: [3_000], timeout: 60_000 });
    await findNoFault(paul);
  });

  await test.step('two windows on one draft do not overwrite each other', async () => {
    const other = await mariam.context().newPage();
    await other.goto(address);
    await titleOf(other, '1.3').fill('Évaluer le danger avec l’enfant');
    await waitUntilSaved(other);
    await titleOf(mariam, '1.4').fill('Décider des mesures ensemble');
    const note = mariam
      .getByRole('alert')
      .filter({ hasText: 'Ce brouillon a changé pendant que vous écriviez' });
    await expect(note).toBeVisible();
    await findNoFault(mariam);
    await note.getByRole('button', { name: 'Reposer mes changements sur la version enregistrée' }).click();
    await expect(note).toBeHidden();
    await expect(titleOf(mariam, '1.3')).toHaveValue('Évaluer le danger avec l’enfant');
    await expect(titleOf(mariam, '1.4')).toHaveValue('Décider des mesures ensemble');
    await waitUntilSaved(mariam);
    await other.reload();
    await expect(titleOf(other, '1.4')).toHaveValue('Décider des mesures ensemble');
  });
});

test('the same by keyboard alone', async ({ browser, server }) => {
  const [mariam] = (await openCommittee(browser, server, [MARIAM])) as [Page];
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await mariam.keyboard.press(key);
  };

  await test.step('from the navigation to an empty page', async () => {
    await tabTo(mariam, mariam.getByRole('link', { name: 'Brouillons', exact: true }));
    await press('Enter');
    await tabTo(mariam, mariam.getByRole('button', { name: 'Nouveau brouillon' }));
    await press('Enter');
    const title = mariam
      .getByRole('dialog', { name: 'Nouveau brouillon' })
      .getByRole('textbox', { name: 'Titre' });
    await tabTo(mariam, title);
    await mariam.keyboard.type(TITLE);
    await press('Enter');
    await expect(mariam.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(outline(mariam)).toBeVisible();
  });

  await test.step('steps are typed', async () => {
    await tabTo(mariam, titleOf(mariam, '1.1'));
    await press('End');
    await typeSteps(mariam, STEPS);
    await expectSteps(mariam, STEPS);
  });

  await test.step('a function and a deadline', async () => {
    await press('ArrowUp', 'ArrowUp', 'ArrowUp');
    await expect(titleOf(mariam, '1.2')).toBeFocused();
    const meet = line(mariam, '1.2', 'Rencontrer l’enfant');
    await press('Escape');
    await tabTo(mariam, meet.getByRole('button', { name: /^Qui :/ }));
    await press('Enter');
    const who = mariam.getByRole('dialog', { name: 'Qui', exact: true });
    await tabTo(mariam, who.getByText('Nouvelle fonction', { exact: true }));
    await press('Enter');
    await tabTo(mariam, who.getByRole('textbox', { name: 'Nom' }));
    await mariam.keyboard.type('Psychologue');
    await tabTo(mariam, who.getByRole('combobox', { name: 'Secteur' }));
    await mariam.keyboard.type('Sant');
    await tabTo(mariam, who.getByRole('button', { name: 'Ajouter', exact: true }));
    await press('Enter');
    await expect(who.getByRole('checkbox', { name: /^Psychologue/ })).toBeChecked();
    await press('Escape');
    await expect(who).toBeHidden();
    await expect(meet.getByRole('button', { name: /^Qui :/ })).toBeFocused();
    await tabTo(mariam, meet.getByRole('button', { name: /^Délai :/ }));
    await press('Enter');
    const deadline = mariam.getByRole('dialog', { name: 'Délai', exact: true });
    await tabTo(mariam, deadline.getByText('Nouveau délai', { exact: true }));
    await press('Enter');
    await tabTo(mariam, deadline.getByRole('textbox', { name: 'Durée' }));
    await mariam.keyboard.type('2');
    await tabTo(mariam, deadline.getByRole('combobox', { name: 'Unité' }));
    await mariam.keyboard.type('jours o');
    await tabTo(mariam, deadline.getByRole('button', { name: 'Ajouter', exact: true }));
    await press('Enter', 'Escape');
    await expectTold(mariam);
  });

  await test.step('undone, done again, saved, and there again', async () => {
    await press('Control+z');
    await expect(line(mariam, '1.2', 'Rencontrer l’enfant')).not.toContainText('2 jours');
    await press('Control+Shift+z');
    await expectTold(mariam);
    await waitUntilSaved(mariam);
    await mariam.reload();
    await expectSteps(mariam, STEPS);
    await expectTold(mariam);
  });
});

async function expectSteps(page: Page, titles: readonly string[]): Promise<void> {
  for (const [index, title] of titles.entries())
    await expect(titleOf(page, `1.${index + 2}`)).toHaveValue(title);
}

async function expectTold(page: Page): Promise<void> {
  const meet = line(page, '1.2', 'Rencontrer l’enfant');
  await expect(meet.getByRole('button', { name: /^Qui :.*Psychologue/ })).toBeVisible();
  await expect(
    meet.getByRole('button', { name: /^Délai : 2 jours (?:ouvrés|\(heures ouvrées\))/ }),
  ).toBeVisible();
}
