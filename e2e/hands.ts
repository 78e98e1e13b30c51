/** Two ways to work a screen: with a mouse, and with the keys alone. A journey written for hands is the same journey for both. */
import { expect, type Locator, type Page } from '@playwright/test';

export type Hands = {
  /** Presses a button, a link, a summary, a choice. */
  readonly press: (what: Locator) => Promise<void>;
  /** Writes into a field, over what stands there. */
  readonly write: (field: Locator, words: string) => Promise<void>;
  /** Chooses in a list that the browser draws. */
  readonly choose: (list: Locator, option: string) => Promise<void>;
  /** Chooses in a list that is searched by typing. */
  readonly pick: (list: Locator, option: string) => Promise<void>;
  /** Opens a menu and does one of its acts. */
  readonly act: (menu: Locator, item: string) => Promise<void>;
  /** Goes to a view of the drawing table. */
  readonly view: (name: string) => Promise<void>;
};

const exactly = (words: string) => ({ name: words, exact: true });

/** An act of a menu, or one of its choices. */
const itemOf = (page: Page, words: string): Locator =>
  page.getByRole('menuitem', exactly(words)).or(page.getByRole('menuitemcheckbox', exactly(words)));

/** A mouse, and a keyboard for letters. */
export function withMouse(page: Page): Hands {
  return {
    // What is small or drawn over is pressed by its words, as people do.
    press: async (what) => {
      const id = await what.evaluate((element) =>
        element instanceof HTMLInputElement && element.type === 'radio' ? element.id : '',
      );
      await (id === '' ? what : page.locator(`label[for="${id}"]`)).click();
    },
    write: (field, words) => field.fill(words),
    choose: async (list, option) => {
      await list.selectOption({ label: option });
    },
    pick: async (list, option) => {
      await list.click();
      await list.fill(option);
      await page.getByRole('option', exactly(option)).click();
    },
    act: async (menu, item) => {
      await menu.click();
      await itemOf(page, item).click();
    },
    view: async (name) => {
      await page.getByRole('main').getByRole('tab', exactly(name)).first().click();
    },
  };
}

/** The keys alone: Tab and the arrows to get there, Enter and Space to act, the palette to change the view. */
export function withKeys(page: Page): Hands {
  const { keyboard } = page;
  const press = async (what: Locator) => {
    await reach(page, what);
    // The arrows that lead to a tab or a choice have opened or made it.
    if (await isMade(what)) return;
    await keyboard.press((await isTicked(what)) ? 'Space' : 'Enter');
  };
  return {
    press,
    write: async (field, words) => {
      await reach(page, field);
      await keyboard.press('Control+a');
      await keyboard.type(words);
    },
    choose: async (list, option) => {
      await reach(page, list);
      const chosen = list.locator('option:checked');
      await keyboard.press('Home');
      for (let pressed = 0; pressed < 30 && (await chosen.textContent()) !== option; pressed += 1)
        await keyboard.press('ArrowDown');
      await expect(chosen).toHaveText(option);
    },
    pick: async (list, option) => {
      await reach(page, list);
      await keyboard.press('Control+a');
      await keyboard.type(option);
      const wanted = page.getByRole('option', exactly(option));
      await expect(wanted).toBeVisible();
      for (let pressed = 0; pressed < 20; pressed += 1) {
        await keyboard.press('ArrowDown');
        if ((await wanted.getAttribute('data-combobox-selected')) !== null) break;
      }
      await keyboard.press('Enter');
    },
    act: async (menu, item) => {
      await press(menu);
      const wanted = itemOf(page, item);
      await expect(wanted).toBeVisible();
      for (let pressed = 0; pressed < 20 && !(await hasFocus(wanted)); pressed += 1)
        await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    view: async (name) => {
      await keyboard.press('Control+k');
      const palette = page.getByRole('textbox', { name: 'Chercher une action ou un élément' });
      await expect(palette).toBeFocused();
      await keyboard.type(`Aller à : ${name}`);
      await expect(page.getByRole('button', exactly(`Aller à : ${name}`))).toBeVisible();
      await keyboard.press('Enter');
      await expect(page.getByRole('main').getByRole('tab', exactly(name)).first()).toHaveAttribute(
        'aria-selected',
        'true',
      );
    },
  };
}

const hasFocus = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => element === document.activeElement);

const isMade = (what: Locator): Promise<boolean> =>
  what.evaluate(
    (element) =>
      element.ariaSelected === 'true' ||
      (element instanceof HTMLInputElement && element.type === 'radio' && element.checked),
  );

/** What a space ticks: Enter would send the form around it. */
const isTicked = (what: Locator): Promise<boolean> =>
  what.evaluate(
    (element) => element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type),
  );

/** Far enough for the longest page that a committee draws here. */
const MOST = 260;

/** Tab after Tab, forwards or back as the reading order says, until `wanted` has the focus; arrows inside a group of choices. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  // A choice is drawn by its words; what has the focus is the small circle under them.
  await expect(wanted).toBeAttached();
  // Where Tab puts a line under another, as in a text processor, Escape lets go of the line first.
  if (await page.evaluate(() => document.activeElement?.matches('[data-title]') ?? false))
    await page.keyboard.press('Escape');
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    const way = await wanted.evaluate((element) => {
      const active = document.activeElement;
      if (active === element) return 'there';
      if (
        element instanceof HTMLInputElement &&
        active instanceof HTMLInputElement &&
        element.type === 'radio' &&
        element.name === active.name
      )
        return 'beside';
      const isTab = element.role === 'tab' && active?.role === 'tab';
      if (isTab && element.parentElement === active?.parentElement) return 'along';
      const isBefore = active && active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
      return active !== document.body && isBefore ? 'back' : 'on';
    });
    if (way === 'there') return;
    await page.keyboard.press(
      { beside: 'ArrowDown', along: 'ArrowRight', back: 'Shift+Tab', on: 'Tab' }[way],
    );
  }
  await expect(wanted).toBeFocused({ timeout: 1_000 });
}
