/**
 * Every screen of the application, each desk's way through it. What is pressed is found by its role and place, so that the
 * same way is walked in every language; tabs are taken as they stand, so that a new one is walked too.
 */
import { expect, type Locator, type Page } from '@playwright/test';

export type Walk = {
  readonly page: Page;
  /** Goes to an address of the route table, its parts filled in. */
  readonly go: (route: string, parts?: Readonly<Record<string, string>>) => Promise<void>;
  /** Looks at the screen as it stands, or at what has opened over it. */
  readonly look: (screen: string, opened?: Locator) => Promise<void>;
};

const main = (page: Page) => page.getByRole('main');

/** Presses each of a row in turn, and does what is to be done there. */
async function each(row: Locator, act: (name: string, index: number) => Promise<void>): Promise<void> {
  await expect(row.first()).toBeVisible();
  const count = await row.count();
  for (let index = 0; index < count; index += 1) {
    const one = row.nth(index);
    await one.click();
    await act(((await one.textContent()) ?? '').trim(), index);
  }
}

/** What opens over the screen: looked at, and put away. */
async function opened({ page, look }: Walk, screen: string, what: Locator): Promise<void> {
  await expect(what.first()).toBeVisible();
  await look(screen, what.first());
  await page.keyboard.press('Escape');
  await expect(what.first()).toBeHidden();
}

const dialog = (page: Page) => page.getByRole('dialog');
const menu = (page: Page) => page.getByRole('menu');

/** Whoever is not signed in. */
export async function atTheDoor(walk: Walk): Promise<void> {
  const { page, look } = walk;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look('door');
  const menus = page.getByRole('banner').locator('[aria-haspopup="menu"]');
  await menus.first().click();
  await expect(menu(page)).toBeVisible();
  await look('door, languages');
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await menus.last().click();
  await opened(walk, 'door, look', menu(page));
}

