import { expect } from '@playwright/test';
import { ADA, addAccount, PEOPLE, setUp } from './office.ts';
import { oneTimeCode, fresh as test } from './server.ts';

test.use({ locale: 'fr-FR' });

test('the code in the terminal makes the first administrator, who gives everybody an account', async ({
  page,
  browser,
  server,
}) => {
  await setUp(page, 'AAAA-AAAA-AAAA');
  await expect(page.getByRole('alert')).toContainText('Ce code n’est pas celui du terminal.');
  await page.getByRole('textbox', { name: 'Code à usage unique' }).fill(oneTimeCode(server));
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(page.getByText(`Connecté : ${ADA.displayName}`)).toBeVisible();

  await page.getByRole('link', { name: 'Comptes', exact: true }).click();
  await addAccount(page, PEOPLE.awa);
  await addAccount(page, PEOPLE.benoit);
  await addAccount(page, PEOPLE.gisele);
  await page.screenshot({ path: '/tmp/journeys/accounts.png', fullPage: true });
});
