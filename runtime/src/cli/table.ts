/** Rows under headings, columns aligned; the last column keeps its length. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, headings.map((heading) => '-'.repeat(heading.length)), ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
