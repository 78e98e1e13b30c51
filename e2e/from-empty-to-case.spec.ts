import { type Browser, expect, type Page } from '@playwright/test';
import {
  approve,
  beginDraft,
  beginReview,
  publish,
  runCase,
  tellTheMeeting,
  workDown,
  writeOutline,
  writeRules,
  writeSafeguard,
  writeSignal,
} from './from-empty-to-case.ts';
import { type Hands, withKeys, withMouse } from './hands.ts';
import { addAccount, setUp } from './office.ts';
import { oneTimeCode, type Server, fresh as test } from './server.ts';
import { desk, goTo, type Person } from './worker.ts';

const TITLE = 'Accueil d’un enfant (exemple inventé)';

const person = (
  name: string,
  displayName: string,
  functions: readonly string[],
  sector?: string,
): Person => ({
  name,
  displayName,
  password: `une longue phrase de ${name}`,
  functions,
  ...(sector === undefined ? {} : { sector }),
});
const AUTHOR = person('mariam', 'Mariam Inventée', ['Rédaction des procédures']);
const SOCIAL = person(
  'awa',
  'Awa Inventée',
  ['Gestionnaire de cas (intervenant référent)'],
  'Action sociale',
);
const HEALTH = person('fidele', 'Fidèle Inventé', ['Professionnel de santé'], 'Santé');
const PUBLISHER = person('paul', 'Paul Inventé', ['Publication des procédures']);

async function openCommittee(browser: Browser, server: Server): Promise<void> {
  const admin = await desk(browser, server.url);
  await setUp(admin, oneTimeCode(server));
  await goTo(admin, 'Comptes');
  for (const each of [AUTHOR, SOCIAL, HEALTH, PUBLISHER]) await addAccount(admin, each);
  await admin.context().close();
}

async function fromEmptyToCase(
  browser: Browser,
  server: Server,
  handsOn: (page: Page) => Hands,
): Promise<void> {
  await openCommittee(browser, server);
  const at = async (who: Person): Promise<[Page, Hands]> => {
    const page = await desk(browser, server.url);
    const hands = handsOn(page);
    await page.goto('/');
    await hands.write(page.getByRole('textbox', { name: 'Nom d’utilisateur' }), who.name);
    await hands.write(page.getByRole('textbox', { name: 'Mot de passe' }), who.password);
    await hands.press(page.getByRole('button', { name: 'Se connecter', exact: true }));
    await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible();
    return [page, hands];
  };
  const [page, hands] = await at(AUTHOR);
  await test.step('ten steps are written on an empty page', async () => {
    await beginDraft(page, hands, TITLE);
    await writeOutline(page, hands);
  });
  const address = page.url();
  await test.step('who, by when, and what is asked', () => tellTheMeeting(page, hands));
  await test.step('two rules', () => writeRules(page, hands));
  await test.step('a track that opens on a signal, a way with a condition', () => writeSignal(page, hands));
  await test.step('a safeguard', () => writeSafeguard(page, hands));
  await test.step('what is to do is done', () => workDown(page, hands));
  await test.step('the gate is green, the review opens', () => beginReview(page, hands));
  await test.step('each sector approves', async () => {
    await approve(...(await at(SOCIAL)), address, 'cheffe de service (inventée)');
    await approve(...(await at(HEALTH)), address, 'médecin-chef (inventé)');
  });
  await test.step('a second person publishes', async () => publish(...(await at(PUBLISHER)), address));
  await test.step('a case runs on it', async () => runCase(...(await at(SOCIAL)), TITLE));
}

test('from an empty page to a published procedure, and a case closed on it', async ({ browser, server }) => {
  await fromEmptyToCase(browser, server, withMouse);
});

test('the same by keyboard alone', async ({ browser, server }) => {
  await fromEmptyToCase(browser, server, withKeys);
});
