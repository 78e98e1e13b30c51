import type { CaseFile } from './case-file.ts';

/** A case file whose references to entries are changed; its own `seq` and `head` stay. */
export function renumberCase(caseFile: CaseFile, seqOf: (seq: number) => number): CaseFile {
  return {
    ...caseFile,
    deadlines: mapped(caseFile.deadlines, (row) =>
      row.endedBy === undefined ? row : { ...row, endedBy: seqOf(row.endedBy) },
    ),
    reported: mapped(caseFile.reported, (report) => ({ ...report, seq: seqOf(report.seq) })),
    stood: Object.fromEntries(
      Object.entries(caseFile.stood).map(([seq, decision]) => [String(seqOf(Number(seq))), decision]),
    ),
    reconsider: caseFile.reconsider.map((one) => ({ ...one, seq: seqOf(one.seq) })),
  };
}

function mapped<T>(map: Readonly<Record<string, T>>, change: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
