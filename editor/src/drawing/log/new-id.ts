/** The longest id that still leaves room for a number behind it. */
const LONGEST = 56;

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
};

/**
 * An id for what people named in words: "Écouter l’enfant" becomes `ecouter_l_enfant`. Nobody sees it, it never changes
 * when the words do, and it is none of those taken. `fallback` names what has no Latin letter in it.
 */
export function newId(words: string, fallback: string, isTaken: (id: string) => boolean): string {
  const plain = words
    .toLowerCase()
    .replace(/[œæøßıłđ]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST)
    .replace(/_+$/, '');
  const stem = plain === '' || RESERVED.has(plain) ? fallback : plain;
  if (!isTaken(stem)) return stem;
  let number = 2;
  while (isTaken(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}

const RESERVED: ReadonlySet<string> = new Set(['constructor', 'prototype']);
