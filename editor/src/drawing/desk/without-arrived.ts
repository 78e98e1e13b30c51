/**
 * Of changes that were sent, those that have not arrived, and how many savings since are not this sender's. A saving is
 * its own when every mark in it is of a change that was sent.
 */
export function withoutArrived<Change extends { readonly mark?: string }>(
  sent: readonly Change[],
  since: readonly (readonly string[])[],
): { readonly left: readonly Change[]; readonly others: number } {
  const mine = new Set(sent.flatMap(({ mark }) => mark ?? []));
  const arrived = new Set(since.flat());
  const isMine = (marks: readonly string[]) => marks.length > 0 && marks.every((mark) => mine.has(mark));
  return {
    left: sent.filter(({ mark }) => mark === undefined || !arrived.has(mark)),
    others: since.filter((marks) => !isMine(marks)).length,
  };
}