/** A caseworker: cases, complaints, procedures, training. */
export async function atCaseDesk(walk: Walk): Promise<void> {
  const { page, go, look } = walk;
  await go('/cases');
  const cases = main(page).locator('a.case-row');
  await expect(cases.first()).toBeVisible();
  await look('cases');
  await go('/cases/new');
  const procedures = main(page).locator('a[href^="/cases/new/"]');
  await expect(procedures.first()).toBeVisible();
  await look('cases, choose a procedure');
  await go('/cases/new/:pack', { pack: 'child-protection' });
  await expect(main(page).getByRole('button').last()).toBeVisible();
  await look('cases, first facts');

  await go('/cases');
  const id = (await cases.first().getAttribute('href'))?.split('/').at(-1) ?? '';
  await go('/cases/:id', { id });
  await each(main(page).getByRole('tab'), async (name, index) => {
    if (index === 3) await mapDrawn(page);
    await look(`case, ${name}`);
    if (index === 0) {
      const outcomes = main(page).locator('button.outcome:enabled');
      if ((await outcomes.count()) > 0) {
        await outcomes.first().click();
        await opened(walk, 'case, outcome', dialog(page));
      }
      const asks = main(page)
        .getByRole('button', { includeHidden: false })
        .and(page.locator('[data-signal], .signals button'));
      if ((await asks.count()) > 0) {
        await asks.first().click();
        await opened(walk, 'case, signal', dialog(page));
      }
    }
    if (index === 2) {
      const correct = main(page).getByRole('tabpanel').getByRole('button');
      if ((await correct.count()) > 0) {
        await correct.first().click();
        if ((await dialog(page).count()) > 0) await opened(walk, 'case, correct', dialog(page));
      }
    }
  });
  await go('/complaints/new/:about', { about: id });
  await expect(main(page).getByRole('button').last()).toBeVisible();
  await look('complaint');
  await go('/notices');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look('notices');

  await go('/procedures');
  await expect(main(page).locator('a[href^="/procedures/"]').first()).toBeVisible();
  await look('procedures');
  await go('/procedures/:id', { id: 'benin' });
  await each(main(page).getByRole('tab'), async (name, index) => {
    if (index === 0) await mapDrawn(page);
    await look(`procedure, ${name}`);
    if (index === 0) {
      await main(page).locator('.react-flow__node:has(.step-card)').first().press('Enter');
      await opened(walk, 'procedure, step', dialog(page));
    }
  });

  await go('/simulator');
  await expect(main(page).locator('a[href^="/simulator/"]').first()).toBeVisible();
  await look('simulator');
  await go('/simulator/:pack', { pack: 'child-protection' });
  const stories = main(page).locator('a[href^="/simulator/child-protection/"]');
  await expect(stories.first()).toBeVisible();
  await look('simulator, situations');
  const scenario = (await stories.first().getAttribute('href'))?.split('/').at(-1) ?? '';
  await go('/simulator/:pack/:scenario', { pack: 'child-protection', scenario });
  const start = main(page).getByRole('button').last();
  await expect(start).toBeVisible();
  await look('exercise, story');
  await start.click();
  const act = main(page).locator('[data-act]');
  for (let pressed = 0; (await act.count()) > 0 && pressed < 80; pressed += 1) {
    if (pressed === 4 || pressed === 5) await look(`exercise, act ${pressed}`);
    await act.getByRole('button').last().click();
  }
  await look('exercise, compared');

  await go('/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look('nowhere');
}

/** An administrator. */
export async function atAdministration(walk: Walk): Promise<void> {
  const { page, go, look } = walk;
  await go('/people');
  await expect(main(page).getByRole('checkbox').first()).toBeVisible();
  await look('people');
  await go('/left-cases');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look('left cases');
}

async function mapDrawn(page: Page): Promise<void> {
  await expect(main(page).locator('.react-flow__node .step-card').first()).toBeVisible();
}

export type Drafts = { readonly own: string; readonly adaptation: string; readonly review: string };

/** An author: drafts, and the drawing table view by view. */
export async function atDrawingTable(walk: Walk, drafts: Drafts): Promise<void> {
  const { page, go, look } = walk;
  await go('/drafts');
  await expect(main(page).locator('[data-draft]').first()).toBeVisible();
  await look('drafts');
  await main(page).getByRole('button').last().click();
  await each(dialog(page).getByRole('radio'), (_, index) => look(`new draft ${index}`));
  await page.keyboard.press('Escape');
  await go('/drafts/bring');
  await expect(main(page).getByRole('button').first()).toBeVisible();
  await look('bring');

  const panel = page.locator('.guide-view > [role="tabpanel"]').filter({ visible: true });
  const view = async (id: string, draft = drafts.own) => {
    await go('/drafts/:id/:view', { id: draft, view: id });
    await expect(page.locator(`[data-view="${id}"][aria-selected="true"]`)).toBeVisible();
    await expect(panel).toBeVisible();
  };
  await view('outline');
  const views = await page
    .locator('[data-view]')
    .evaluateAll((tabs) => tabs.map((tab) => (tab as HTMLElement).dataset['view'] ?? ''));
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    outline: async () => {
      const step = panel.locator('article[data-kind="step"]').first();
      await look('outline');
      // Only what is near the window is drawn.
      await expect
        .poll(async () => {
          await page.evaluate(() => window.scrollBy(0, 120));
          return step.count();
        })
        .toBe(1);
      await step.scrollIntoViewIfNeeded();
      await step.locator('.outline-more').click();
      await opened(walk, 'outline, acts of a step', menu(page));
      await step.locator('.outline-add button').click();
      await opened(walk, 'outline, add to a step', menu(page));
      for (const field of await step.locator('button[data-field]').all()) {
        await field.click();
        await opened(walk, `outline, ${await field.getAttribute('data-field')}`, dialog(page));
      }
      const way = panel
        .locator('.outline-way button[aria-haspopup="menu"], .outline-ways button[aria-haspopup="menu"]')
        .first();
      if ((await way.count()) > 0) {
        await way.click();
        await opened(walk, 'outline, acts of a way', menu(page));
      }
      await page.keyboard.press('Control+k');
      await opened(walk, 'palette', page.locator('.mantine-Spotlight-content'));
      await page.locator('[aria-keyshortcuts="?"]').click();
      await opened(walk, 'keys', dialog(page));
      const guide = page.locator('button[aria-pressed]:near([aria-keyshortcuts="?"])').first();
      await guide.click();
      const card = page.locator('.guide-card');
      if ((await card.count()) === 0) await guide.click();
      await card.locator('summary').click();
      await look('guide');
      await guide.click();
    },
    map: async () => {
      await mapDrawn(page);
      await look('map');
      await panel.getByRole('toolbar').locator('[aria-haspopup="menu"]').click();
      await opened(walk, 'map, taken away', menu(page));
      const card = panel.locator('.react-flow__node:has(.step-card)').first();
      await card.locator('.card-menu').first().click({ force: true });
      await opened(walk, 'map, acts of a step', menu(page));
    },
    matrix: async () => {
      await look('matrix');
      const cell = panel.locator('.matrix-cell').nth(8);
      await cell.dblclick();
      await look('matrix, a cell written');
      await page.keyboard.press('Escape');
      await panel.getByRole('button').first().click();
      await expect(panel.locator('.beside-panel[data-open="true"]')).toBeVisible();
      await look('matrix, step beside');
    },
    rules: () =>
      each(panel.getByRole('tab'), async (name, index) => {
        await look(`rules, ${name}`);
        if (index > 0) return;
        const rule = page.locator('.element-row').nth(1);
        if (!(await rule.isVisible())) await panel.getByRole('combobox').first().click();
        await rule.or(page.locator('[role="option"]:visible').nth(1)).first().click();
        await look('rules, a rule');
        const conditions = panel.locator('[aria-haspopup="menu"]').first();
        if ((await conditions.count()) === 0) return;
        await conditions.click();
        await opened(walk, 'rules, acts of a condition', menu(page));
      }),
    sections: () =>
      each(panel.locator('.sections-nav button'), async (name) => {
        await look(`elements, ${name}`);
        const first = panel.locator('.element-row').first();
        if ((await first.count()) === 0) return;
        await first.click();
        await look(`elements, one of ${name}`);
      }),
    findings: async () => {
      await expect(panel.locator('[data-checked="true"]')).toBeVisible({ timeout: 240_000 });
      await each(panel.getByRole('radiogroup').locator('label'), (name) => look(`findings, ${name}`));
    },
    trial: async () => {
      await look('trial');
      await panel.getByRole('button').last().click();
      await mapDrawn(page);
      await look('trial, running');
    },
    decide: () =>
      each(panel.getByRole('tab'), async (name) => {
        await expect(panel.getByRole('tabpanel')).toBeVisible();
        await look(`decide, ${name}`);
      }),
  };
  for (const id of views) {
    await view(id);
    const way = ways[id];
    if (way) await way();
    else await look(id);
  }
  await view('adapt', drafts.adaptation);
  await each(panel.getByRole('radiogroup').locator('label'), (name) => look(`adapt, ${name}`));
  await view('outline', drafts.adaptation);
  await look('adaptation, outline');
  await view('decide', drafts.review);
  await panel.getByRole('tab').nth(1).click();
  await look('decide, in review');
}
