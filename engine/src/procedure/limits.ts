/** What a pack may weigh, so that hostile input is told and never hangs. Design section 3, *Machine subset*. */
export const LIMITS = {
  /** UTF-8 bytes. */
  fileBytes: 1_000_000,
  packBytes: 5_000_000,
  files: 5_000,
  /** Nesting of JSON; a legal machine of 16 levels with a guard of depth 10 stays below. */
  jsonDepth: 80,
  /** Levels of states below the root. */
  machineLevels: 16,
  states: 2_000,
  /** Candidates of every list of the machine together. */
  transitions: 10_000,
  /** Nested `all`, `any` and `not` of a rule or a guard. */
  ruleDepth: 10,
  overlayLevels: 8,
  /** Findings kept for one file; more say nothing new. */
  findingsPerFile: 1_000,
} as const;

/** Bytes of a text in UTF-8, counted without Node or the DOM. A lone surrogate counts three, as its replacement does. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (
      unit >= 0xd800 &&
      unit < 0xdc00 &&
      i + 1 < text.length &&
      (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
    ) {
      bytes += 2;
      i++;
    } else bytes += 2;
  }
  return bytes;
}
