import type { Finding, Severity } from '@parcours/engine';
import { type ToDoKind, toDoKind } from './to-do-kind.ts';

/** One thing to do: a finding, and others that the same act settles. */
export type ToDo = {
  /** The same for the same thing in the next list. */
  readonly key: string;
  readonly finding: Finding;
  /** Findings of the same cause, in other places. */
  readonly others: readonly Finding[];
};

/** To-dos of one kind and one gravity. */
export type ToDoGroup = {
  readonly key: string;
  readonly kind: ToDoKind;
  readonly severity: Severity;
  readonly toDos: readonly ToDo[];
};

/**
 * What is to do of what was found: one cause, one to-do. A value that the law has not given is looked for once, wherever it is
 * read and whatever says nothing without it; ways of one list that can be open together are looked at once.
 */
export function toDosOf(findings: readonly Finding[]): readonly ToDo[] {
  const awaited = new Set(
    findings.filter(({ code }) => code === 'needs_law').map(({ parameters }) => parameters['parameter']),
  );
  const causeOf = ({ code, path, parameters }: Finding): string => {
    if (code === 'needs_law') return `needs_law ${parameters['parameter']}`;
    if (code === 'choice.overlap') return `${code} ${path.slice(0, path.lastIndexOf('/'))}`;
    if (code === 'safeguard.vacuous') {
      const known = awaitedBy(parameters).find((id) => awaited.has(id));
      if (known !== undefined) return `needs_law ${known}`;
    }
    return `${code} ${path}`;
  };
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const cause = causeOf(finding);
    const same = found.get(cause);
    if (same) same.push(finding);
    else found.set(cause, [finding]);
  }
  return [...found].flatMap(([key, [finding, ...others]]) => (finding ? [{ key, finding, others }] : []));
}

/** Parameters for want of which a safeguard says nothing. */
export function awaitedBy(parameters: Finding['parameters']): readonly string[] {
  const named = parameters['parameters'];
  return typeof named === 'string' && named !== '' ? named.split(', ') : [];
}

/** To-dos by what they are about, gravest first, in the order in which they were found. */
export function groupsOf(toDos: readonly ToDo[]): readonly ToDoGroup[] {
  const groups = new Map<string, { kind: ToDoKind; severity: Severity; toDos: ToDo[] }>();
  for (const toDo of toDos) {
    const { code, severity } = toDo.finding;
    const kind = toDoKind(code);
    const key = `${severity} ${kind}`;
    const group = groups.get(key) ?? { kind, severity, toDos: [] };
    group.toDos.push(toDo);
    groups.set(key, group);
  }
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}
