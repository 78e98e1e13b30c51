import { type ReadBlock, tidy } from '../reading.ts';
import { DEEPEST, textOf, type WordNode } from './word-node.ts';
import { COUNTED } from './word-parts.ts';

/** A paragraph by its style, its number and its letters; undefined for one without words. */
export function paragraphOf(node: WordNode): ReadBlock | undefined {
  const text = tidy(textOf(node));
  if (text === '') return undefined;
  const style = styleOf(node);
  if (/^(?:title|titre|t[ií]tulo)(?:\s|$)/i.test(style)) return { kind: 'heading', level: 0, text };
  const level = /(?:heading|titre|t[ií]tulo|überschrift)\s*([1-9])/i.exec(style)?.[1];
  if (level !== undefined) return { kind: 'heading', level: Number(level), text };
  if (node.numbering)
    return {
      kind: 'item',
      level: Math.min(8, Math.max(0, Number(node.numbering.level) || 0)),
      isOrdered: node.numbering.isOrdered,
      ...(node.numbering.paragraphStyleId === COUNTED && { isCounted: true }),
      text,
    };
  return { kind: 'paragraph', text, ...(isHeadingByHand(node, text) && { isBold: true }) };
}

const styleOf = (node: WordNode): string => `${node.styleName ?? ''} ${node.styleId ?? ''}`;

/** A line of the table of contents, which says again what its headings say. */
export function isOfContents(node: WordNode): boolean {
  return /^(?:toc \d|toc heading|contents \d|contents heading)/i.test(styleOf(node));
}

/** A short line all in bold that ends no sentence. */
function isHeadingByHand(node: WordNode, text: string): boolean {
  return (
    text.length <= LONGEST_HEADING && !/[.!?؟;؛,،…]$/u.test(text) && !WARNING.test(text) && isAllBold(node)
  );
}

/** Words that warn, and head nothing. */
const WARNING =
  /^(?:attention|n\.?\s?b\.?|important|note|remarque|rappel|warning|caution|reminder|nota|atención|importante|aviso|تنبيه|ملاحظة|هام|تحذير)(?![\p{L}])/iu;

const LONGEST_HEADING = 120;

function isAllBold(node: WordNode, isBold = false): boolean {
  if (node.type === 'text') return isBold || (node.value ?? '').trim() === '';
  const inside = isBold || node.isBold === true;
  return (node.children ?? []).every((child) => isAllBold(child, inside));
}

/** What is said at the foot of the page stands behind what it is said of. */
export function footnotesOf(node: WordNode, document: WordNode, depth = 0): readonly ReadBlock[] {
  if (depth > DEEPEST) return [];
  if (node.type === 'noteReference') {
    const text = tidy((document.notes?.resolve(node)?.body ?? []).map((each) => textOf(each)).join(''));
    return text === '' ? [] : [{ kind: 'paragraph', text }];
  }
  return (node.children ?? []).flatMap((child) => footnotesOf(child, document, depth + 1));
}
