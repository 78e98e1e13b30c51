import Papa from 'papaparse';
import { lines, nothing, READ_LIMITS, type Reading, trouble } from './reading.ts';
import { tableBlocks } from './table-blocks.ts';

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
  const made = tableBlocks(whole);
  if ('why' in made) return nothing(made.why);
  return { kind: 'document', title: '', blocks: made.blocks, findings: [] };
}
