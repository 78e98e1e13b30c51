/** From an empty page to a case that is closed: what a committee does in one afternoon, for any hands. */
import { expect, type Page } from '@playwright/test';
import { line, outline, titleOf, typeSteps, waitUntilSaved } from './author.ts';
import type { Hands } from './hands.ts';
import { findNoFault } from './no-fault.ts';
import { starting } from './worker.ts';

const HEARD = 'L’enfant a été entendu';
const DANGER = 'L’enfant est en danger immédiat';
const MEET = 'Rencontrer l’enfant';
const DECIDE = 'Décider des mesures';
const SAFE = 'Mettre l’enfant en sécurité';

/** Opens an empty page under a title. */
export async function beginDraft(page: Page, hands: Hands, title: string): Promise<void> {
  await hands.press(page.getByRole('link', { name: 'Brouillons', exact: true }));
  await hands.press(page.getByRole('button', { name: 'Nouveau brouillon' }));
  const dialog = page.getByRole('dialog', { name: 'Nouveau brouillon' });
  await hands.write(dialog.getByRole('textbox', { name: 'Titre' }), title);
  await hands.press(dialog.getByRole('button', { name: 'Créer le brouillon' }));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(outline(page)).toBeVisible();
  await expect(page.getByText('Vous écrivez', { exact: true })).toBeVisible();
}

/** Ten steps in three stages and two tracks, typed as in a document. */
export async function writeOutline(page: Page, hands: Hands): Promise<void> {
  await addStage(page, hands, '1.1', 'Évaluation', [MEET, 'Évaluer la situation']);
  await addStage(page, hands, '1.2', 'Décision', ['Réunir les acteurs', DECIDE, 'Informer l’enfant']);
  await addStage(page, hands, '1.3', 'Suivi', ['Visiter l’enfant', 'Faire le bilan']);
  await hands.press(page.getByRole('button', { name: 'Ajouter un volet' }));
  await page.keyboard.type('Urgence');
  await page.keyboard.press('Enter');
  await expect(titleOf(page, '2.2')).toBeFocused();
  await page.keyboard.type(SAFE);
  await typeSteps(page, ['Vérifier que l’enfant est en sécurité', 'Urgence terminée']);
  await hands.act(page.getByRole('button', { name: /^Actions : 2\.4 / }), 'Fin');
  const goesOn = (number: string, title: string, to: string) =>
    expect(line(page, number, title).getByRole('button', { name: new RegExp(`› ${to}`) })).toBeVisible();
  await goesOn('1.1', 'Recevoir le signalement', `1.2.1 ${MEET}`);
  await goesOn('1.2.2', 'Évaluer la situation', '1.3.1 Réunir les acteurs');
  await goesOn('1.4.2', 'Faire le bilan', '1.5 Dossier clos');
}

async function addStage(
  page: Page,
  hands: Hands,
  after: string,
  title: string,
  [first, ...others]: readonly [string, ...string[]],
): Promise<void> {
  await hands.act(
    page.getByRole('button', { name: starting(`Actions : ${after} `) }),
    'Ajouter une phase après',
  );
  await expect(page.locator(':focus')).toHaveValue('');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveValue('');
  await page.keyboard.type(first);
  await typeSteps(page, others);
}

