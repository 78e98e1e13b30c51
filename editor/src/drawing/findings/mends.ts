import type { Finding, Pack, Verdict } from '@parcours/engine';
import { newKey } from '../../session/new-key.ts';
import { COMMANDS } from '../commands/commands.ts';
import type { DrawingStore } from '../drawing-store.ts';
import type { Command } from '../log/command.ts';
import { type CommandLog, openLog, perform } from '../log/command-log.ts';
import {
  askAgainInForm,
  askFacts,
  callItPractice,
  countFromEntry,
  dropBrokenBy,
  dropUnknownName,
  nameReconsider,
  nameReporter,
  removeUnused,
} from './mends/elements.ts';
import { endUnguarded, putOpenLast, removeOrRaise } from './mends/lists.ts';
import type { Mend, Mender } from './mends/mend.ts';
import { mendSafeguard } from './mends/safeguards.ts';
import { addDeadline, addEnd, leadOn, leadOutOfTrap, leadThere, nameRole } from './mends/steps.ts';
import { expectNow } from './mends/stories.ts';

/** Who suggests what for each kind of finding. A new one is a line here, a sentence in four languages, and a test that it repairs. */
export const MENDS: Readonly<Record<string, Mender>> = {
  'step.no_role': nameRole,
  'step.no_deadline': addDeadline,
  'step.dead_end': leadOn,
  'step.stuck': leadOn,
  'step.trap': leadOutOfTrap,
  'step.unreachable': leadThere,
  'step.fresh_not_asked': askAgainInForm,
  'track.no_end': addEnd,
  'basis.missing': callItPractice,
  'basis.no_source': callItPractice,
  'name.unknown': dropUnknownName,
  unused: removeUnused,
  'event.unheard': removeUnused,
  'event.no_reporter': nameReporter,
  'fact.never_asked': askFacts,
  'fact.not_asked': askFacts,
  'list.ends_guarded': endUnguarded,
  'choice.gap': endUnguarded,
  'list.never_read': putOpenLast,
  'choice.shadowed': removeOrRaise,
  'guard.never_true': removeOrRaise,
  'deadline.returns': countFromEntry,
  'pack.no_reconsider': nameReconsider,
  'safeguard.broken': mendSafeguard,
  'safeguard.not_broken': dropBrokenBy,
  'scenario.otherwise': expectNow,
};

/** What is suggested for a finding and can be done on the pack as it is. */
export function mendsOf(pack: Pack, finding: Finding, verdict?: Verdict): readonly Mend[] {
  const mender = Object.hasOwn(MENDS, finding.code) ? MENDS[finding.code] : undefined;
  return (mender?.(pack, finding, verdict) ?? []).filter((mend) => canBeDone(pack, mend));
}

/** Asked for each finding on the screen after each key: only acts that build on each other are tried. */
function canBeDone(pack: Pack, mend: Mend): boolean {
  const [{ command, args }, ...further] = mend.acts;
  if (further.length > 0) return mended(pack, mend) !== undefined;
  return (COMMANDS[command] as Command<unknown>).can(pack, args) === undefined;
}

/** The pack with a mend done to it; undefined when one of its commands is refused. */
export function mended(pack: Pack, { acts }: Mend): Pack | undefined {
  let log: CommandLog = openLog(pack);
  for (const { command, args } of acts) {
    const outcome = perform(log, COMMANDS[command] as Command<unknown>, args);
    if (!outcome.ok) return undefined;
    log = outcome.log;
  }
  return log.pack === pack ? undefined : log.pack;
}

/** What the button of a mend says, to find the same mend again. */
export const saysOf = ({ label, names }: Mend): string => `${label} ${JSON.stringify(names ?? {})}`;

/**
 * Does a mend: one entry of the log, taken back by one undo. It may have been suggested for the draft of a moment ago, so that it
 * is made out again for the draft as it is; false when it would settle nothing there any more.
 */
export function doMend(drawing: DrawingStore, finding: Finding, mend: Mend, verdict?: Verdict): boolean {
  const { pack } = drawing.get().log;
  const acts = mendsOf(pack, finding, verdict).find((each) => saysOf(each) === saysOf(mend))?.acts;
  return acts !== undefined && doActs(drawing, acts, acts.length > 1 ? `mend ${newKey()}` : undefined);
}

/** Does the acts of a mend; false when one is refused, or when nothing is otherwise than before. */
export function doActs(drawing: DrawingStore, acts: Mend['acts'], burst?: string): boolean {
  const { pack } = drawing.get().log;
  const isDone = acts.every(({ command, args }) =>
    drawing.perform(COMMANDS[command] as Command<unknown>, args, burst),
  );
  return isDone && drawing.get().log.pack !== pack;
}
