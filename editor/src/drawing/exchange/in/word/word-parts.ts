import type { Finding } from '@parcours/engine';
import { strFromU8, strToU8 } from 'fflate';
import { trouble } from '../reading.ts';
import { isWide } from '../unpack-parts.ts';
import { openBoxes } from './word-boxes.ts';

/** Pieces that mammoth passes over with the words inside: fields, words whose direction is said, round boxes, newly drawn boxes. */
export function openPieces(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const open = (name: string, part: Uint8Array): Uint8Array => {
    if (name === 'word/numbering.xml' && !isWide(part)) return strToU8(countedLists(strFromU8(part)));
    if (!/^word\/(?:document|footnotes|endnotes)\.xml$/.test(name) || isWide(part)) return part;
    const text = strFromU8(part);
    const opened = openBoxes(text)
      .replace(/<\/?w:(?:fldSimple|dir|bdo)(?:\s[^<>]*)?>/g, '')
      .replace(/(<\/?)v:(?:oval|polyline|line)(?=[\s>])/g, '$1v:rect');
    return opened === text ? part : strToU8(opened);
  };
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, open(name, part)]));
}

/** The style that levels of a list are given whose numbers say the number above: 1., 1.1, 1.2. No document has it. */
export const COUNTED = 'parcours-counted';

function countedLists(xml: string): string {
  return xml.replace(/<w:abstractNum\s[\s\S]*?<\/w:abstractNum>/g, (list) => {
    const levels = list.match(/<w:lvl\s[\s\S]*?<\/w:lvl>/g) ?? [];
    const isCounted = (level: string | undefined) =>
      /<w:lvlText\s[^<>]*w:val="[^"]*%1[^"]*%2/.test(level ?? '');
    if (!levels.some((level) => /^<w:lvl\s[^<>]*w:ilvl="1"/.test(level) && isCounted(level))) return list;
    return list.replace(/(<w:lvl\s[^<>]*>)([\s\S]*?<\/w:lvl>)/g, (level, tag, rest) =>
      (isCounted(level) || tag.includes('w:ilvl="0"')) && !rest.includes('<w:pStyle')
        ? `${tag}<w:pStyle w:val="${COUNTED}"/>${rest}`
        : level,
    );
  });
}

/** What the tree of a document says it leaves out. */
export type LeftOut = { readonly tablesCut: number; readonly contents: number };

/** What people would miss: pictures, comments in the margin, words struck out; the table of contents; tables read in part. */
export function leftOut(parts: Record<string, Uint8Array>, { tablesCut, contents }: LeftOut): Finding[] {
  const xmlOf = (name: RegExp) =>
    Object.entries(parts)
      .filter(([each, part]) => name.test(each) && !isWide(part))
      .map(([, part]) => strFromU8(part))
      .join('\n');
  const body = xmlOf(/^word\/document\.xml$/);
  const all = xmlOf(/^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/);
  const many = (xml: string, piece: RegExp) => xml.match(piece)?.length ?? 0;
  const told: readonly (readonly [code: string, count: number])[] = [
    ['pictures', many(body, /<(?:pic:pic|dgm:relIds|c:chart)[\s>/]/g)],
    ['comments', many(body, /<w:commentReference[\s/]/g)],
    ['struck', many(all, /<w:(?:del|moveFrom)\s[^<>]*[^/<>]>/g)],
    ['contents', contents],
    ['cut_tables', tablesCut],
  ];
  return told
    .filter(([, count]) => count > 0)
    .map(([code, count]) =>
      trouble(code, 'word/document.xml', `Left out: ${code} (${count}).`, 'warning', { count }),
    );
}
