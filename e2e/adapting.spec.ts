import { expect, type Page } from '@playwright/test';
import { openPicker, waitUntilSaved } from './author.ts';
import {
  approve,
  approveAll,
  BASE,
  beginFrom,
  choose,
  difference,
  MEMBERS,
  openCommittee,
  openElement,
  openPart,
  openView,
  publish,
} from './committee.ts';
import { findNoFault } from './no-fault.ts';
import { fresh as test } from './server.ts';
import { goTo, starting } from './worker.ts';

const TITLE = 'Protéger un enfant au Togo (exemple inventé)';
const LAW = 'Loi inventée sur la protection de l’enfant';
const REASON = 'Chez nous, les distances sont courtes (exemple inventé).';
/** A story of the base that passes where the country puts a step of its own. */
const OTHERWISE = 'Un garçon devient majeur pendant le suivi';
const PLAN = 'Élaborer le plan d’intervention';

test('a country adapts the base, follows it to its next version, and publishes', async ({
  browser,
  server,
}) => {
  const { mariam, ines, paul, sana, hela, pablo, judith, koffi } = await openCommittee(
    browser,
    server,
    MEMBERS,
  );
  const sectors = [
    { page: sana, office: 'Gestionnaire de cas' },
    { page: hela, office: 'Médecin' },
    { page: pablo, office: 'Officier' },
    { page: judith, office: 'Juge' },
    { page: koffi, office: 'Relais' },
  ];
  const overlay = await beginFrom(mariam, 'Une adaptation nationale', BASE, {
    title: TITLE,
    country: 'Togo',
  });

  let next = '';

  await test.step('a deadline is tightened, with its reason and its source', async () => {
    await openView(mariam, 'Éléments');
    await mariam
      .getByRole('navigation', { name: 'Éléments de la procédure' })
      .getByRole('button', { name: 'Sources', exact: true })
      .click();
    await mariam.getByRole('textbox', { name: 'Nouveau texte de référence' }).fill(LAW);
    await mariam.keyboard.press('Enter');
    await expect(mariam.getByRole('textbox', { name: 'Texte', exact: true })).toHaveValue(LAW);
    await setHours(mariam, 'Enfant rencontré', 12);
    await findNoFault(mariam);
    await openView(mariam, 'Adaptation');
    const met = difference(mariam, 'Enfant rencontré');
    await expect(met).toContainText('Modifié');
    await met.getByRole('textbox', { name: 'Pourquoi votre pays fait autrement' }).fill(REASON);
    await choose(mariam, met.getByRole('combobox', { name: 'Sur quel texte' }), LAW);
    await mariam.keyboard.press('Escape');
    await findNoFault(mariam);
  });

  await test.step('what the base has locked, or lets only be tightened, says why and goes back', async () => {
    const window = await openElement(mariam, 'Délais', 'Prévention du VIH : fenêtre de 72 heures');
    await expect(window).toContainText('Verrouillé : la base ne laisse rien y changer.');
    await window.getByRole('textbox', { name: 'Durée : Combien' }).fill('96');
    const heard = await openElement(mariam, 'Délais', 'Parole recueillie');
    await expect(heard).toContainText('Protégé : on peut seulement protéger davantage.');
    await heard.getByRole('textbox', { name: 'Si « élevé » : Combien' }).fill('9');
    await openView(mariam, 'À faire');
    const locked = mariam.locator('[data-finding-code="adaptation.locked"]');
    await expect(locked).toContainText('La base a verrouillé cet élément');
    const loosened = mariam.locator('[data-finding-code="adaptation.tighten"]');
    await expect(loosened).toContainText('renforcer la protection');
    await findNoFault(mariam);
    await openView(mariam, 'Adaptation');
    for (const name of ['Prévention du VIH : fenêtre de 72 heures', 'Parole recueillie']) {
      await difference(mariam, name).getByRole('button', { name: 'Revenir à la base' }).click();
      await expect(difference(mariam, name)).toBeHidden();
    }
    await expect(difference(mariam, 'Enfant rencontré')).toContainText('Modifié');
    await openView(mariam, 'À faire');
    await expect(locked).toBeHidden();
    await expect(loosened).toBeHidden();
  });

  await test.step('a step is put between those of the base, and one is called otherwise', async () => {
    await openView(mariam, 'Plan');
    const agreed = mariam.getByRole('button', {
      name: /^Actions : .*« L’après-majorité est convenu avec le jeune »/,
    });
    await agreed.scrollIntoViewIfNeeded();
    await expect(agreed).toHaveAccessibleName(/Décider la clôture/);
    await agreed.click();
    await mariam.getByRole('menuitem', { name: 'Intercaler une étape' }).click();
    await expect(mariam.locator(':focus')).toHaveValue('');
    await mariam.keyboard.type('Prévenir le service des jeunes majeurs');
    const told = mariam.getByRole('article', { name: /Prévenir le service des jeunes majeurs$/ });
    const who = await openPicker(told, 'Qui');
    await who.getByRole('checkbox', { name: /^Gestionnaire de cas/ }).check();
    await mariam.keyboard.press('Escape');
    const deadline = await openPicker(told, 'Délai');
    await deadline.getByText('Nouveau délai', { exact: true }).click();
    await deadline.getByRole('textbox', { name: 'Durée' }).fill('3');
    await deadline.getByRole('combobox', { name: 'Unité' }).selectOption('jours');
    await deadline.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await mariam.keyboard.press('Escape');
    await expect(told.getByRole('img', { name: /^Ajouté/ })).toBeVisible();
    await expect(mariam.getByRole('article', { name: new RegExp(PLAN) })).toHaveAttribute(
      'data-adapted',
      'inherited',
    );
    await title(mariam, PLAN).fill('Élaborer le plan avec la famille');
    const plan = mariam.getByRole('article', { name: /Élaborer le plan avec la famille$/ });
    await expect(plan.getByRole('img', { name: /^Modifié/ })).toBeVisible();
    await findNoFault(mariam);
    await openView(mariam, 'Adaptation');
    await expect(difference(mariam, 'Prévenir le service des jeunes majeurs')).toContainText('Ajouté');
    await expect(difference(mariam, 'Décider la clôture')).toBeHidden();
    await waitUntilSaved(mariam);
  });

  await test.step('meanwhile others draw the next version of the base, and publish it', async () => {
    const draft = await beginFrom(ines, 'Une procédure publiée, pour la modifier', BASE);
    await title(ines, PLAN).fill('Élaborer le plan avec l’enfant et sa famille');
    await title(ines, 'Orienter vers les services').fill('Orienter l’enfant vers les services');
    await setHours(ines, 'Enfant rencontré', 18);
    await waitUntilSaved(ines);
    await approveAll(ines, sectors);
    await findNoFault(ines);
    next = await publish(paul, draft.replace(/outline$/, 'decide'));
    expect(next).not.toBe('0.1.0');
    await findNoFault(paul);
  });

  await test.step('the base has moved: conflict by conflict, the committee decides', async () => {
    await openView(mariam, 'Adaptation');
    await openPart(mariam, 'Ce qui est montré', /^Suivre la base/);
    await expect(mariam.getByText('2 points que vous et la base avez changés')).toBeVisible();
    await findNoFault(mariam);
    const settle = mariam.getByRole('button', { name: 'Reposer l’adaptation sur la nouvelle base' });
    await expect(settle).toBeDisabled();
    const span = mariam.getByRole('radiogroup', {
      name: /la base dit maintenant .*18 h.* vous dites .*12 h/,
    });
    await span.getByRole('radio', { name: 'Garder le nôtre' }).check();
    const named = mariam.getByRole('radiogroup', { name: /avec l’enfant et sa famille, vous dites/ });
    await named.getByRole('radio', { name: 'Prendre celui de la base' }).check();
    await settle.click();
    await expect(mariam.getByText(`Part de « ${BASE} », version ${next}`)).toBeVisible();
    // The part that she was in is still open.
    await expect(
      mariam.getByText('Votre adaptation part de la version de la base en vigueur.'),
    ).toBeVisible();
  });

  await test.step('what was decided stands, and every safeguard is verified again', async () => {
    await openView(mariam, 'Plan');
    await expect(title(mariam, 'Élaborer le plan avec l’enfant et sa famille')).toBeVisible();
    await expect(title(mariam, 'Orienter l’enfant vers les services')).toBeVisible();
    await openView(mariam, 'Adaptation');
    await openPart(mariam, 'Ce qui est montré', /^Ce qui diffère/);
    await expect(difference(mariam, 'Enfant rencontré')).toContainText('12 h');
    await openView(mariam, 'À faire');
    await openPart(mariam, 'Ce qui est montré', /^Garanties/);
    await expect(mariam.getByText('La vérification est faite.', { exact: true })).toBeVisible();
    await expect(mariam.locator('[data-verdict="broken"]')).toHaveCount(0);
    await openView(mariam, 'Adaptation');
    await openPart(mariam, 'Ce qui est montré', /^Ce que cela change/);
    await expect(mariam.getByText(/^\d+ histoires? se déroule(?:nt)? autrement$/)).toBeVisible();
    await expect(mariam.getByRole('article').filter({ hasText: OTHERWISE })).toBeVisible();
    await findNoFault(mariam);
  });

  await test.step('a story of the base that is no longer so here is taken away', async () => {
    await openView(mariam, 'À faire');
    const stale = mariam.locator('[data-finding-code="scenario.otherwise"]');
    await expect(stale).toHaveCount(1);
    await openPart(mariam, 'Ce qui est montré', /^Histoires/);
    await mariam.getByRole('button', { name: `Retirer « ${OTHERWISE} »` }).click();
    await openPart(mariam, 'Ce qui est montré', /^À faire/);
    await expect(stale).toHaveCount(0);
  });

  await test.step('it is reviewed, approved by each sector, and published by a second person', async () => {
    await waitUntilSaved(mariam);
    await approveAll(mariam, sectors);
    const why = 'L’interprète a été oublié (exemple inventé).';
    await judith.getByRole('button', { name: 'Retirer cette approbation' }).click();
    await judith.getByRole('textbox', { name: 'Pourquoi la retirer' }).fill(why);
    await findNoFault(judith);
    await judith.getByRole('button', { name: 'Retirer cette approbation' }).click();
    await approve(judith, 'Juge');
    await judith.getByRole('tab', { name: 'Procès-verbal' }).click();
    await expect(
      judith.getByText(`Approbation retirée par le secteur : Justice. Motif : ${why}`),
    ).toBeVisible();
    await findNoFault(judith);
    await publish(paul, overlay.replace(/outline$/, 'decide'));
  });

  await test.step('new cases are opened on it', async () => {
    await goTo(sana, 'Dossiers');
    await sana.getByRole('link', { name: 'Ouvrir un dossier' }).click();
    await sana.getByRole('link', { name: starting(TITLE) }).click();
    await expect(sana.getByRole('heading', { level: 2, name: 'Premiers faits' })).toBeVisible();
    await sana.getByRole('button', { name: 'Ouvrir le dossier', exact: true }).click();
    await expect(sana.getByRole('heading', { level: 1, name: /^Dossier \d/ })).toBeVisible();
  });
});

/** The title of a step in the outline, by what it says now. */
function title(page: Page, says: string) {
  return page
    .getByRole('article', { name: new RegExp(`^[\\d.]+ ${says}$`) })
    .getByRole('textbox', { name: /^Titre/ });
}

/** The hours within which something is due when the risk is high. */
async function setHours(page: Page, deadline: string, hours: number): Promise<void> {
  const element = await openElement(page, 'Délais', deadline);
  await element.getByRole('textbox', { name: 'Si « élevé » : Combien' }).fill(`${hours}`);
  await expect(element.getByRole('combobox', { name: 'Si « élevé » : De quoi' })).toHaveValue('hours');
}
