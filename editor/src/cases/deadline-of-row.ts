/** The deadline of a row of the ledger: `x#2` is the second time that `x` was armed. */
export function deadlineOfRow(row: string): string {
  return row.replace(/#.*$/, '');
}
