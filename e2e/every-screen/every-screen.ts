/**
 * Every screen in four languages, once as it is and once at 200 %: axe finds nothing, and no words are cut or lie on others.
 * Two languages are walked light and two dark; Arabic from right to left.
 */
import { type Browser, expect, type Page } from '@playwright/test';
import { ar } from '../../editor/src/words/ar.ts';
import { en } from '../../editor/src/words/en.ts';
import { es } from '../../editor/src/words/es.ts';
import { fr } from '../../editor/src/words/fr.ts';
import { BASE, beginFrom } from '../committee.ts';
import { faultsOn } from '../no-fault.ts';
import { inventedAccount, type Server, demonstration as test } from '../server.ts';
import { desk, signIn } from '../worker.ts';
import {
  atAdministration,
  atCaseDesk,
  atDrawingTable,
  atTheDoor,
  type Drafts,
  type Walk,
} from './screens.ts';
import { unreadable } from './unreadable.ts';

const LANGUAGES = {
  fr: { words: fr, locale: 'fr-FR', colorScheme: 'light' },
  en: { words: en, locale: 'en-GB', colorScheme: 'dark' },
  es: { words: es, locale: 'es-CO', colorScheme: 'light' },
  ar: { words: ar, locale: 'ar-TN', colorScheme: 'dark' },
} as const;
/** A procedure with every kind of element, and far fewer steps than the base. */
const SMALL = 'Traiter une plainte d’enfant ou pour un enfant';

let begun: Promise<Drafts> | undefined;
async function beginDrafts(browser: Browser, demo: Server): Promise<Drafts> {
  const page = await desk(browser, demo.url);
  await signIn(page, inventedAccount(demo, 'demo.author'));
  const idOf = (address: string) => /drafts\/([^/]+)/.exec(address)?.[1] ?? '';
  const own = idOf(await beginFrom(page, 'Une procédure publiée, pour la modifier', SMALL));
  const about = { title: 'Togo (exemple inventé)', country: 'Togo' };
  const adaptation = idOf(await beginFrom(page, 'Une adaptation nationale', BASE, about));
  await page.context().close();
  return { own, adaptation, review: adaptation };
}

const DESKS = [
  { name: 'door', account: undefined, window: { width: 1280, height: 800 }, walk: atTheDoor },
  { name: 'cases', account: 'demo.social', window: { width: 1280, height: 800 }, walk: atCaseDesk },
  { name: 'people', account: 'demo.admin', window: { width: 1280, height: 800 }, walk: atAdministration },
  { name: 'drawing', account: 'demo.author', window: { width: 1024, height: 768 }, walk: atDrawingTable },
] as const;

for (const [language, { words, locale, colorScheme }] of Object.entries(LANGUAGES))
  for (const { name, account, window, walk } of DESKS)
    for (const zoom of [1, 2] as const)
      test(`${name} in ${language} at ${zoom * 100} %`, async ({ browser, demo }) => {
        begun ??= beginDrafts(browser, demo);
        const drafts = await begun;
        const page = await (
          await browser.newContext({
            baseURL: demo.url,
            locale,
            colorScheme,
            reducedMotion: 'reduce',
            viewport: { width: window.width / zoom, height: window.height / zoom },
          })
        ).newPage();
        const faults: string[] = [];
        const way: Walk = {
          page,
          go: async (route, parts = {}) => {
            const path = route.replace(/:(\w+)/g, (_, part: string) => parts[part] ?? '');
            await page.evaluate((to) => history.pushState(null, '', to), path);
            await settled(page);
          },
          look: async (screen, part) => {
            await settled(page);
            const found =
              zoom === 1
                ? (await faultsOn(page, part)).map(({ id, where }) => `${id}: ${where[0]}`)
                : await unreadable(page, part);
            faults.push(...found.map((fault) => `${screen}: ${fault}`));
          },
        };
        await page.goto('/');
        if (account !== undefined) {
          const { password } = inventedAccount(demo, account);
          await page.getByRole('textbox', { name: words.session.name }).fill(account);
          await page.getByRole('textbox', { name: words.session.password }).fill(password);
          await page.getByRole('button', { name: words.session.signIn, exact: true }).click();
          await expect(page.getByRole('heading', { level: 1, name: words.cases.title })).toBeVisible();
        }
        await walk(way, drafts);
        await page.context().close();
        expect(faults).toEqual([]);
      });

async function settled(page: Page): Promise<void> {
  await expect(page.locator('.mantine-Loader-root:visible')).toHaveCount(0);
  await page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))),
      ),
  );
}
