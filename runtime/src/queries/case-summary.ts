import type { CaseFile, Instant, Pack, Text } from '@parcours/engine';
import type { Sight } from '../access/clearance.ts';
import type { StoredCase } from '../store/store.ts';

/** One line of the list of cases. */
export type CaseSummary = {
  readonly id: string;
  readonly reference: string;
  /** What the child is called, for who may read it. */
  readonly child?: string;
  readonly pack: { readonly id: string; readonly version: string; readonly title: Text };
  readonly status: CaseFile['status'];
  /** Open steps that are not idle. */
  readonly steps: readonly { readonly step: string; readonly title: Text; readonly since: Instant }[];
  /** The soonest deadline that still runs; it may lie in the past. */
  readonly nextDue?: { readonly deadline: string; readonly label: Text; readonly due: Instant };
  /** Rows running past their due instant, computed now. */
  readonly overdue: number;
  readonly opened: Instant;
  readonly updated: Instant;
  /** Role to account id. */
  readonly assigned: CaseFile['assignments'];
  /** The roles of the account that asks. */
  readonly roles: readonly string[];
  /** Reports of others that wait for this account, or another second person. */
  readonly toConfirm: number;
};

/** How Primero names the fields that say what a child is called, the best to be called by first. */
const CALLED = ['name_first', 'name_nickname', 'name'];

/** What the child is called, when it is recorded and may be read. */
function childOf(pack: Pack, file: CaseFile, sight: Sight): string | undefined {
  for (const field of CALLED) {
    for (const [id, fact] of Object.entries(pack.facts)) {
      const recorded = file.facts[id];
      if (fact.primero !== field || typeof recorded?.value !== 'string') continue;
      if (sight.fact(id, recorded.by)) return recorded.value;
    }
  }
  return undefined;
}

/** A case as one line, computed from its case file at an instant. */
export function caseSummary(
  stored: StoredCase,
  pack: Pack,
  roles: readonly string[],
  toConfirm: number,
  now: Instant,
  sight: Sight,
): CaseSummary {
  const { file, id, reference, updated } = stored;
  const running = Object.values(file.deadlines).flatMap((row) =>
    row.due !== undefined && (row.state === 'running' || row.state === 'paused')
      ? [{ deadline: row.deadline, due: row.due, state: row.state }]
      : [],
  );
  const soonest = running.sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const steps = Object.entries(file.open).flatMap(([step, since]) => {
    const said = pack.steps[step];
    if (!said || said.kind === 'stage' || said.kind === 'track' || said.kind === 'idle') return [];
    return [{ step, title: said.title, since }];
  });
  const child = childOf(pack, file, sight);
  return {
    id,
    reference,
    ...(child === undefined ? {} : { child }),
    pack: { id: file.pack.id, version: file.pack.version, title: pack.pack.title },
    status: file.status,
    steps,
    ...(soonest
      ? {
          nextDue: {
            deadline: soonest.deadline,
            label: pack.deadlines[soonest.deadline]?.label ?? {},
            due: soonest.due,
          },
        }
      : {}),
    overdue: running.filter((row) => row.state === 'running' && row.due < now).length,
    opened: file.opened,
    updated,
    assigned: file.assignments,
    roles,
    toConfirm,
  };
}
