/** A number, a letter or a sign in front of a paragraph, as text processors write lists; `1\t` is the first cell of a row. */
const MARKER = new RegExp(
  [
    // 1. 1.2.3. 1) (1) 1° 1- and the same with Arabic figures
    String.raw`^\(?[\d٠-٩]{1,3}(?:\.[\d٠-٩]{1,3})*(?:[.)°]\s*[-–—]?|\s?[-–—]|\.?\t)\s+`,
    String.raw`^[\d٠-٩]{1,3}(?:\.[\d٠-٩]{1,3})*\t+`,
    // a) (b) iv. and one Arabic letter; a lone capital with a dot is a title: M. le procureur
    String.raw`^\(?(?:[a-z]|[ivx]{1,4}|[\u0621-\u064a])(?:\)|\.|\s?[-–—])\s+`,
    // bullets, those of symbol fonts among them
    String.raw`^(?:[-–—•●○▪■◦‣·*§\uf0a7\uf0b7\uf0d8\uf0fc]|o(?=\t))\s+`,
  ].join('|'),
  'u',
);

/** The paragraphs of a pasted text, each on one line and without its number or bullet; cells stand one after the other. */
export function pastedLines(text: string): string[] {
  return text
    .split(/\r\n|[\r\n\u000b\u2028\u2029]/u)
    .map((line) =>
      line
        .trimStart()
        .replace(MARKER, '')
        .split('\t')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' · '),
    )
    .filter((line) => line !== '');
}
