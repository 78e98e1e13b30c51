/**
 * Decides rules of the base pack without opening a case, and says why: three answers, the tree of reasons, the facts still
 * to ask. Then json-rules-engine gives its second opinion on a decision that was recorded. Everybody is invented.
 */
import {
  advance,
  compile,
  type Decision,
  evaluate,
  type FactValue,
  type Instant,
  inLanguage,
  type Outcome,
  openCase,
  type Pack,
  type Reason,
  secondOpinion,
} from '@parcours/engine';
import { isProgram, readPack } from './read-pack.ts';

const NOW: Instant = '2026-03-02T08:00:00.000Z';

/** What is known at three moments of one evening. */
const MOMENTS: readonly { readonly when: string; readonly facts: Readonly<Record<string, FactValue>> }[] = [
  { when: 'nothing is known yet', facts: {} },
  { when: 'violence is reported', facts: { protection_concerns: ['physical_violence'] } },
  {
    when: 'and the alleged author is at home',
    facts: { protection_concerns: ['physical_violence'], author_has_access: true },
  },
];

/** Decides whether danger is present at each moment, and whether it is ruled out: unknown opens neither door. */
export function decideAndExplain(pack: Pack, tell: (line: string) => void): readonly Decision[] {
  return MOMENTS.map(({ when, facts }) => {
    const present = evaluate(pack, 'danger_is_present', facts, NOW);
    const ruledOut = evaluate(pack, 'danger_is_ruled_out', facts, NOW);
    tell(
      `When ${when}: ${labelOf(pack, 'danger_is_present')}? ${present.outcome}. Ruled out? ${ruledOut.outcome}.`,
    );
    if (present.missing.length > 0) tell(`  Still to ask: ${present.missing.join(', ')}.`);
    for (const line of reasons(present.reason)) tell(`  ${line}`);
    return present;
  });
}

/** Reports an event and lets json-rules-engine decide the same rules again; an empty list means that both agree. */
export async function askTwice(pack: Pack, tell: (line: string) => void): Promise<number> {
  const pathway = compile(pack);
  const by = { person: 'caseworker-1', role: 'caseworker' };
  const opened = openCase(pathway, { id: 'case-2', by, facts: MOMENTS[2]?.facts ?? {} }, NOW);
  if (!opened.ok) throw new Error('The case could not be opened.');
  const told = advance(
    pathway,
    opened.caseFile,
    { kind: 'record', by, facts: { immediate_danger: true } },
    NOW,
  );
  if (!told.ok) throw new Error('The fact could not be recorded.');
  const disagreements = await secondOpinion(pathway, [...opened.entries, ...told.entries]);
  tell(`Rules on which the two evaluators disagree: ${disagreements.length}.`);
  return disagreements.length;
}

/** The tree of reasons as indented lines; a fact that nobody knows is shown as unknown. */
function reasons(reason: Reason, depth = 0): readonly string[] {
  const line = (text: string, outcome: Outcome) => `${'  '.repeat(depth)}${outcome.padEnd(7)} ${text}`;
  if (reason.kind !== 'atom') {
    const name = reason.kind === 'rule' ? `rule ${reason.rule}` : reason.kind;
    return [line(name, reason.outcome), ...reason.of.flatMap((part) => reasons(part, depth + 1))];
  }
  const { atom, value, presumed } = reason;
  const known = value === undefined ? 'unknown' : JSON.stringify(value);
  return [
    line(
      `${atom.fact} (${known}${presumed ? ', presumed' : ''}) ${atom.operator} ${JSON.stringify(atom.value)}`,
      reason.outcome,
    ),
  ];
}

function labelOf(pack: Pack, rule: string): string {
  return inLanguage(pack.rules[rule]?.label, ['en'], rule);
}

if (isProgram(import.meta.url)) {
  const pack = readPack('child-protection');
  decideAndExplain(pack, console.log);
  await askTwice(pack, console.log);
}
