import { READ_LIMITS, type ReadBlock } from '../reading.ts';
import { DEEPEST, type WordNode } from './word-node.ts';
import { footnotesOf, isOfContents, paragraphOf } from './word-paragraphs.ts';
import { tableOf } from './word-tables.ts';

/** The tree of a document as blocks in reading order, no more of them than are read and one. The table of contents is none. */
export function blocksOf(document: WordNode): readonly ReadBlock[] {
  const found: ReadBlock[] = [];
  const visit = (node: WordNode, depth: number): void => {
    if (depth > DEEPEST || found.length > READ_LIMITS.blocks) return;
    if (node.type === 'paragraph') {
      if (isOfContents(node)) return;
      const block = paragraphOf(node);
      if (block) found.push(block);
      found.push(...footnotesOf(node, document));
    } else if (node.type === 'table' && !isFrame(node)) found.push(...tableOf(node, document));
    else for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(document, 0);
  return found;
}

/** A table of one column is a frame around what it holds: a page drawn with one, or words in a box. */
function isFrame(table: WordNode): boolean {
  return (table.children ?? []).every((row) => (row.children ?? []).length < 2);
}

/** How many tables of contents a document has. */
export function contentsIn(node: WordNode): number {
  let count = 0;
  let isInside = false;
  const visit = (each: WordNode, depth: number): void => {
    if (depth > DEEPEST) return;
    if (each.type === 'paragraph') {
      const isOne = isOfContents(each);
      if (isOne && !isInside) count += 1;
      isInside = isOne;
    } else for (const child of each.children ?? []) visit(child, depth + 1);
  };
  visit(node, 0);
  return count;
}
