import type { Locator, Page } from 'playwright';

/** A hand moves about as often as a screen is drawn. */
const MOVE_MS = 16;
const MOVES = 60;
const KEY_MS = 60;
const WORDS = 'écrire ce qui est convenu';

export type View = 'outline' | 'map' | 'matrix' | 'lanes';
/** `open` is the panel of a card: beside the figures of issue 4, for it is no frame of typing. */
export type Gesture = 'pan' | 'drag' | 'open' | 'type';

/** What stands on the screen when a view is open. */
export const READY: Readonly<Record<View, string>> = {
  outline: '.outline-row[data-kind="step"]',
  map: '.react-flow__node-step .step-card',
  matrix: '.matrix-body [role="row"]',
  lanes: '.lane-card',
};

const PANEL_FIELD = '.step-panel input, .step-panel textarea';

/** What people do in each view; a spreadsheet has nothing to drag. */
export const GESTURES: Readonly<Record<View, Partial<Record<Gesture, (page: Page) => Promise<void>>>>> = {
  outline: {
    pan: (page) => scroll(page, page.locator('.outline'), 0, 90),
    drag: async (page) => pull(page, await inSight(page, 'button.outline-handle'), 0, 4),
    type: async (page) => type(page, await inSight(page, '.outline [data-title]')),
  },
  map: {
    pan: panMap,
    drag: async (page) => pull(page, await cardInSight(page), 3, 2),
    open: async (page) => openPanel(page, await cardInSight(page)),
    type: async (page) => type(page, page.locator(PANEL_FIELD).first()),
  },
  matrix: {
    pan: (page) => scroll(page, page.locator('.matrix-scroll'), 0, 90),
    type: async (page) => {
      await (await inSight(page, '.matrix-body [data-column="0"]')).click();
      await page.keyboard.press('F2');
      await page.keyboard.type(WORDS, { delay: KEY_MS });
      await page.keyboard.press('Enter');
    },
  },
  lanes: {
    pan: (page) => scroll(page, page.locator('.lanes-scroll'), 90, 0),
    drag: async (page) => pull(page, await inSight(page, '.lane-card'), 0, 3),
    open: async (page) => openPanel(page, await inSight(page, '.lane-card')),
    type: async (page) => type(page, page.locator(PANEL_FIELD).first()),
  },
};

/** The canvas of a map is pulled about by its background: to and fro, so that what comes into sight is drawn. */
export async function panMap(page: Page): Promise<void> {
  const from = await emptySpot(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move += 1) {
    await page.mouse.move(from.x - move * 4, from.y - Math.sin(move / 10) * 160);
    await page.waitForTimeout(MOVE_MS);
  }
  await page.mouse.up();
}

export async function pull(page: Page, what: Locator, right: number, down: number): Promise<void> {
  const box = await what.boundingBox();
  if (!box) throw new Error('Nothing is there to be dragged.');
  const from = { x: box.x + box.width / 2, y: box.y + Math.min(24, box.height / 2) };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move += 1) {
    await page.mouse.move(from.x + move * right, from.y + move * down);
    await page.waitForTimeout(MOVE_MS);
  }
  await page.mouse.up();
}

async function scroll(page: Page, where: Locator, right: number, down: number): Promise<void> {
  await where.hover({ position: { x: 300, y: 200 } });
  for (let move = 1; move <= MOVES; move += 1) {
    await page.mouse.wheel(right, down);
    await page.waitForTimeout(MOVE_MS);
  }
}

async function openPanel(page: Page, card: Locator): Promise<void> {
  await card.click();
  await page.locator(PANEL_FIELD).first().waitFor();
}

async function type(page: Page, field: Locator): Promise<void> {
  await field.click();
  await page.keyboard.press('End');
  await page.keyboard.type(WORDS, { delay: KEY_MS });
}

/** The first of what a selector finds that a pointer can reach, well within the window; one scrolls until there is one. */
async function inSight(page: Page, selector: string): Promise<Locator> {
  for (let turn = 0; turn < 30; turn += 1) {
    const index = await page.evaluate((wanted) => {
      const isReached = (element: Element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + Math.min(24, height / 2)];
        return y > 120 && y < innerHeight - 260 && element.contains(document.elementFromPoint(x, y));
      };
      return [...document.querySelectorAll(wanted)].findIndex(isReached);
    }, selector);
    if (index >= 0) return page.locator(selector).nth(index);
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(200);
  }
  throw new Error(`Nothing of ${selector} is in sight.`);
}

/** A card whose middle is free to be taken. */
export async function cardInSight(page: Page): Promise<Locator> {
  const id = await page.evaluate(() => {
    const map = document.querySelector('.react-flow')?.getBoundingClientRect();
    const cards = [
      ...document.querySelectorAll<HTMLElement>('.react-flow__node-step, .react-flow__node-default'),
    ];
    const found = cards.find((card) => {
      const box = card.getBoundingClientRect();
      const isIn =
        map &&
        box.left > map.left + 60 &&
        box.right < map.right - 300 &&
        box.top > map.top &&
        box.bottom < map.bottom;
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(24, box.height / 2));
      return isIn && card.contains(top);
    });
    return found?.dataset['id'];
  });
  if (id === undefined) throw new Error('No card is in sight.');
  return page.locator(`.react-flow__node[data-id="${id}"]`);
}

async function emptySpot(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const spot = await page.evaluate(() => {
    const map = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!map) return undefined;
    for (let y = map.bottom - 20; y > map.top; y -= 12)
      for (let x = map.left + map.width / 2; x < map.right - 20; x += 12)
        if (document.elementFromPoint(x, y)?.matches('.react-flow__pane')) return { x, y };
    return undefined;
  });
  if (!spot) throw new Error('The map has no empty spot to pull it by.');
  return spot;
}
