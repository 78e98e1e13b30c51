import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beginEmptyDraft, line, openPicker, outline, waitUntilSaved } from './author.ts';
import { choose, MEMBERS, openCommittee, openView } from './committee.ts';
import { bomb, climber, cutShort, endless, entities, huge, liar, markup } from './hostile-files.ts';
import { findNoFault } from './no-fault.ts';
import { bring, plugPrinter, printedBy, takenBy } from './paper.ts';
import { fresh as test } from './server.ts';
import { wordProcedure } from './word-file.ts';
import { goTo } from './worker.ts';

const TITLE = 'Accueil de l’enfant en danger (exemple inventé)';
const STEPS = [
  ['1.1.1', 'Recevoir le signalement'],
  ['1.1.2', 'Évaluer le danger'],
  ['1.2.1', 'Visiter la famille'],
  ['1.2.2', 'Tenir la réunion de suivi'],
  ['1.3.1', 'Écrire le bilan avec l’enfant'],
] as const;

test('a Word procedure is brought in, completed, and taken out on paper', async ({ browser, server }) => {
  const { mariam } = await openCommittee(browser, server, { mariam: MEMBERS.mariam });

  await test.step('what the document becomes is shown before anything is begun', async () => {
    await goTo(mariam, 'Brouillons');
    await mariam.getByRole('link', { name: 'Apporter un document' }).click();
    await bring(mariam, 'Choisir un fichier', await wordProcedure());
    await expect(mariam.getByText('Phases : 3, étapes : 5, délais lus : 1, notes gardées : 3')).toBeVisible();
    await expect(mariam.getByRole('textbox', { name: 'Titre de la procédure' })).toHaveValue(TITLE);
    await expect(becomes(mariam, 'Accueil »')).toHaveValue('une phase');
    await expect(becomes(mariam, 'Recevoir le signalement')).toHaveValue('une étape');
    await expect(becomes(mariam, 'Dans un lieu calme, sans témoin.')).toHaveValue('une note à côté');
    await expect(becomes(mariam, 'Tableau, 2 lignes')).toHaveValue('une étape par ligne');
    await expect(mariam.getByText('Délai non compris, gardé en mots : « Dès que possible »')).toBeVisible();
    await expect(mariam.getByText('Fonction gardée en mots : « Cellule des proches »')).toBeVisible();
    await choose(
      mariam,
      mariam.getByRole('combobox', { name: 'Secteur de « Chef de quartier »' }),
      'Communauté',
    );
    await findNoFault(mariam);
    await mariam.getByRole('button', { name: 'Commencer le brouillon' }).click();
    await expect(mariam.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  });

  await test.step('every word of it stands in the draft, everything is to do, nothing is invented', async () => {
    for (const [number, title] of STEPS) await expect(line(mariam, number, title)).toBeVisible();
    const visit = line(mariam, '1.2.1', 'Visiter la famille');
    await expect(visit.getByRole('button', { name: 'Qui : Assistante sociale' })).toBeVisible();
    await expect(visit.getByRole('button', { name: /^Avec qui : .*Chef de quartier/ })).toBeVisible();
    await expect(visit.getByRole('button', { name: 'Délai : 48 heures' })).toBeVisible();
    await expect(visit).toContainText('En binôme, à une heure convenue.');
    const meeting = line(mariam, '1.2.2', 'Tenir la réunion de suivi');
    await expect(meeting.getByRole('button', { name: 'Qui : …', exact: true })).toBeVisible();
    await expect(meeting.getByRole('button', { name: 'Délai : …' })).toBeVisible();
    await expect(meeting).toContainText('Qui, dans le document : Cellule des proches');
    await expect(meeting).toContainText('Délai, dans le document : Dès que possible');
    await expect(outline(mariam)).toContainText('Dans un lieu calme, sans témoin.');
    await expect(outline(mariam)).toContainText('Accueillir l’enfant sans enquêter.');
    for (const [number, title] of STEPS)
      await expect(line(mariam, number, title)).toContainText('pratique proposée');
    await openView(mariam, 'Règles');
    await expect(mariam.getByText('Aucune règle encore.')).toBeVisible();
    await openView(mariam, 'À faire');
    const todo = mariam.getByRole('tabpanel', { name: 'À faire' });
    await expect(todo).toContainText('Personne n’est nommé pour l’étape « Recevoir le signalement »');
    await expect(todo).toContainText('L’étape « Évaluer le danger » peut durer sans fin');
    await expect(todo).toContainText('La part de l’enfant n’est pas dite à l’étape « Visiter la famille »');
    await findNoFault(mariam);
    await openView(mariam, 'Plan');
  });

  await test.step('the author says who, by when and under which article', async () => {
    for (const [number, title] of STEPS) {
      const step = line(mariam, number, title);
      if (title !== 'Visiter la famille') {
        const who = await openPicker(step, 'Qui');
        await who.getByRole('checkbox', { name: /^Assistante sociale/ }).check();
        await mariam.keyboard.press('Escape');
        const deadline = await openPicker(step, 'Délai');
        await deadline.getByText('Nouveau délai', { exact: true }).click();
        await deadline.getByRole('textbox', { name: 'Durée' }).fill('3');
        await deadline.getByRole('combobox', { name: 'Unité' }).selectOption('jours');
        await deadline.getByRole('button', { name: 'Ajouter', exact: true }).click();
        await mariam.keyboard.press('Escape');
        await expect(step.getByRole('button', { name: 'Délai : 3 jours' })).toBeVisible();
      }
    }
    const meet = line(mariam, '1.1.2', 'Évaluer le danger');
    const basis = await openPicker(meet, 'Selon quel article');
    await basis.getByText('Loi nationale', { exact: true }).click();
    await basis.getByText('Nouveau texte', { exact: true }).click();
    await basis.getByRole('textbox', { name: 'Loi, convention, décret' }).fill('Code de l’enfant (inventé)');
    await basis.getByRole('textbox', { name: 'Article', exact: true }).fill('12');
    await basis.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await mariam.keyboard.press('Escape');
    await expect(meet).toContainText('Code de l’enfant (inventé), art. 12');
  });

  await test.step('how, the child’s part, and one more way on', async () => {
    await write(mariam, '1.3.1', 'Écrire comment faire', 'Relire chaque phrase avec lui.');
    await write(mariam, '1.3.1', 'Écrire la part de l’enfant', 'Il dit ce qu’il veut garder.');
    await add(mariam, '1.1.2', 'Ajouter une suite');
    const way = mariam.getByRole('dialog', { name: 'Suite', exact: true });
    await way.getByRole('textbox', { name: 'Quelle issue ?' }).fill('Le danger est écarté');
    await way.getByRole('button', { name: '1.3.1 Écrire le bilan avec l’enfant', exact: true }).click();
    await way.getByRole('button', { name: /^Ajouter/ }).click();
    await expect(line(mariam, '1.1.2', 'Évaluer le danger')).toContainText('Le danger est écarté');
  });

  await test.step('a question, its sheet, and a rule that reads it', async () => {
    await openView(mariam, 'Éléments');
    await section(mariam, 'Renseignements');
    await addNamed(mariam, 'Nouveau renseignement', 'L’enfant est en sécurité chez lui');
    await section(mariam, 'Fiches');
    await addNamed(mariam, 'Nouvelle fiche', 'Fiche de visite');
    await addNamed(mariam, 'Ajouter une partie', 'Ce que l’on a vu');
    await findNoFault(mariam);
    await openView(mariam, 'Règles');
    await addNamed(mariam, 'Nouvelle règle', 'Le retour est possible');
    await expect(mariam.getByText(/^Se lit : /)).toBeVisible();
    await waitUntilSaved(mariam);
  });

  await test.step('what had to be corrected first is done; what is open stays told', async () => {
    await openView(mariam, 'À faire');
    const todo = mariam.getByRole('tabpanel', { name: 'À faire' });
    await expect(todo.getByText('La vérification est faite.', { exact: true })).toBeVisible();
    await expect(todo.getByText(/^À corriger d’abord/)).toBeHidden();
    await expect(todo).toContainText('La part de l’enfant n’est pas dite à l’étape « Évaluer le danger »');
  });

  await test.step('the map leaves as a picture that stands by itself', async () => {
    await openView(mariam, 'Carte');
    await expect(mariam.getByRole('group', { name: 'Évaluer le danger' })).toBeVisible();
    const picture = (kind: string) =>
      takenBy(mariam, async () => {
        await mariam.getByRole('button', { name: 'Image', exact: true }).click();
        await mariam.getByRole('menuitem', { name: kind }).click();
      });
    const svg = await picture('Image à agrandir (SVG)');
    expect(svg.bytes.toString()).toContain('Évaluer le danger');
    const png = await picture('Image (PNG)');
    const { width, height, colors } = await seen(mariam, png.bytes);
    expect(Math.min(width, height)).toBeGreaterThan(300);
    expect(colors).toBeGreaterThan(20);
  });

  await test.step('a Word file, with everything and the pathway as a picture', async () => {
    await openView(mariam, 'Apporter, emporter');
    const { name, bytes } = await takenBy(mariam, () =>
      mariam.getByRole('button', { name: 'Document Word (.docx)' }).click(),
    );
    expect(name).toMatch(/\.docx$/);
    const parts = unzipSync(new Uint8Array(bytes));
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expectWhole(words(body, /<\/w:p>/g));
    const pictures = Object.entries(parts).filter(([part]) => /^word\/media\/.+\.png$/.test(part));
    // The whole, each of its three stages, and what stands in none.
    expect(pictures).toHaveLength(5);
    expect((await seen(mariam, Buffer.from(pictures[0]?.[1] ?? []))).colors).toBeGreaterThan(20);
    const read = await mammoth.extractRawText({ buffer: bytes });
    expect(read.value).toContain('Il dit ce qu’il veut garder.');
  });

  await test.step('a page, and paper', async () => {
    await plugPrinter(mariam);
    const page = await takenBy(mariam, () =>
      mariam.getByRole('button', { name: 'Page à lire et à imprimer (.html)' }).click(),
    );
    const html = page.bytes.toString();
    expectWhole(words(html, /<\/(?:p|h\d|li|t[dh]|title)>/g));
    expect(html.match(/<svg /g)).toHaveLength(5);
    const printed = await printedBy(mariam, () =>
      mariam.getByRole('button', { name: 'Imprimer, ou enregistrer en PDF' }).click(),
    );
    expectWhole(words(printed, /<\/(?:p|h\d|li|t[dh]|title)>/g));
    const paper = await mariam.context().newPage();
    await paper.setContent(printed);
    await findNoFault(paper);
    const pdf = await paper.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.length).toBeGreaterThan(20_000);
    await findNoFault(mariam);
  });
});

