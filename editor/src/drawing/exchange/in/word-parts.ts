import type { Finding } from '@parcours/engine';
import { strFromU8, strToU8 } from 'fflate';
import { trouble } from './reading.ts';

/** Pieces that mammoth passes over with the words inside: fields, words whose direction is said, round boxes. */
export function openPieces(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const open = (name: string, part: Uint8Array): Uint8Array => {
    if (!/^word\/(?:document|footnotes|endnotes)\.xml$/.test(name) || isWide(part)) return part;
    const text = strFromU8(part);
    const opened = text
      .replace(/<\/?w:(?:fldSimple|dir|bdo)(?:\s[^<>]*)?>/g, '')
      .replace(/(<\/?)v:(?:oval|polyline|line)(?=[\s>])/g, '$1v:rect');
    return opened === text ? part : strToU8(opened);
  };
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, open(name, part)]));
}

/** What people would miss of the document's main part: pictures, comments in the margin, words struck out; tables read in part. */
export function leftOut(body: Uint8Array | undefined, tablesCut: number): Finding[] {
  const xml = body && !isWide(body) ? strFromU8(body) : '';
  const many = (piece: RegExp) => xml.match(piece)?.length ?? 0;
  const told: readonly (readonly [code: string, count: number])[] = [
    ['pictures', many(/<(?:pic:pic|dgm:relIds|c:chart)[\s>/]/g)],
    ['comments', many(/<w:commentReference[\s/]/g)],
    ['struck', many(/<w:(?:del|moveFrom)\s[^<>]*[^/<>]>/g)],
    ['cut_tables', tablesCut],
  ];
  return told
    .filter(([, count]) => count > 0)
    .map(([code, count]) =>
      trouble(code, 'word/document.xml', `Left out: ${code} (${count}).`, 'warning', { count }),
    );
}

/** UTF-16 rather than UTF-8. */
export const isWide = (part: Uint8Array): boolean => part[0] === 0xff || part[0] === 0xfe || part[1] === 0;
