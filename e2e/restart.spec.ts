import { expect } from '@playwright/test';
import { NO_DANGER } from './casework.ts';
import { addAccount, PEOPLE, setUp } from './office.ts';
import { oneTimeCode, startServer, fresh as test } from './server.ts';
import {
  answer,
  beginOutcome,
  desk,
  expectOpen,
  goTo,
  NOW,
  openCase,
  openTab,
  report,
  signIn,
  step,
} from './worker.ts';

test('the server is killed in the middle and started again: nothing acknowledged or typed is lost', async ({
  browser,
  data,
  server,
}) => {
  const ada = await desk(browser, server.url);
  await setUp(ada, oneTimeCode(server));
  await goTo(ada, 'Comptes');
  await addAccount(ada, PEOPLE.awa);

  const awa = await desk(browser, server.url);
  await signIn(awa, PEOPLE.awa);
  const reference = await openCase(awa, 'Protéger un enfant en danger', {
    'Date et heure du signalement': NOW,
    'Canal du signalement': 'école',
    'Qui signale': 'professionnel tenu de signaler',
  });
  await report(awa, 'Recevoir le signalement', 'Le signalement est reçu et écrit');
  await answer(step(awa, 'Évaluer le danger immédiat'), NO_DANGER);

  await server.end('SIGKILL');
  const triage = 'Évaluer le danger immédiat';
  const dialog = await beginOutcome(awa, triage, 'Le danger immédiat est évalué');
  await dialog.getByRole('button', { name: 'Confirmer', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Le service n’a pas répondu');
  await expect(awa.getByText('C’est enregistré.')).toBeHidden();
  await expect(dialog.getByRole('alert')).toContainText('Ce que vous avez tapé est gardé.');

  const again = await startServer({ data, port: Number(new URL(server.url).port) });
  try {
    await test.step('the same press, once the server is back, is taken once', async () => {
      await dialog.getByRole('button', { name: 'Confirmer', exact: true }).click();
      await expect(dialog).toBeHidden();
      await expectOpen(awa, 'Identifier et enregistrer l’enfant');
    });
    await answer(step(awa, 'Identifier et enregistrer l’enfant'), {
      'Nom et prénoms de l’enfant': 'Fatou Inventée',
    });

    await test.step('killed again, what was typed is still there for who comes back', async () => {
      await again.end('SIGKILL');
      const third = await startServer({ data, port: Number(new URL(server.url).port) });
      try {
        await awa.reload();
        await expect(awa.getByRole('heading', { level: 1, name: `Dossier ${reference}` })).toBeVisible();
        const register = step(awa, 'Identifier et enregistrer l’enfant');
        await expect(register.getByRole('textbox', { name: 'Nom et prénoms de l’enfant' })).toHaveValue(
          'Fatou Inventée',
        );
        await report(awa, 'Identifier et enregistrer l’enfant', 'L’enfant est identifié et enregistré');
        await openTab(awa, 'Histoire');
        const lines = awa.getByRole('tabpanel', { name: 'Histoire' });
        for (const line of [
          'Dossier ouvert',
          'Le signalement est reçu et écrit',
          'Le danger immédiat est évalué',
          'L’enfant est identifié et enregistré',
        ])
          await expect(lines.getByText(line, { exact: true })).toHaveCount(1);
      } finally {
        await third.end('SIGTERM');
      }
    });
  } finally {
    await again.end('SIGKILL');
  }
});
