/** How deep a tree is read. */
export const DEEPEST = 60;

/** A piece of mammoth's tree; what else it may be is not read. */
export type WordNode = {
  readonly type?: string;
  readonly value?: string;
  readonly styleName?: string | null;
  readonly styleId?: string | null;
  readonly numbering?: {
    readonly isOrdered: boolean;
    readonly level: string | number;
    readonly paragraphStyleId?: string;
  } | null;
  readonly children?: readonly WordNode[];
  /** Of a run. */
  readonly isBold?: boolean;
  /** Of a cell: over how many columns and rows it reaches. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of the document: its footnotes; of a reference: which. */
  readonly notes?: {
    readonly resolve: (reference: WordNode) => { readonly body?: readonly WordNode[] } | null;
  };
};

/** Every text inside, tables of tables too. */
export function textOf(node: WordNode, depth = 0): string {
  if (depth > DEEPEST) return '';
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return ' ';
  if (node.type === 'break') return '\n';
  const inner = (node.children ?? []).map((child) => textOf(child, depth + 1)).join('');
  return node.type === 'paragraph' || node.type === 'tableCell' ? `${inner}\n` : inner;
}
