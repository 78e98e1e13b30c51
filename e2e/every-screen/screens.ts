/** The screens of casework, training and administration, each desk's way through them. */
import { expect } from '@playwright/test';
import { dialog, each, main, mapDrawn, menu, opened, type Walk } from './walk.ts';

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
