import { tidy } from './reading.ts';

/** Names in a cell: between commas, lines, slashes, "et", "and", "y", "و". */
export function namesIn(cell: string): readonly string[] {
  return cell
    .split(/\s*(?:[\n,;/•،؛+&]|\s(?:et|and|y|ou|or)\s|\sو\s*(?=ال))\s*/u)
    .map((name) => tidy(name).replace(/^[-–*]\s*|[.]$/g, ''))
    .filter((name) => name !== '');
}

/** A name as people write it in many ways: without capitals, accents, its article. */
export function plainName(name: string): string {
  return tidy(name)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0652]/g, '')
    .replace(/^(?:l'|l’|le |la |les |the |el |los |las )/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
