import type { Finding } from '../vocabulary/finding.ts';
import { LIMITS } from './limits.ts';

/** Takes the findings of a pack while it is read. */
export type Report = (finding: Finding) => void;

/** Gathers findings, at most 1,000 of one file: then one says that there are more. */
export function gatherInto(findings: Finding[]): Report {
  const counts = new Map<string, number>();
  return (finding) => {
    const [section = '', file = ''] = finding.path.split('/', 2);
    const key = section === 'scenarios' ? `${section}/${file}` : section;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= LIMITS.findingsPerFile) findings.push(finding);
    if (count !== LIMITS.findingsPerFile + 1) return;
    const message = 'There are more findings in this file; mend these first.';
    findings.push(problem('limit.findings', key, message, { limit: LIMITS.findingsPerFile }));
  };
}

/** A finding that keeps the pack from being read. The message says the cure. */
export function problem(
  code: string,
  path: string,
  message: string,
  parameters: Finding['parameters'] = {},
): Finding {
  return { code, severity: 'error', path, parameters, message };
}
