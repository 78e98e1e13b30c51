import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { holdsSteps } from '../plan-draft.ts';
import { nothing, READ_LIMITS, type ReadBlock, type Reading, trouble } from '../reading.ts';
import { broken, unpackParts } from '../unpack-parts.ts';
import { blocksOf, contentsIn } from './word-blocks.ts';
import { edgeNotes } from './word-edges.ts';
import type { WordNode } from './word-node.ts';
import { leftOut, openPieces } from './word-parts.ts';
import { cutTables } from './word-tables.ts';

/** The parts that say what is written; pictures, macros and embedded files are never unpacked. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml|word\/_rels\/[\w.]+\.rels)$/;
const BODY = 'word/document.xml';

/**
 * A Word document (.docx) as blocks in reading order. Only its text parts are unpacked, to no more than they state; a document type
 * declaration is refused, so that no entity is ever opened. Never rejects.
 */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const found = unpackParts(bytes, PARTS, {
    part: BODY,
    otherwise: nothing(trouble('not_word', BODY, 'This is not a Word document (.docx).')),
  });
  if ('refused' in found) return found.refused;
  let tree: WordNode | undefined;
  try {
    const slim = zipSync(openPieces(found.parts), { level: 0 });
    // The browser's build takes `arrayBuffer`, Node's takes `buffer`.
    const buffer = slim.buffer.slice(slim.byteOffset, slim.byteOffset + slim.byteLength) as ArrayBuffer;
    const input = { arrayBuffer: buffer, buffer: slim } as unknown as Parameters<
      typeof mammoth.convertToHtml
    >[0];
    await mammoth.convertToHtml(input, {
      transformDocument: (found: WordNode) => {
        tree = found;
        return { ...found, children: [] };
      },
    });
  } catch {
    return nothing(broken(BODY));
  }
  if (!tree) return nothing(broken(BODY));
  const blocks = blocksOf(tree);
  if (blocks.length === 0) return nothing(trouble('empty', BODY, 'There is no text in this document.'));
  if (blocks.length > READ_LIMITS.blocks)
    return nothing(
      trouble(
        'long',
        BODY,
        `There are more than ${READ_LIMITS.blocks} paragraphs; split the document.`,
        'error',
        {
          limit: READ_LIMITS.blocks,
        },
      ),
    );
  const { title, rest } = titled(blocks);
  const findings = leftOut(found.parts, { tablesCut: cutTables(tree), contents: contentsIn(tree) });
  return { kind: 'document', title, blocks: [...edgeNotes(found.parts, title), ...rest], findings };
}

/** The title of a document: its Title, else its one first-level heading when that stands first, else a bold line above all others. */
function titled(blocks: readonly ReadBlock[]): {
  readonly title: string;
  readonly rest: readonly ReadBlock[];
} {
  const [first] = blocks;
  const tops = blocks.filter((block) => block.kind === 'heading' && block.level <= 1);
  const isTitle =
    first?.kind === 'heading' &&
    (first.level === 0 ||
      (first.level === 1 &&
        tops.length === 1 &&
        blocks.some((block) => block.kind === 'heading' && block.level > 1)));
  const isByHand =
    first?.kind === 'paragraph' &&
    first.isBold &&
    !holdsSteps(blocks, 0) &&
    blocks.slice(1).some((block) => block.kind === 'heading' || (block.kind === 'paragraph' && block.isBold));
  return isTitle || isByHand ? { title: first.text, rest: blocks.slice(1) } : { title: '', rest: blocks };
}
