/**
 * A district office asks the service over its own network, by plain http: there a browser has neither locks nor
 * `crypto.randomUUID`, and what is written must be as safe as elsewhere.
 */
import { expect, type Page } from '@playwright/test';
import { launchOptions } from '../.ci/browser.ts';
import { beginEmptyDraft, titleOf, waitUntilSaved } from './author.ts';
import { addAccount, setUp } from './office.ts';
import { oneTimeCode, fresh as test } from './server.ts';
import { desk, goTo, type Person, signIn } from './worker.ts';

const OFFICE = 'district.test';
const { executablePath, args } = await launchOptions();
test.use({
  launchOptions: { executablePath, args: [...args, `--host-resolver-rules=MAP ${OFFICE} 127.0.0.1`] },
});

const MARIAM: Person = {
  name: 'mariam',
  displayName: 'Mariam Inventée',
  password: 'une longue phrase de mariam',
  functions: ['Rédaction des procédures'],
  sector: 'Action sociale',
};

async function write(page: Page, number: string, words: string): Promise<void> {
  await titleOf(page, number).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

const keptHere = (page: Page) => page.getByText('Pas de réseau : gardé sur cet appareil');
const conflict = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Ce brouillon a changé pendant que vous écriviez' });

test('over the network of an office people write, and what a closed or broken window left is taken up', async ({
  browser,
  server,
}) => {
  const url = new URL(server.url);
  url.hostname = OFFICE;
  const admin = await desk(browser, url.origin);
  await setUp(admin, oneTimeCode(server));
  expect(await admin.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto])).toEqual(
    [false, false, false],
  );
  await goTo(admin, 'Comptes');
  await addAccount(admin, MARIAM);
  await admin.context().close();

  const first = await desk(browser, url.origin);
  await signIn(first, MARIAM);
  const address = await beginEmptyDraft(first, 'Accueil d’un enfant (exemple inventé)');
  const title = await titleOf(first, '1.1').inputValue();

  await test.step('a window that is reloaded at once keeps its last keystroke', async () => {
    await write(first, '1.1', ' un');
    await first.reload();
    await expect(titleOf(first, '1.1')).toHaveValue(`${title} un`);
    await waitUntilSaved(first);
  });

  await test.step('what a window had not sent when it closed is taken up by another, once', async () => {
    const second = await first.context().newPage();
    await second.goto(address);
    await expect(titleOf(second, '1.1')).toHaveValue(`${title} un`);
    await first.context().setOffline(true);
    await write(second, '1.1', ' deux');
    await expect(keptHere(second)).toBeVisible();
    await second.close();
    await first.context().setOffline(false);
    await first.reload();
    await expect(titleOf(first, '1.1')).toHaveValue(`${title} un deux`);
    await waitUntilSaved(first);
    await expect(conflict(first)).toHaveCount(0);
  });

  await test.step('what a living window has not sent stays its own', async () => {
    const second = await first.context().newPage();
    await second.goto(address);
    await expect(titleOf(second, '1.1')).toHaveValue(`${title} un deux`);
    await second.route('**/changes', (route) => route.abort());
    await write(second, '1.1', ' trois');
    await expect(keptHere(second)).toBeVisible();
    await first.reload();
    await expect(titleOf(first, '1.1')).toHaveValue(`${title} un deux`);
    await second.unroute('**/changes');
    await waitUntilSaved(second);
    await second.close();
  });

  await test.step('what a window had not sent when it broke down is taken up by another', async () => {
    const second = await first.context().newPage();
    await second.goto(address);
    await expect(titleOf(second, '1.1')).toHaveValue(`${title} un deux trois`);
    await second.route('**/changes', (route) => route.abort());
    await write(second, '1.1', ' quatre');
    await expect(keptHere(second)).toBeVisible();
    const tools = await second.context().newCDPSession(second);
    void tools.send('Page.crash').catch(() => undefined);
    await second.waitForEvent('crash');
    await first.reload();
    await expect(titleOf(first, '1.1')).toHaveValue(`${title} un deux trois quatre`);
    await waitUntilSaved(first);
  });
});
