/**
 * Every screen in four languages, once as it is and once at 200 %: axe finds nothing, and no words are cut or lie on others.
 * Two languages are walked light and two dark; Arabic from right to left.
 */
import { expect, type Page } from '@playwright/test';
import { ar } from '../../editor/src/words/ar.ts';
import { en } from '../../editor/src/words/en.ts';
import { es } from '../../editor/src/words/es.ts';
import { fr } from '../../editor/src/words/fr.ts';
import { faultsOn, settled } from '../no-fault.ts';
import { demonstration, inventedAccount, type Server, startServer, withDataFolder } from '../server.ts';
import { atDrawingTable } from './drawing-screens.ts';
import { atAdministration, atCaseDesk, atTheDoor } from './screens.ts';
import {
  atAPhone,
  atAShutDoor,
  atTheAuthorsTroubles,
  atTheFirstDay,
  atThePublication,
  atTheReview,
  atTheRunningCases,
} from './state-screens.ts';
import { allStates, type Drafts, type Office, officeOf } from './states.ts';
import { unreadable } from './unreadable.ts';
import type { Walk } from './walk.ts';

const LANGUAGES = {
  fr: { words: fr, locale: 'fr-FR', colorScheme: 'light' },
  en: { words: en, locale: 'en-GB', colorScheme: 'dark' },
  es: { words: es, locale: 'es-CO', colorScheme: 'light' },
  ar: { words: ar, locale: 'ar-TN', colorScheme: 'dark' },
} as const;

type Service = { readonly office: Office; readonly drafts: Drafts };

/** The demonstration with drafts in every state, and a service of which it is the first day. */
const test = demonstration.extend<object, { service: Service; first: Server }>({
  service: [
    async ({ demo }, use) => {
      const office = officeOf(demo);
      await use({ office, drafts: await allStates(office) });
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  first: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of this pattern.
    async ({}, use) => {
      await withDataFolder(async (data) => {
        const server = await startServer({ data, port: 0 });
        await use(server);
        await server.end('SIGTERM');
      });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const DESK = { width: 1280, height: 800 };
const PROJECTOR = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };

type Desk = {
  readonly name: string;
  readonly account?: string;
  readonly window: typeof DESK;
  readonly walk: (walk: Walk) => Promise<void>;
};
const DESKS: readonly Desk[] = [
  { name: 'door', window: DESK, walk: atTheDoor },
  { name: 'shut door', window: DESK, walk: atAShutDoor },
  { name: 'first day', window: DESK, walk: atTheFirstDay },
  { name: 'cases', account: 'demo.social', window: DESK, walk: atCaseDesk },
  { name: 'people', account: 'demo.admin', window: DESK, walk: atAdministration },
  { name: 'drawing', account: 'demo.author', window: PROJECTOR, walk: atDrawingTable },
  { name: 'troubles', account: 'demo.author', window: PROJECTOR, walk: atTheAuthorsTroubles },
  { name: 'approving', account: 'demo.police', window: DESK, walk: atTheReview },
  { name: 'withdrawing', account: 'demo.oversight', window: DESK, walk: atTheReview },
  { name: 'publishing', account: 'demo.publisher', window: DESK, walk: atThePublication },
  { name: 'moving', account: 'demo.admin', window: DESK, walk: atTheRunningCases },
  { name: 'phone, casework', account: 'demo.social', window: PHONE, walk: atCaseDesk },
  { name: 'phone, reading drafts', account: 'demo.social', window: PHONE, walk: atAPhone },
];

// A phone is narrow as it is: there, both are asked at once.
for (const [language, { words, locale, colorScheme }] of Object.entries(LANGUAGES))
  for (const { name, account, window, walk } of DESKS)
    for (const zoom of window === PHONE ? [1] : [1, 2])
      test(`${name} in ${language} at ${zoom * 100} %`, async ({ browser, demo, first, service }) => {
        const page = await (
          await browser.newContext({
            baseURL: (walk === atTheFirstDay ? first : demo).url,
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
            await loaded(page);
          },
          look: async (screen, part) => {
            const on = part?.page() ?? page;
            await loaded(on);
            const found: string[] = [];
            if (zoom === 1)
              found.push(...(await faultsOn(on, part)).map(({ id, where }) => `${id}: ${where[0]}`));
            if (zoom === 2 || window === PHONE) found.push(...(await unreadable(on, part)));
            faults.push(...found.map((fault) => `${screen}: ${fault}`));
          },
          ...service,
        };
        await page.goto('/');
        if (account !== undefined) {
          const { password } = inventedAccount(demo, account);
          await page.getByRole('textbox', { name: words.session.name }).fill(account);
          await page.getByRole('textbox', { name: words.session.password }).fill(password);
          await page.getByRole('button', { name: words.session.signIn, exact: true }).click();
          await expect(page.getByRole('heading', { level: 1, name: words.cases.title })).toBeVisible();
        }
        await walk(way);
        await page.context().close();
        expect(faults).toEqual([]);
      });

/** Waits until all has come that was on its way, and has stopped moving. */
async function loaded(page: Page): Promise<void> {
  await expect(page.locator('.mantine-Loader-root:visible')).toHaveCount(0);
  await settled(page);
}
