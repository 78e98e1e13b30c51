/** Latin words within a line from right to left keep their own order and signs: `26-MFMA` would else read `MFMA-26` (UAX 9, isolates). */
export function isolated(value: string): string {
  return /\p{Script=Latin}/u.test(value) ? `\u2068${value}\u2069` : value;
}
