import { expect, type Page } from '@playwright/test';
import { beginEmptyDraft, titleOf, waitUntilSaved } from './author.ts';
import { findNoFault } from './no-fault.ts';
import { addAccount, setUp } from './office.ts';
import { oneTimeCode, type Server, fresh as test } from './server.ts';
import { desk, goTo, type Person, signIn } from './worker.ts';

const MARIAM: Person = {
  name: 'mariam',
  displayName: 'Mariam Inventée',
  password: 'une longue phrase de mariam',
  functions: ['Rédaction des procédures'],
  sector: 'Action sociale',
};

async function openOffice(admin: Page, server: Server): Promise<void> {
  await setUp(admin, oneTimeCode(server));
  await goTo(admin, 'Comptes');
  await addAccount(admin, MARIAM);
  await admin.context().close();
}

/** Writes at the end of a title. */
async function write(page: Page, number: string, words: string): Promise<void> {
  await titleOf(page, number).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

const conflict = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Ce brouillon a changé pendant que vous écriviez' });

test('two windows on one draft, a network that goes and a window that closes lose nothing', async ({
  browser,
  server,
}) => {
  await openOffice(await desk(browser, server.url), server);
  const first = await desk(browser, server.url);
  await signIn(first, MARIAM);
  const address = await beginEmptyDraft(first, 'Accueil d’un enfant (exemple inventé)');
  const title = await titleOf(first, '1.1').inputValue();
  const second = await first.context().newPage();
  await second.goto(address);
  await expect(titleOf(second, '1.1')).toHaveValue(title);

  await test.step('without network what is written stays in its window, and is told', async () => {
    await first.context().setOffline(true);
    await write(first, '1.1', ' un');
    await expect(first.getByText('Pas de réseau : gardé sur cet appareil')).toBeVisible();
    await write(second, '1.2', ' deux');
    await expect(second.getByText('Pas de réseau : gardé sur cet appareil')).toBeVisible();
  });

  await test.step('with the network one window is saved; the other overwrites nothing and is asked', async () => {
    await first.context().setOffline(false);
    const late = await Promise.any(
      [first, second].map(async (page) => {
        await expect(conflict(page)).toBeVisible();
        return page;
      }),
    );
    await expect(late.getByText('1 enregistrement d’une autre fenêtre')).toBeVisible();
    await findNoFault(late);
    await late.reload();
    await expect(conflict(late)).toBeVisible();
    await late.getByRole('button', { name: 'Reposer mes changements sur la version enregistrée' }).click();
    await waitUntilSaved(late);
    await expect(titleOf(late, '1.1')).toHaveValue(`${title} un`);
    await expect(titleOf(late, '1.2')).toHaveValue(/ deux$/);
  });

  await test.step('what a window had not sent when it closed is taken up by another', async () => {
    await second.close();
    await first.reload();
    const third = await first.context().newPage();
    await third.goto(address);
    await expect(titleOf(third, '1.2')).toHaveValue(/ deux$/);
    await third.context().setOffline(true);
    await write(third, '1.2', ' trois');
    await expect(third.getByText('Pas de réseau : gardé sur cet appareil')).toBeVisible();
    await third.close();
    await first.context().setOffline(false);
    await first.reload();
    await expect(titleOf(first, '1.2')).toHaveValue(/ deux trois$/);
    await waitUntilSaved(first);
    await first.reload();
    await expect(titleOf(first, '1.2')).toHaveValue(/ deux trois$/);
    await expect(conflict(first)).toHaveCount(0);
  });

  await test.step('a window that is reloaded at once keeps its last keystroke', async () => {
    await write(first, '1.1', ' fin');
    await first.reload();
    await expect(titleOf(first, '1.1')).toHaveValue(`${title} un fin`);
    await waitUntilSaved(first);
    await expect(conflict(first)).toHaveCount(0);
  });
});
