import type { Locator, Page } from '@playwright/test';

/**
 * What cannot be read on the screen as it stands, each in a line: words that a box cuts, in a field or out of it; words that
 * lie on other words; a page, or a box of it, that must be pulled sideways. What is longer than its box may end in dots
 * only where its whole words are a title.
 */
export function unreadable(page: Page, part?: Locator): Promise<readonly string[]> {
  return (part ?? page.locator('body')).evaluate((root) => {
    /** Drawn on a canvas, or a table of many columns: pulled sideways by design. */
    const WIDE = '.react-flow, .matrix-scroll, .lanes-scroll, .drawing-tabs';
    /** Half the height of letters, in their size: what lies beyond is the room above and below them. */
    const LETTERS = 0.36;
    type Box = { left: number; right: number; top: number; bottom: number };
    type Line = { readonly text: string; readonly of: Element; readonly seen: Box };
    const found: string[] = [];
    const told = (of: Element, text: string) => {
      const shown = text.trim().replace(/\s+/g, ' ').slice(0, 60);
      const path: string[] = [];
      for (let each: Element | null = of; each && path.length < 4; each = each.parentElement) {
        const names = [...each.classList].filter((name) => !/^m_|^mantine-focus|^__m/.test(name)).slice(0, 2);
        path.unshift([each.tagName.toLowerCase(), ...names].join('.'));
      }
      return `“${shown}” (${path.join(' > ')})`;
    };
    const shown = (of: Element) => of.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const both = (a: Box, b: Box): Box => ({
      left: Math.max(a.left, b.left),
      right: Math.min(a.right, b.right),
      top: Math.max(a.top, b.top),
      bottom: Math.min(a.bottom, b.bottom),
    });
    const isNothing = ({ left, right, top, bottom }: Box) => right - left < 1 || bottom - top < 1;

    /** Climbs out of the boxes around: what is left of a line to be seen, and the box that cuts it. */
    const around = (of: Element, line: Box): { seen: Box; cut?: Element } | undefined => {
      let seen = line;
      let isPlaced: string | undefined;
      for (let each: Element | null = of; each && each !== document.body; each = each.parentElement) {
        const { overflowX, overflowY, position, transform, textOverflow, webkitLineClamp } =
          getComputedStyle(each);
        const isHolder = position !== 'static' || transform !== 'none';
        if (isPlaced === undefined || (isHolder && isPlaced === 'absolute')) {
          if (isPlaced !== undefined) isPlaced = undefined;
          const isInline = getComputedStyle(each).display === 'inline';
          if (!isInline && (overflowX !== 'visible' || overflowY !== 'visible')) {
            const box = each.getBoundingClientRect();
            if (box.width <= 2 || box.height <= 2) return undefined;
            const scrolls = (way: string) => way === 'auto' || way === 'scroll' || each?.matches(WIDE);
            const isCut =
              (!scrolls(overflowX) &&
                overflowX !== 'visible' &&
                (seen.left < box.left - 1.5 || seen.right > box.right + 1.5)) ||
              (!scrolls(overflowY) &&
                overflowY !== 'visible' &&
                (seen.top < box.top - 1.5 || seen.bottom > box.bottom + 1.5));
            const hasDots =
              (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') && each.closest('[title]') !== null;
            seen = both(seen, box);
            if (isCut && !hasDots) return { seen, cut: each };
            if (isNothing(seen)) return undefined;
          }
        }
        if (position === 'fixed') break;
        if (position === 'absolute') isPlaced = 'absolute';
      }
      return { seen };
    };

    const lettersOf = (node: Text): readonly Box[] => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = Number.parseFloat(getComputedStyle(node.parentElement as Element).fontSize);
      return [...range.getClientRects()]
        .filter(({ width }) => width > 1)
        .map(({ left, right, top, bottom, height }) => {
          const middle = (top + bottom) / 2;
          const half = Math.min(height / 2, size * LETTERS);
          return { left, right, top: middle - half, bottom: middle + half };
        });
    };

    const lines: Line[] = [];
    const cutBoxes = new Set<Element>();
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const of = node.parentElement;
      const text = node.textContent ?? '';
      if (!of || text.trim() === '' || of.closest('script, style, option, textarea') || !shown(of)) continue;
      for (const line of lettersOf(node as Text)) {
        const left = around(of, line);
        if (left?.cut && !cutBoxes.has(of)) {
          cutBoxes.add(of);
          found.push(`cut: ${told(of, text)}`);
        }
        if (left && !left.cut) lines.push({ text, of, seen: left.seen });
      }
    }

    const pen = document.createElement('canvas').getContext('2d');
    for (const field of root.querySelectorAll<HTMLElement>('input, select, textarea')) {
      if (!shown(field)) continue;
      const style = getComputedStyle(field);
      if (field instanceof HTMLTextAreaElement) {
        if (
          field.scrollHeight > field.clientHeight + 3 &&
          style.overflowY !== 'auto' &&
          style.overflowY !== 'scroll'
        )
          found.push(`cut field: ${told(field, field.value)}`);
        continue;
      }
      const isWritten = field instanceof HTMLInputElement;
      if (isWritten && !['text', 'search', 'url', 'email', 'number', 'tel'].includes(field.type)) continue;
      if (field.getBoundingClientRect().width <= 4) continue;
      // What is written in a line moves with its cursor.
      const words = isWritten
        ? field.value === ''
          ? field.placeholder
          : ''
        : ((field as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
      if (!pen || words === '') continue;
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const room =
        field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      if (pen.measureText(words).width > room + 2 && field.getAttribute('title') === null)
        found.push(`cut field: ${told(field, words)}`);
    }

    // What lies over what: only where nothing solid lies between.
    const all = document.createElement('style');
    all.textContent = '* { pointer-events: auto !important; }';
    const isSolid = (of: Element) => {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(of);
      const parts = /rgba?\(([^)]+)\)/.exec(backgroundColor)?.[1]?.split(/[,/ ]+/) ?? [];
      const alpha =
        parts.length > 3
          ? Number(parts[3])
          : parts.length === 3
            ? 1
            : backgroundColor === 'transparent'
              ? 0
              : 1;
      return (alpha > 0.9 || backgroundImage !== 'none') && Number(opacity) > 0.9;
    };
    const seenAt = (of: Element, x: number, y: number): boolean => {
      for (const each of document.elementsFromPoint(x, y)) {
        if (each === of || of.contains(each)) return true;
        if (!each.contains(of) && isSolid(each)) return false;
        if (each.contains(of)) continue;
      }
      return false;
    };
    document.head.append(all);
    const byTop = [...lines].sort((a, b) => a.seen.top - b.seen.top);
    let near: Line[] = [];
    const toldOf = new Set<Element>();
    const { scrollX, scrollY } = window;
    for (const line of byTop) {
      near = near.filter(({ seen }) => seen.bottom > line.seen.top + 2);
      for (const other of near) {
        if (other.of === line.of || other.of.contains(line.of) || line.of.contains(other.of)) continue;
        const common = both(other.seen, line.seen);
        if (common.right - common.left <= 2.5 || common.bottom - common.top <= 2.5) continue;
        if (toldOf.has(line.of) || toldOf.has(other.of)) continue;
        const x = (common.left + common.right) / 2;
        const y = (common.top + common.bottom) / 2;
        const away = y < 110 || y > window.innerHeight - 10 ? y - window.innerHeight / 2 : 0;
        if (away !== 0) window.scrollTo(scrollX, scrollY + away);
        const by = window.scrollY - scrollY;
        const isBoth = seenAt(line.of, x, y - by) && seenAt(other.of, x, y - by);
        if (away !== 0) window.scrollTo(scrollX, scrollY);
        if (!isBoth) continue;
        toldOf.add(line.of);
        found.push(`overlapping: ${told(line.of, line.text)} and ${told(other.of, other.text)}`);
      }
      near.push(line);
    }
    all.remove();

    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) {
      const widest = [...document.body.querySelectorAll('*')]
        .filter((of) => shown(of) && of.getBoundingClientRect().right > window.innerWidth + 1)
        .slice(-3)
        .map((of) => told(of, of.textContent ?? ''));
      found.push(`the page is ${wide} px too wide: ${widest.join('; ')}`);
    }
    for (const of of [root, ...root.querySelectorAll('*')]) {
      if (of.scrollWidth <= of.clientWidth + 1 || of.clientWidth < 3 || of.closest(WIDE) || !shown(of))
        continue;
      const { overflowX } = getComputedStyle(of);
      if ((overflowX === 'auto' || overflowX === 'scroll') && !(of instanceof HTMLInputElement))
        found.push(
          `pulled sideways (${of.scrollWidth} in ${of.clientWidth} px): ${told(of, of.textContent ?? '')}`,
        );
    }
    return [...new Set(found)];
  });
}
