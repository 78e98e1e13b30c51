import type { Block, Item, Line, Run } from './document.ts';

/** The marks that a how-to text may carry: paragraphs, lists, bold, italic, links. Whatever else it writes is shown as it is. */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let items: Item[] = [];
  let isOrdered = false;
  let lines: string[] = [];
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', line: readRuns(lines.join(' ')) });
    lines = [];
  };
  const endList = () => {
    if (items.length > 0) blocks.push({ kind: 'list', ...(isOrdered && { ordered: true }), items });
    items = [];
  };
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const [, bullet, item] = /^([-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line) ?? [];
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined) {
      endParagraph();
      const ordered = /\d/.test(bullet ?? '');
      if (items.length > 0 && ordered !== isOrdered) endList();
      isOrdered = ordered;
      items.push({ line: readRuns(item) });
    } else if (heading !== undefined || line === '') {
      endParagraph();
      endList();
      if (heading) blocks.push({ kind: 'paragraph', line: [{ text: heading, bold: true }] });
    } else if (items.length > 0 && /^\s/.test(raw)) {
      const last = items.pop();
      if (last) items.push({ line: [...last.line, { text: ' ' }, ...readRuns(line)] });
    } else {
      endList();
      lines.push(line);
    }
  }
  endParagraph();
  endList();
  return blocks;
}

const INLINE =
  /\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*?)\*|\b_([^_]+?)_\b|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

function readRuns(text: string): Line {
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index) });
    const [whole, bold, alsoBold, italic, alsoItalic, label, href] = found;
    if (bold ?? alsoBold) runs.push({ text: (bold ?? alsoBold) as string, bold: true });
    else if (italic ?? alsoItalic) runs.push({ text: (italic ?? alsoItalic) as string, italic: true });
    else if (label !== undefined && href !== undefined) runs.push({ text: label, href });
    from = found.index + whole.length;
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from) });
  return runs;
}