const REFUSED = [
  ['cut short', async () => cutShort(await wordProcedure()), 'Ce fichier ne s’ouvre pas'],
  ['a bomb', async () => bomb(), 'Ce document gonfle au-delà de ce qui est permis'],
  ['a bomb that states another size', async () => liar(), /ne s’ouvre pas|gonfle/],
  ['entities', async () => entities(), 'Ce document contient des déclarations'],
  [
    'names that lead out of the folder',
    async () => climber(),
    'Un nom dans l’archive mène hors de son dossier',
  ],
  ['a file too large', async () => huge(), 'Ce fichier dépasse 10 Mo'],
  ['too many paragraphs', async () => endless(), 'Il y a plus de 5000 paragraphes'],
] as const;

test('a broken, a hostile and a huge file give findings, and the draft stays as it was', async ({
  browser,
  server,
}) => {
  const { mariam } = await openCommittee(browser, server, { mariam: MEMBERS.mariam });
  const address = await beginEmptyDraft(mariam, 'Brouillon qui ne bouge pas');
  const before = await written(mariam);
  await openView(mariam, 'Apporter, emporter');
  for (const [what, file, told] of REFUSED)
    await test.step(what, async () => {
      await bring(mariam, 'Choisir un fichier', await file());
      const alert = mariam.getByRole('alert').filter({ hasText: 'Rien n’a été apporté' });
      await expect(alert).toContainText(told);
      await expect(alert).toContainText('Aucun brouillon n’a changé.');
      await expect(mariam.getByRole('button', { name: 'Commencer le brouillon' })).toBeHidden();
      await mariam.getByRole('button', { name: 'Apporter autre chose' }).click();
    });

  await test.step('words that look like markup are words', async () => {
    await bring(mariam, 'Choisir un fichier', markup());
    await expect(mariam.getByText('<img src=x onerror="document.title=1">').first()).toBeVisible();
    await findNoFault(mariam);
    await expect(mariam).not.toHaveTitle(/^[12]$/);
  });

  await test.step('the draft is as it was, and no other was begun', async () => {
    await mariam.goto(address);
    await expect(outline(mariam)).toBeVisible();
    await expect.poll(() => written(mariam)).toBe(before);
    await goTo(mariam, 'Brouillons');
    await expect(mariam.getByRole('main').getByRole('link', { name: /Brouillon/ })).toHaveCount(1);
  });
});

