import { expect } from '@playwright/test';
import { findNoFault } from './no-fault.ts';
import { ADA, addAccount, PEOPLE, setUp } from './office.ts';
import { oneTimeCode, fresh as test } from './server.ts';
import { goTo, signIn } from './worker.ts';

test.use({ locale: 'fr-FR' });

test('the code in the terminal makes the first administrator, who gives everybody an account', async ({
  page,
  server,
}) => {
  await setUp(page, 'AAAA-AAAA-AAAA');
  await expect(page.getByRole('alert')).toContainText('Ce code n’est pas celui du terminal.');
  await findNoFault(page);
  await page.getByRole('textbox', { name: 'Code à usage unique' }).fill(oneTimeCode(server));
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(page.getByText(new RegExp(`Connecté.: ${ADA.displayName}`))).toBeVisible();

  await goTo(page, 'Comptes');
  await addAccount(page, PEOPLE.awa);
  await addAccount(page, PEOPLE.benoit);
  await addAccount(page, PEOPLE.gisele);
  await findNoFault(page);

  await test.step('one signs out, a wrong password does not open, one’s own does', async () => {
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Nom d’utilisateur' }).fill(PEOPLE.awa.name);
    await page.getByRole('textbox', { name: 'Mot de passe' }).fill('ce n’est pas le sien');
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'Le nom ou le mot de passe ne convient pas.',
    );
    await signIn(page, PEOPLE.awa);
    await expect(page.getByText('Aucun dossier ne vous est confié.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Comptes', exact: true })).toBeHidden();
  });

  await test.step('the screens speak three languages, and remember which', async () => {
    await page.getByRole('button', { name: /^Langue/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Cases' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Cases' })).toBeVisible();
    await page.getByRole('button', { name: /^Language/ }).click();
    await page.getByRole('menuitem', { name: 'Español' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await page.getByRole('button', { name: /^Idioma/ }).click();
    await page.getByRole('menuitem', { name: 'Français' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible();
  });

  await test.step('on a phone everything fits the width, and the menu opens by its button', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: 'Ouvrir le menu' }).click();
    await goTo(page, 'Procédures');
    await expect(page.getByRole('heading', { level: 1, name: 'Procédures' })).toBeVisible();
    for (const place of ['Dossiers', 'Simulateur'] as const) {
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      await findNoFault(page);
      await page.getByRole('button', { name: 'Ouvrir le menu' }).click();
      await goTo(page, place);
      await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
    }
  });
});
