import { expect, type Locator, type Page } from '@playwright/test';
import { waitUntilSaved } from './author.ts';
import { BASE, beginFrom, MEMBERS, openCommittee, openPart, openView } from './committee.ts';
import { findNoFault } from './no-fault.ts';
import { fresh as test } from './server.ts';

const SAFEGUARD = 'L’enfant a pu s’exprimer avant que son plan soit validé';
const MEND =
  'N’ouvrir ce passage que si : L’enfant a pu s’exprimer avant l’évaluation de son intérêt supérieur';

test('a safeguard is broken, its story is played, and the suggested act mends it', async ({
  browser,
  server,
}) => {
  const { mariam } = await openCommittee(browser, server, { mariam: MEMBERS.mariam });
  await beginFrom(mariam, 'Une procédure publiée, pour la modifier', BASE);

  await test.step('an author lets the plan be approved without hearing the child', async () => {
    const approved = mariam.getByRole('button', { name: /^Actions : .*« Le plan est validé »/ });
    await approved.scrollIntoViewIfNeeded();
    await expect(approved).toHaveAccessibleName(
      /L’enfant a été entendu et le poids de son opinion est écrit$/,
    );
    await approved.click();
    await mariam.getByRole('menuitem', { name: 'Sans condition' }).click();
    await expect(approved).not.toHaveAccessibleName(/est écrit$/);
  });

  await test.step('it is found while drawing', async () => {
    await openView(mariam, 'À faire');
    await expect(mariam.getByRole('article').filter({ hasText: SAFEGUARD }).first()).toBeVisible();
    await findNoFault(mariam);
    await openPart(mariam, 'Ce qui est montré', /^Garanties : 1 rompue/);
    await expect(card(mariam)).toContainText('Rompue');
    await findNoFault(mariam);
  });

  await test.step('its story is played on the map, act by act, with the clock and what is known', async () => {
    await card(mariam).getByRole('button', { name: 'Voir ce qui se passe' }).click();
    const story = mariam.getByRole('region', { name: 'Une histoire où cela arrive' });
    await expect(story.getByRole('status').filter({ hasText: /^Acte 1 sur \d+$/ })).toBeVisible();
    await findNoFault(mariam);
    await playThrough(story);
    await expect(story).toContainText('déclare : Le plan est validé');
    await expect(story.getByRole('list').first()).toContainText('Orienter vers les services');
    await expect(onMap(story)).toContainText('Orienter vers les services');
    await story.getByRole('button', { name: 'Garder comme exercice' }).click();
    await expect(story.getByText('Gardée parmi les histoires.')).toBeVisible();
  });

  await test.step('it is among the stories of the procedure', async () => {
    await openPart(mariam, 'Ce qui est montré', /^Histoires/);
    const name = `Quand cela se rompt : ${SAFEGUARD}`;
    const stories = mariam.getByRole('region', { name: 'Les histoires de la procédure' });
    await stories.getByRole('button', { name: `Dérouler : ${name}` }).click();
    await expect(mariam.getByRole('region', { name, exact: true })).toContainText('Acte 1 sur');
    await findNoFault(mariam);
    await openPart(mariam, 'Ce qui est montré', /^Garanties/);
  });

  await test.step('the suggested act is taken, and the safeguard holds on every path', async () => {
    await card(mariam).getByRole('button', { name: MEND }).click();
    await expectVerdict(mariam, 'Vérifié sur tous les chemins');
  });

  await test.step('taken back and done again, it is broken and holds again', async () => {
    await mariam.getByRole('button', { name: 'Annuler', exact: true }).click();
    await expectVerdict(mariam, 'Rompue');
    await mariam.getByRole('button', { name: 'Rétablir', exact: true }).click();
    await expectVerdict(mariam, 'Vérifié sur tous les chemins');
    await waitUntilSaved(mariam);
  });
});

/** The card of the safeguard that was broken. */
function card(page: Page): Locator {
  return page.getByRole('article').filter({ hasText: SAFEGUARD });
}

/** Where the case stands, on the map of the story. */
function onMap(story: Locator): Locator {
  return story.locator('[data-place="here"]').first();
}

async function expectVerdict(page: Page, verdict: string): Promise<void> {
  await openView(page, 'À faire');
  await expect(card(page)).toContainText(verdict);
  await expect(page.getByText('La vérification est faite.', { exact: true })).toBeVisible();
  await expect(card(page)).toContainText(verdict);
}

/** From the first act to the last: the clock never goes back, and what is known grows. */
async function playThrough(story: Locator): Promise<void> {
  const told = story.getByRole('status').filter({ hasText: /^Acte/ });
  const acts = Number(/sur (\d+)/.exec((await told.textContent()) ?? '')?.[1]);
  expect(acts).toBeGreaterThan(5);
  for (let act = 2; act <= acts; act += 1) {
    await expect(story.getByText('C’est ici que la garantie est rompue.')).toBeHidden();
    await story.getByRole('button', { name: 'Acte suivant' }).click();
    await expect(told).toHaveText(`Acte ${act} sur ${acts}`);
  }
  await expect(story.getByText('C’est ici que la garantie est rompue.')).toBeVisible();
}
