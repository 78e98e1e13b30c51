import { strFromU8 } from 'fflate';
import { lines, type ReadBlock, tidy } from '../reading.ts';
import { isWide } from '../unpack-parts.ts';
import { attributeOf, xmlPieces } from '../xml-pieces.ts';

const EDGE = /^word\/(?:header|footer)\d*\.xml$/;
/** Where a page says its own number. */
const NUMBER = '\ue000';
const NUMBERING = /^\s*\\?(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)(?:\s|$)/i;
/** "Page 2 sur 4", with what parts it from other words. */
const PAGE_OF =
  /[|·•–—-]*\s*(?:\(\s*)?(?:pages?|pág(?:inas?)?\.?|p\.|(?:ال)?صفحة)?\s*(?:n\s?[°º]\s*)?\ue000(?:\s*(?:sur|of|de|من|\/|-|–)\s*\ue000)?(?:\s*[)|·•–—-])*/giu;

/**
 * The words at the top and the foot of the pages, each once, as notes before all others; numbers of pages and the title said again
 * are no words of theirs.
 */
export function edgeNotes(parts: Record<string, Uint8Array>, title: string): readonly ReadBlock[] {
  const said = new Map<string, string>();
  for (const name of Object.keys(parts)
    .filter((each) => EDGE.test(each))
    .sort(topsFirst))
    for (const line of paragraphs(textOf(parts[name]))) {
      const text = tidy(line.replace(PAGE_OF, ' ').replaceAll(NUMBER, ' '));
      if (/[\p{L}\p{N}]/u.test(text) && plain(text) !== plain(title) && !said.has(plain(text)))
        said.set(plain(text), text);
    }
  return [...said.values()].map((text) => ({ kind: 'paragraph', text, isOfPages: true }));
}

/** Its text; a part in UTF-16, which no Word writes, has none. */
const textOf = (part: Uint8Array | undefined): string => (part && !isWide(part) ? strFromU8(part) : '');

const topsFirst = (a: string, b: string): number =>
  Number(a.includes('footer')) - Number(b.includes('footer')) || a.localeCompare(b, 'en', { numeric: true });

const plain = (text: string): string =>
  lines(text)
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The paragraphs of a part as text, a mark where the number of a page stands. */
function paragraphs(xml: string): readonly string[] {
  const found: string[] = [];
  let text = '';
  /** Inside a text, inside words that were moved away, inside what a field is asked for. */
  const inside = { t: 0, moveFrom: 0, instrText: 0 };
  const fields: { asked: string }[] = [];
  const end = () => {
    if (text.trim() !== '') found.push(text);
    text = '';
  };
  const close = () => {
    if (NUMBERING.test(fields.pop()?.asked ?? '')) text += NUMBER;
  };
  for (const { kind, name, said, isEmpty } of xmlPieces(xml)) {
    if (kind === 'text') {
      const field = fields.at(-1);
      if (inside.instrText > 0 && field) field.asked += said;
      else if (inside.t > 0 && inside.moveFrom === 0 && !fields.some(({ asked }) => NUMBERING.test(asked)))
        text += said;
    } else if (name === 'p') {
      end();
    } else if (kind === 'open') {
      if (name === 'tab' || name === 'br' || name === 'ptab') text += ' ';
      if (name === 'pgNum') text += NUMBER;
      if (name === 'textpath') found.push(attributeOf(said, 'string') ?? '');
      if (name === 'fldChar') {
        const type = attributeOf(said, 'fldCharType');
        if (type === 'begin') fields.push({ asked: '' });
        else if (type === 'end') close();
      }
      if (isEmpty) continue;
      if (name === 'fldSimple') fields.push({ asked: attributeOf(said, 'instr') ?? '' });
      if (name in inside) inside[name as keyof typeof inside] += 1;
    } else if (name === 'fldSimple') close();
    else if (name in inside) inside[name as keyof typeof inside] -= 1;
  }
  end();
  return found;
}
