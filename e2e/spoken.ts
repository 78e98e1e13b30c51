import { expect, type Page } from '@playwright/test';

/** Names that no language changes: products, formats, keys of a keyboard, codes. */
const NAMES =
  /Parcours|\b[0-9a-f]{64}\b|CC-BY-4\.0|React Flow|XState|\bPDF\b|\bISO\b|\.(?:docx|xlsx|html|csv|json|zip|mjs)\b|\b(?:Enter|Escape|Esc|Ctrl|Alt|Shift|Space|Tab|F2|Del)\b|\b(?:fr|ar|mg|en|es)\b/g;

/**
 * Every word of the screen, and every name that a screen reader says, is in Arabic from right to left, but what is marked as another
 * language; `known` are words of the procedure itself, written in the language of whoever wrote them.
 */
export async function expectArabic(page: Page, known: readonly string[]): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const said = await page.evaluate(() => {
    const shown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('[aria-hidden="true"], [lang]:not([lang="ar"])');
    const texts: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      if (node.parentElement && !node.parentElement.closest('script, style') && shown(node.parentElement))
        texts.push(node.textContent ?? '');
    const names = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'];
    for (const element of document.body.querySelectorAll('*'))
      for (const name of names)
        if (element.hasAttribute(name) && shown(element)) texts.push(element.getAttribute(name) ?? '');
    return texts;
  });
  const foreign = said
    .map((text) =>
      known
        .reduce((left, each) => left.replaceAll(each, ''), text.replace(/[\u2066-\u2069]/g, ''))
        .replace(NAMES, ''),
    )
    .filter((text) => /\p{Script=Latin}{2,}/u.test(text));
  expect([...new Set(foreign)]).toEqual([]);
}

/** Nothing on the page is wider than the screen. */
export async function expectNothingCut(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
}
