import { advance } from '../journal/advance.ts';
import type { CaseFile } from '../journal/case-file.ts';
import type { Entry } from '../journal/entry.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Scenario } from '../procedure/scenario.ts';
import { actCommand, defaultActor } from '../simulate/act-command.ts';
import { isShown } from '../simulate/compare.ts';
import { passDeadlines } from '../simulate/pass-deadlines.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Start } from './start.ts';

type GoneOn = {
  readonly entries: readonly Entry[];
  /** Steps entered, as a scenario names them. */
  readonly route: readonly string[];
  readonly caseFile: CaseFile;
  readonly at: Instant;
};

/** Plays a story from where a case stands; its instants are whole ones, as the checker writes them. */
export function goOn(
  pathway: Pathway,
  { caseFile: first, at: start }: Start,
  { acts }: Scenario,
): GoneOn | { readonly why: string } {
  const entries: Entry[] = [];
  let caseFile = first;
  let clock = start;
  for (const [index, act] of acts.entries()) {
    const passed = passDeadlines(pathway, caseFile, clock, act.at);
    entries.push(...passed.entries);
    ({ caseFile } = passed);
    clock = act.at;
    const by = act.by ?? defaultActor(pathway, Object.keys(caseFile.open), act.event);
    const command = actCommand(act, { by, when: (text) => text });
    const told = command && advance(pathway, caseFile, command, clock);
    if (!told) continue;
    const isRefused = !told.ok;
    if (
      'invalid' in told ||
      isRefused !== (act.expect?.refused !== undefined && act.expect.refused !== false)
    )
      return { why: `it goes otherwise at acts/${index}` };
    entries.push(...told.entries);
    ({ caseFile } = told);
  }
  const route = entries.flatMap(({ entered = [] }) =>
    entered.filter((id) => isShown(pathway.states.get(id)?.kind)),
  );
  return { entries, route, caseFile, at: clock };
}
