import Papa from 'papaparse';
import { readColumns, titleRows } from './read-columns.ts';
import { lines, nothing, READ_LIMITS, type ReadBlock, type Reading, trouble } from './reading.ts';

/** A table from a spreadsheet: pasted, or as a file of values between commas, semicolons or tabs. Nothing in it is computed. */
export function readTable(text: string): Reading {
  const { data } = Papa.parse<readonly string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    preview: READ_LIMITS.rows + 1,
    delimitersToGuess: ['\t', ';', ',', '|'],
  });
  const whole = data.map((row) =>
    row.slice(0, READ_LIMITS.columns).map((cell) => lines(String(cell)).join('\n')),
  );
  if (whole.length > READ_LIMITS.rows)
    return nothing(
      trouble(
        'long_table',
        'table',
        `There are more than ${READ_LIMITS.rows} rows; split the table.`,
        'error',
        {
          limit: READ_LIMITS.rows,
        },
      ),
    );
  const titles = whole.slice(0, titleRows(whole)).map(
    (row): ReadBlock => ({
      kind: 'paragraph',
      text: row.find((cell) => cell !== '') ?? '',
      isOfNext: true,
    }),
  );
  const rows = whole.slice(titles.length);
  if (rows.length < 2 || !rows.some((row) => row.length > 1))
    return nothing(trouble('no_table', 'table', 'A table has a row of headings, and rows below.'));
  if (!readColumns(rows[0] ?? []))
    return nothing(
      trouble(
        'no_columns',
        'table',
        'No heading of the table says what is done; name the columns what, who, when.',
      ),
    );
  return { kind: 'document', title: '', blocks: [...titles, { kind: 'table', rows }], findings: [] };
}
