/**
 * What is wrong with a pack. Findings are data: every check returns all of its findings, none throws.
 * `path` names the place as `file/key/...` (for example `steps/hear_child/who`), so that a screen can open it.
 */
export type Severity = 'error' | 'warning' | 'info';

export type Finding = {
  /** Dotted closed code, for example `name.unknown`; screens translate it with `parameters`. */
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  /** The values that the sentence of the code needs, in the order a translator may name them. */
  readonly parameters: Readonly<Record<string, string | number>>;
  /** The same in plain English, with the cure: for logs and the command line. */
  readonly message: string;
};

/** True when nothing in the list keeps a pack from being published. */
export function isSound(findings: readonly Finding[]): boolean {
  return !findings.some((finding) => finding.severity === 'error');
}
