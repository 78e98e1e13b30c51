import {
  advance,
  type CaseFile,
  decideRules,
  type Entry,
  type FactValue,
  type Outcome,
  openCase,
  type Pathway,
  type Population,
  passDeadlines,
  simulatedCases,
} from '@parcours/engine';

/** One event that the machine of a case was sent, with what was known and decided then. */
export type MachineEvent = {
  readonly kind: 'reported' | 'signal' | 'passing';
  readonly name: string;
  /** The state that waits, when a deadline passes. */
  readonly state: string;
  readonly sent: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly decisions: Readonly<Record<string, Outcome>>;
};

/** What the machine was sent in some simulated cases, as the engine's own journal has it. */
export function machineWalks(
  pathway: Pathway,
  population: Population,
  size: { readonly cases: number; readonly seed: number },
): readonly (readonly MachineEvent[])[] {
  return simulatedCases(pathway, population, size).map(({ opened, acts }) => {
    const first = openCase(pathway, { id: 'bench', by: { person: 'bench', role: 'caseworker' } }, opened);
    if (!first.ok) throw new Error('A simulated case does not open.');
    let { caseFile } = first;
    let clock = opened;
    const entries: [Entry, CaseFile][] = [];
    for (const { at, command } of acts) {
      const passed = passDeadlines(pathway, caseFile, clock, at);
      const told = advance(pathway, passed.caseFile, command, at);
      if (!told.ok) throw new Error('A simulated act is refused.');
      for (const entry of [...passed.entries, ...told.entries]) entries.push([entry, told.caseFile]);
      caseFile = told.caseFile;
      clock = at;
    }
    const facts: Record<string, FactValue> = {};
    for (const entry of first.entries) Object.assign(facts, entry.changes.facts);
    return entries.flatMap(([entry, after]): MachineEvent[] => {
      Object.assign(facts, entry.changes.facts);
      for (const id of entry.changes.forgotten ?? []) delete facts[id];
      const row = entry.deadline === undefined ? undefined : after.deadlines[entry.deadline];
      const kind = entry.kind === 'reported' ? 'reported' : entry.kind === 'signalled' ? 'signal' : 'passing';
      const name = kind === 'passing' ? (row?.deadline ?? '') : (entry.event ?? '');
      if (kind === 'passing' && entry.kind !== 'deadline_passed') return [];
      const state = row?.on.state ?? '';
      return [
        {
          kind,
          name,
          state,
          sent: kind === 'passing' ? `xstate.after.${name}.${state}` : name,
          facts: { ...facts },
          decisions: decideRules(pathway.program, facts, entry.happened),
        },
      ];
    });
  });
}