/** What a piece of the document is to become. */
function becomes(page: Page, piece: string) {
  return page.getByRole('combobox', { name: new RegExp(`^Ce que devient « ${piece}`) });
}

async function add(page: Page, number: string, what: string): Promise<void> {
  await outline(page)
    .getByRole('button', { name: `Ajouter à l’étape ${number}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: what }).click();
}

async function write(page: Page, number: string, what: string, text: string): Promise<void> {
  await add(page, number, what);
  await expect(page.locator('[contenteditable="true"]')).toBeFocused();
  await page.keyboard.type(text);
  await page.getByRole('button', { name: 'Terminé' }).click();
}

async function section(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Éléments de la procédure' })
    .getByRole('button', { name, exact: true })
    .click();
}

async function addNamed(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(name);
  await page.keyboard.press('Enter');
}

/** Everything that a committee signs stands in the document. */
function expectWhole(text: string): void {
  for (const told of [
    TITLE,
    'Version',
    '0.1.0',
    'Aucune autorité ne l’a validée',
    ...STEPS.map(([number, title]) => `${number} ${title}`),
    'Assistante sociale',
    'Chef de quartier',
    'Sous 48 heures',
    '3 jours',
    'En binôme, à une heure convenue.',
    'Relire chaque phrase avec lui.',
    'Il dit ce qu’il veut garder.',
    'Le danger est écarté',
    'Le retour est possible',
    'L’enfant est en sécurité chez lui',
    'Fiche de visite',
    'Ce que l’on a vu',
    'Code de l’enfant (inventé), art. 12',
    'non trouvé',
    'Proposé, sans base légale',
  ])
    expect(text).toContain(told);
  expect(text).toMatch(/\b[0-9a-f]{64}\b/);
  expect(text).not.toMatch(/undefined|\[object|\{\w+\}|steps\//);
}

/** The words of a page or of a Word file, without its marks. */
function words(markup: string, ends: RegExp): string {
  return markup
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(ends, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');
}

/** What is seen of a picture: its size, and how many colours. */
function seen(page: Page, png: Buffer) {
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
      const colors = new Set<number>();
      for (let at = 0; at < data.length; at += 4)
        colors.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      return { width: canvas.width, height: canvas.height, colors: colors.size };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

/** What stands in the outline; how much is found in it comes later, as a number by itself. */
async function written(page: Page): Promise<string> {
  const lines = (await outline(page).innerText()).split('\n');
  return lines.filter((line) => !/^\d+$/.test(line)).join('\n');
}
