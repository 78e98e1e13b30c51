/**
 * A text whose signs stay with their word, as French sets them: the spaces before `: ; ? ! »` and after `«` do not break at the end
 * of a line. Nothing else changes, and no other language writes such spaces.
 */
export function unbroken(text: string): string {
  return text.replace(/« /g, '«\u00a0').replace(/(?<![\s|]) (?=[:;?!»])/g, '\u00a0');
}