/** Who meets the child and by when, and what is asked there. */
export async function tellTheMeeting(page: Page, hands: Hands): Promise<void> {
  const meet = line(page, '1.2.1', MEET);
  const open = async (field: string) => {
    await hands.press(meet.getByRole('button', { name: starting(`${field} :`) }));
    return page.getByRole('dialog', { name: field, exact: true });
  };
  const who = await open('Qui');
  await hands.press(who.getByRole('checkbox', { name: /^Gestionnaire de cas/ }));
  await hands.press(who.getByText('Nouvelle fonction', { exact: true }));
  await hands.write(who.getByRole('textbox', { name: 'Nom' }), 'Psychologue');
  await hands.choose(who.getByRole('combobox', { name: 'Secteur' }), 'Santé');
  await hands.press(who.getByRole('button', { name: 'Ajouter', exact: true }));
  await expect(who.getByRole('checkbox', { name: /^Psychologue/ })).toBeChecked();
  await page.keyboard.press('Escape');
  const deadline = await open('Délai');
  await hands.press(deadline.getByText('Nouveau délai', { exact: true }));
  await hands.write(deadline.getByRole('textbox', { name: 'Durée' }), '2');
  await hands.choose(deadline.getByRole('combobox', { name: 'Unité' }), 'jours ouvrés');
  await hands.press(deadline.getByRole('button', { name: 'Ajouter', exact: true }));
  await page.keyboard.press('Escape');
  // A page that is still empty finds the conventions that the common base cites.
  const article = await open('Selon quel article');
  await hands.write(article.getByRole('textbox', { name: 'Selon quel article : Chercher' }), 'enfant 12(1)');
  const heard = article.getByRole('checkbox', {
    name: /^Convention relative aux droits de l’enfant .*12\(1\)/,
  });
  await hands.press(heard);
  await expect(article.getByRole('checkbox', { name: /12\(1\)/, checked: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await hands.act(meet.getByRole('button', { name: 'Ajouter à l’étape 1.2.1' }), 'Demander un renseignement');
  const asks = page.getByRole('dialog', { name: 'Renseignements demandés' });
  await hands.press(asks.getByText('Nouveau renseignement', { exact: true }));
  await hands.write(asks.getByRole('textbox', { name: 'Renseignement', exact: true }), HEARD);
  await findNoFault(page);
  await hands.press(asks.getByRole('button', { name: 'Ajouter', exact: true }));
  await page.keyboard.press('Escape');
  await expect(meet.getByRole('button', { name: `Renseignements demandés : ${HEARD}` })).toBeVisible();
}

/** Two rules in sentences; what they read is made with them. */
export async function writeRules(page: Page, hands: Hands): Promise<void> {
  await hands.view('Règles');
  const name = page.getByRole('textbox', { name: 'Nouvelle règle' });
  await hands.write(name, HEARD);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Se lit : ${HEARD} est « oui »`)).toBeVisible();
  await hands.write(name, DANGER);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Ce que la règle affirme' })).toHaveValue(DANGER);
  await hands.press(page.getByRole('button', { name: 'Condition 1 : Nouveau renseignement' }));
  const asked = page.getByRole('dialog', { name: 'Nouveau renseignement' });
  await hands.write(asked.getByRole('textbox', { name: 'Renseignement' }), 'Danger immédiat');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Se lit : Danger immédiat est « oui »')).toBeVisible();
  await findNoFault(page);
}

/** A track that one rule opens, a way that the other keeps. */
export async function writeSignal(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole('tab', { name: 'Signaux et questions reposées' }));
  await hands.pick(page.getByRole('combobox', { name: 'Dès que', exact: true }), DANGER);
  await hands.pick(page.getByRole('combobox', { name: 'aller à l’étape', exact: true }), SAFE);
  await hands.press(page.getByRole('button', { name: 'Ouvrir sur ce signal' }));
  await expect(page.getByText(`Dès que « ${DANGER} », ouvrir « ${SAFE} »`)).toBeVisible();

  await hands.view('Plan');
  await hands.act(
    page.getByRole('button', { name: /^Actions : quand .* › 1\.3\.3 / }),
    'Poser une condition',
  );
  const condition = page.getByRole('dialog', { name: 'À quelle condition ?' });
  await hands.press(condition.getByRole('button', { name: HEARD }));
  await hands.act(page.getByRole('button', { name: 'Ajouter à l’étape 1.3.2' }), 'Ajouter une suite');
  const way = page.getByRole('dialog', { name: 'Suite' });
  await hands.write(
    way.getByRole('textbox', { name: 'Quelle issue ?' }),
    'L’enfant doit encore être entendu',
  );
  await hands.press(way.getByRole('button', { name: `1.2.1 ${MEET}` }));
  await hands.press(way.getByRole('button', { name: /^Ajouter › / }));
  await expect(line(page, '1.3.2', DECIDE)).toContainText(`si ${HEARD}`);
}

/** A safeguard as a sentence with blanks. */
export async function writeSafeguard(page: Page, hands: Hands): Promise<void> {
  await hands.view('Éléments');
  await hands.press(page.getByRole('button', { name: 'Garanties', exact: true }));
  await hands.write(
    page.getByRole('textbox', { name: /garantie/i }).and(page.getByLabel(/^Nouvelle/)),
    'L’enfant est rencontré avant toute décision',
  );
  await page.keyboard.press('Enter');
  await hands.choose(page.getByRole('combobox', { name: 'Modèle de phrase' }), '… arrive toujours avant …');
  await hands.pick(
    page.getByRole('combobox', { name: 'Ce qui arrive', exact: true }),
    `l’entrée dans « ${MEET} »`,
  );
  await hands.pick(
    page.getByRole('combobox', { name: 'L’autre chose qui arrive', exact: true }),
    `l’entrée dans « ${DECIDE} »`,
  );
  await expect(page.locator('[data-sentence]')).toHaveText(
    `L’entrée dans « ${MEET} » arrive toujours avant l’entrée dans « ${DECIDE} »`,
  );
  await findNoFault(page);
}

/** Works down what stands against publication, each thing by the first mend that is suggested. */
export async function workDown(page: Page, hands: Hands): Promise<void> {
  await hands.view('À faire');
  await expect(page.getByText('La vérification est faite')).toBeVisible();
  await findNoFault(page);
  await askTheDanger(page, hands);
  await writeHow(page, hands);
  await mendErrors(page, hands);
}

/** Each by the first mend that is suggested; where several are, by naming who carries the case. */
async function mendErrors(page: Page, hands: Hands): Promise<void> {
  const open = page.getByRole('region', { name: /^À corriger d’abord/ });
  const heading = open.getByRole('heading', { name: /^À corriger d’abord/ });
  for (let done = 0; done < 40 && (await open.isVisible()); done += 1) {
    const before = (await heading.textContent()) ?? '';
    const mend = open.getByRole('article').first().getByRole('button').nth(1);
    if ((await mend.textContent()) === 'Corriger') await hands.act(mend, 'Confier à : Gestionnaire de cas');
    else await hands.press(mend);
    await expect(heading.filter({ hasText: before })).toHaveCount(0);
  }
  await expect(open).toBeHidden();
}

/** What a rule reads and nobody asks yet is asked where the child is met. */
async function askTheDanger(page: Page, hands: Hands): Promise<void> {
  const asked = page.getByRole('button', { name: `Le demander dans « ${MEET} »` });
  await hands.press(asked);
  await expect(asked).toBeHidden();
}

/** A text that is missing is written where its finding leads. */
async function writeHow(page: Page, hands: Hands): Promise<void> {
  const missing = page
    .getByRole('article')
    .filter({ hasText: '« Recevoir le signalement » ne dit pas comment faire' });
  await hands.press(missing.getByRole('button', { name: /^Aller à/ }));
  const editor = page.getByRole('textbox', { name: 'Comment faire : 1.1' });
  await expect(editor).toBeFocused();
  await page.keyboard.type('Noter qui appelle, et ce qui a été vu.');
  await expect(editor).toContainText('Noter qui appelle');
  await hands.press(page.getByRole('button', { name: 'Terminé', exact: true }));
  await expect(line(page, '1.1', 'Recevoir le signalement')).toContainText('Noter qui appelle');
  await hands.view('À faire');
  await expect(missing).toBeHidden();
}

/** Every safeguard keeps on every path; the gate is open; the review begins. */
export async function beginReview(page: Page, hands: Hands): Promise<void> {
  await expect(page.getByText('La vérification est faite')).toBeVisible();
  await hands.press(page.getByRole('radio', { name: /^Garanties/ }));
  await expect(page.getByText('Vérifié sur tous les chemins')).toBeVisible();
  await findNoFault(page);
  await waitUntilSaved(page);
  await openReview(page, hands);
  await hands.press(page.getByRole('button', { name: 'Contrôler maintenant' }));
  await expect(page.getByText(/^Le contrôle ne relève aucune erreur\./)).toBeVisible();
  await findNoFault(page);
  await hands.press(page.getByRole('button', { name: 'Ouvrir la relecture' }));
  await expect(page.getByText(/^La relecture est ouverte/)).toBeVisible();
}

async function openReview(page: Page, hands: Hands): Promise<void> {
  await hands.view('Décider');
  await hands.press(page.getByRole('tab', { name: 'Relecture et publication' }));
}

/** A person approves the text for a sector. */
export async function approve(page: Page, hands: Hands, address: string, office: string): Promise<void> {
  await page.goto(address);
  await expect(outline(page)).toBeVisible();
  await openReview(page, hands);
  await hands.write(page.getByRole('textbox', { name: 'Votre fonction' }), office);
  await hands.write(page.getByRole('textbox', { name: 'Votre institution' }), 'Institution inventée');
  await hands.press(page.getByRole('button', { name: 'Approuver ce texte' }));
  await expect(page.getByText(/^Approuvé le/).first()).toBeVisible();
}

/** A second person publishes what every sector has approved. */
export async function publish(page: Page, hands: Hands, address: string): Promise<void> {
  await page.goto(address);
  await expect(outline(page)).toBeVisible();
  await openReview(page, hands);
  await expect(page.getByText('Rien ne s’oppose à la publication.')).toBeVisible();
  await hands.press(page.getByRole('button', { name: 'Publier cette version' }));
  const dialog = page.getByRole('dialog', { name: 'Publier cette version' });
  await expect(dialog).toBeVisible();
  await findNoFault(page);
  await hands.press(dialog.getByRole('button', { name: 'Publier', exact: true }));
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Ce brouillon est publié.', { exact: false })).toBeVisible();
}

/** A real case on what was published: the danger seen opens the emergency, and everything is closed at the end. */
export async function runCase(page: Page, hands: Hands, title: string): Promise<void> {
  await hands.press(page.getByRole('link', { name: 'Dossiers', exact: true }));
  await hands.press(page.getByRole('link', { name: 'Ouvrir un dossier' }));
  await hands.press(page.getByRole('link', { name: starting(title) }));
  await hands.press(page.getByRole('button', { name: 'Ouvrir le dossier', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: /^Dossier \d/ })).toBeVisible();
  await report(page, hands, 'Recevoir le signalement', 'Le signalement est reçu');
  await answerYes(page, hands, MEET, HEARD);
  await answerYes(page, hands, MEET, 'Danger immédiat');
  await findNoFault(page);
  await report(page, hands, MEET);
  await expect(step(page, SAFE)).toBeVisible();
  for (const each of ['Évaluer la situation', 'Réunir les acteurs', DECIDE, 'Informer l’enfant'])
    await report(page, hands, each);
  await report(page, hands, SAFE);
  await report(page, hands, 'Vérifier que l’enfant est en sécurité');
  for (const each of ['Visiter l’enfant', 'Faire le bilan']) await report(page, hands, each);
  await expect(page.getByText('Dossier clos').first()).toBeVisible();
  await findNoFault(page);
}

const step = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

async function answerYes(page: Page, hands: Hands, at: string, fact: string): Promise<void> {
  const choices = step(page, at).getByRole('radiogroup', { name: fact, exact: true });
  await hands.press(choices.getByRole('radio', { name: 'Oui', exact: true }));
}

async function report(page: Page, hands: Hands, at: string, outcome = 'L’étape est faite'): Promise<void> {
  await hands.press(step(page, at).getByRole('button', { name: starting(outcome) }));
  const dialog = page.getByRole('dialog', { name: outcome });
  await hands.press(dialog.getByRole('button', { name: 'Confirmer', exact: true }));
  await expect(step(page, at)).toBeHidden();
}
