import { expect, type Page } from '@playwright/test';
import { findNoFault } from './no-fault.ts';
import { inventedAccount, demonstration as test } from './server.ts';
import { goTo, openTab, signIn, starting } from './worker.ts';

test.use({ locale: 'fr-FR' });

const SITUATION = 'Mise à l’abri en urgence';

async function chooseSituation(page: Page): Promise<void> {
  await goTo(page, 'Simulateur');
  await page.getByRole('link', { name: /^Protéger un enfant en danger/ }).click();
  await page.getByRole('link', { name: starting(SITUATION) }).click();
  await expect(page.getByRole('heading', { level: 2, name: SITUATION })).toBeVisible();
}

const act = (page: Page, n: number) => page.getByRole('region', { name: starting(`Acte ${n} sur`) });

/** Plays an act by choosing an outcome, as the author would, or doing nothing. */
async function play(page: Page, n: number, choice: string): Promise<void> {
  await act(page, n)
    .getByRole('button', { name: starting(choice) })
    .click();
  await act(page, n)
    .getByRole('button', { name: /^(Continuer|Terminer et comparer)$/ })
    .click();
}

test('a situation is played to its end, and the route is compared with the author’s', async ({
  page,
  demo,
}) => {
  await signIn(page, inventedAccount(demo, 'demo.social'));
  await chooseSituation(page);
  await expect(page.getByText(/Cas d’école.: enfants fictifs/)).toBeVisible();
  await findNoFault(page);
  await page.getByRole('button', { name: 'Commencer' }).click();

  await play(page, 1, 'Le signalement est reçu et écrit');
  await play(page, 2, 'Le danger immédiat est évalué');
  await expect(act(page, 3)).toContainText('Que faites-vous ?');
  await findNoFault(page);
  await play(page, 3, 'L’enfant est en sécurité');
  await play(page, 4, 'Un placement d’urgence est décidé');
  await play(page, 5, 'L’enfant est identifié et enregistré');
  await play(page, 6, 'La mesure d’urgence est confirmée');
  await play(page, 7, 'Faire ce que prévoit l’auteur');
  await expect(page.getByText('Vous avez suivi la route prévue.')).toBeVisible();
  await findNoFault(page);

  await test.step('leaving the child where he is parts from it, and the screen says where and why', async () => {
    await page.getByRole('button', { name: 'Recommencer' }).click();
    await page.getByRole('button', { name: 'Commencer' }).click();
    await play(page, 1, 'Le signalement est reçu et écrit');
    await play(page, 2, 'Le danger immédiat est évalué');
    for (const n of [3, 4, 5, 6, 7]) await play(page, n, 'Ne rien faire');
    await expect(page.getByText('Votre route s’écarte de celle prévue.')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('prévu « L’enfant est en sécurité »');
    await findNoFault(page);
  });
});

test('no screen has a fault that axe can see', async ({ page, demo }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
  await findNoFault(page);
  await signIn(page, inventedAccount(demo, 'demo.social'));
  await expect(page.getByText(/Démonstration.: personnes et dossiers inventés/)).toBeVisible();
  await findNoFault(page);

  await page
    .getByRole('main')
    .getByRole('link', { name: /Dossier \d/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: 'Maintenant' })).toBeVisible();
  await findNoFault(page);
  await openTab(page, 'Histoire');
  await expect(page.getByRole('tabpanel', { name: 'Histoire' })).toContainText('Dossier ouvert');
  await findNoFault(page);
  await openTab(page, 'Faits');
  await findNoFault(page);
  await openTab(page, 'Carte');
  await expect(
    page.getByRole('tabpanel', { name: 'Carte' }).getByText('Ici', { exact: true }).first(),
  ).toBeVisible();
  await findNoFault(page);
  await openTab(page, 'Maintenant');
  await page.getByRole('link', { name: 'Ouvrir une plainte' }).click();
  await expect(page.getByRole('button', { name: 'Envoyer la plainte' })).toBeVisible();
  await findNoFault(page);

  await goTo(page, 'Procédures');
  await expect(page.getByRole('heading', { level: 1, name: 'Procédures' })).toBeVisible();
  await findNoFault(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Bénin/ })
    .click();
  await expect(
    page.getByRole('tabpanel', { name: 'Carte' }).getByText('Recevoir le signalement'),
  ).toBeVisible();
  await findNoFault(page);
  for (const name of [/^Étapes/, /^Garanties/, /remarques?/]) {
    await page.getByRole('tab', { name }).click();
    await findNoFault(page);
  }
  await goTo(page, 'Simulateur');
  await expect(page.getByRole('heading', { level: 1, name: 'Simulateur' })).toBeVisible();
  await findNoFault(page);
});
