/** How the numbers of a workbook are shown: its own formats by number, and what the built-in numbers mean. */
export type NumberFormats = {
  /** The format of each cell style, in order. */
  readonly ofStyles: readonly number[];
  readonly own: ReadonlyMap<number, string>;
  /** Days are counted from 1904. */
  readonly isFrom1904: boolean;
};

const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

/** A number in the words of its cell: "48 h" where the format says so, a day as 2024-03-12; else its figures. */
export function shownNumber(figures: string, style: number, formats: NumberFormats): string {
  const value = Number(figures);
  if (figures.trim() === '' || !Number.isFinite(value)) return figures;
  const id = formats.ofStyles[style] ?? 0;
  return byFormat(value, formats.own.get(id) ?? BUILT_IN[id] ?? '', formats.isFrom1904);
}

function byFormat(value: number, format: string, isFrom1904: boolean): string {
  const pieces = piecesOf(format);
  const asked = pieces
    .filter(({ isSaid }) => !isSaid)
    .map(({ text }) => text.toLowerCase())
    .join('');
  if (asked === '' || asked.includes('general')) return around(pieces, plainNumber(value));
  if (/\[[hms]+\]/.test(asked)) return clock(value, asked.includes('m'), asked.includes('s'));
  if (/[ymdhs]/.test(asked)) return moment(value + (isFrom1904 ? 1_462 : 0), asked) ?? plainNumber(value);
  const decimals = /\.([0#?]+)/.exec(asked)?.[1]?.length;
  const shown = asked.includes('%') ? value * 100 : value;
  const number =
    decimals === undefined && /e[+-]/.test(asked) ? plainNumber(shown) : rounded(shown, decimals ?? 0);
  return around(pieces, asked.includes('%') ? `${number} %` : number);
}

type Piece = { readonly text: string; readonly isSaid: boolean };

/** The first part of a format, its words apart from what it asks for. */
function piecesOf(format: string): readonly Piece[] {
  const found: Piece[] = [];
  const pattern = /"([^"]*)"|\\(.)|[_*].|(\[[^\]]*\])|(;)|(General)|([\s\S])/gi;
  for (const [, quoted, escaped, bracket, end, general, other] of format.slice(0, 255).matchAll(pattern)) {
    if (end !== undefined) break;
    const said = quoted ?? escaped;
    if (said !== undefined) found.push({ text: said, isSaid: true });
    else if (bracket !== undefined) {
      if (/^\[[hms]+\]$/i.test(bracket)) found.push({ text: bracket, isSaid: false });
      const currency = /^\[\$([^\]-]+)/.exec(bracket)?.[1];
      if (currency !== undefined) found.push({ text: currency, isSaid: true });
    } else if (general !== undefined) found.push({ text: general, isSaid: false });
    else if (other !== undefined) found.push({ text: other, isSaid: /[\s()€$£]/.test(other) });
  }
  return found;
}

/** The words that a format puts before and behind the number. */
function around(pieces: readonly Piece[], number: string): string {
  const first = pieces.findIndex(({ isSaid }) => !isSaid);
  const said = (some: readonly Piece[]) =>
    some
      .filter(({ isSaid }) => isSaid)
      .map(({ text }) => text)
      .join('');
  if (first < 0) return pieces.length === 0 ? number : said(pieces);
  return `${said(pieces.slice(0, first))}${number}${said(pieces.slice(first))}`.trim();
}

/** What a spreadsheet shows of its fifteen figures: 0.30000000000000004 is 0.3. */
const plainNumber = (value: number): string => String(Number(value.toPrecision(15)));

function rounded(value: number, decimals: number): string {
  return Number(value.toPrecision(15)).toFixed(Math.min(decimals, 10));
}

/** Time that goes on past a day: "48:00". */
function clock(value: number, withMinutes: boolean, withSeconds: boolean): string {
  const seconds = Math.round(value * 86_400);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  if (seconds < 0) return plainNumber(value);
  const hours = String(Math.floor(seconds / 3_600));
  if (!withMinutes) return hours;
  return `${hours}:${two((seconds % 3_600) / 60)}${withSeconds ? `:${two(seconds % 60)}` : ''}`;
}

/** A day, an hour, or both, counted in days; undefined for what is none. */
function moment(days: number, asked: string): string | undefined {
  if (days < 0 || days > 2_958_466) return undefined;
  // The first two months of 1900 have a day too many in every spreadsheet.
  const at = new Date(
    Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.round(days * 86_400) * 1_000,
  ).toISOString();
  const hasTime = /[hs]/.test(asked);
  const hasDate = /[yd]/.test(asked) || !hasTime;
  return [hasDate ? at.slice(0, 10) : '', hasTime ? at.slice(11, 16) : '']
    .filter((part) => part !== '')
    .join(' ');
}
