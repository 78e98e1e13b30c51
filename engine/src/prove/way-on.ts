import { advance } from '../journal/advance.ts';
import type { CaseFile } from '../journal/case-file.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Facts } from '../rules/rule-book.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { recordedBy } from './collects.ts';
import { sampleValues } from './sample-values.ts';

/** More answers to one event than these are not tried. */
const MOST_ANSWERS = 256;

/** An event that the engine takes from a case on some answers to its form, if one is found. */
export function findWayOn(pathway: Pathway, caseFile: CaseFile, at: Instant): string | undefined {
  const { pack, states } = pathway;
  const active = new Set(Object.keys(caseFile.open));
  const events = new Set([...active].flatMap((id) => [...(states.get(id)?.on.keys() ?? [])]));
  return [...events].find((event) => {
    const definition = pack.events[event];
    if (!definition || definition.when !== undefined) return false;
    const roles = Object.keys(pack.roles);
    return answers(pathway, recordedBy(pathway, active, { kind: 'report', event })).some((facts) =>
      roles.some((role) => {
        const told = advance(
          pathway,
          caseFile,
          {
            kind: 'report',
            event,
            facts,
            by: { person: `somebody_${role}`, role },
            second: { person: 'somebody_else', role },
            reason: 'Invented.',
            decision: {
              decidedBy: 'invented',
              function: 'invented',
              authority: 'invented',
              on: at.slice(0, 10),
            },
          },
          at,
        );
        return told.ok;
      }),
    );
  });
}

function answers({ pack }: Pathway, facts: ReadonlySet<string>): readonly Facts[] {
  let all: readonly Facts[] = [{}];
  for (const id of facts) {
    const fact = pack.facts[id];
    const values = fact && !fact.derive ? sampleValues(fact, []) : [];
    const more = all.flatMap((given) => values.map((value) => ({ ...given, [id]: value })));
    all = all.concat(more).slice(0, MOST_ANSWERS);
  }
  return all;
}
