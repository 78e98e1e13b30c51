/**
 * Moves running cases to a new version of the base pack: what the versions say differently, what would become of every
 * case, why some may not go, and one case that goes and comes back. The new versions and their law are invented, like everybody.
 */
import {
  type Advance,
  type CaseFile,
  compile,
  diffPacks,
  type Entry,
  type Instant,
  type MigrateCommand,
  type MigrationPlan,
  migrate,
  type Pack,
  type Pathway,
  planMigration,
  play,
  replay,
  takeBackMigration,
} from '@parcours/engine';
import { isProgram, readPack } from './read-pack.ts';

const LATER = { by: 'risk_level', values: { high: 'P10D', medium: 'P15D', low: 'P20D' } };
const AMENDED = {
  instrument: {
    en: 'Act amending the code of the child (invented)',
    fr: 'Loi modifiant le code de l’enfant (inventée)',
  },
  number: '2027-1',
  article: '4',
  confidence: 'read',
} as const;

/** A version in which the child may be heard later; with the law that would allow it, or without. */
function nextVersion(pack: Pack, version: string, { withLaw }: { readonly withLaw: boolean }): Pack {
  const hearing = pack.deadlines.hearing_due;
  if (!hearing) throw new Error('The base pack has no hearing_due any more: choose another legal deadline.');
  const sources = withLaw ? { ...pack.sources, invented_act: AMENDED } : pack.sources;
  const cited = [...(hearing.sources ?? []), ...(withLaw ? ['invented_act'] : [])];
  return {
    ...pack,
    pack: { ...pack.pack, version },
    sources,
    deadlines: { ...pack.deadlines, hearing_due: { ...hearing, within: LATER, sources: cited } },
  };
}

type Running = {
  readonly caseFile: CaseFile;
  readonly entries: readonly Entry[];
};

/** Cases as a service would keep them: each scenario stopped after each of its acts. */
function runningCases(pathway: Pathway): readonly Running[] {
  return Object.values(pathway.pack.scenarios).flatMap((scenario) => {
    const { frames } = play(pathway, scenario);
    return frames
      .map(({ caseFile }, index) => ({
        caseFile,
        entries: frames.slice(0, index + 1).flatMap(({ entries }) => entries),
      }))
      .filter(({ caseFile }) => caseFile.status === 'open');
  });
}

function commandTo({ pack, hash }: Pathway): MigrateCommand {
  const { id, version } = pack.pack;
  return { kind: 'migrate', by: { person: 'admin-1', role: 'supervisor' }, to: { id, version, hash } };
}

/** Tells the whole in lines; gives how many cases could go without the law, and with it. */
export function moveRunningCases(
  pack: Pack,
  tell: (line: string) => void,
): { readonly cases: number; readonly without: number; readonly withLaw: number } {
  const from = compile(pack);
  const loosened = compile(nextVersion(pack, '98.0.0', { withLaw: false }));
  const amended = compile(nextVersion(pack, '99.0.0', { withLaw: true }));
  for (const { words } of diffPacks(pack, amended.pack)) tell(words.en);

  const running = runningCases(from);
  const plansTo = (to: Pathway): readonly MigrationPlan[] =>
    running.map(({ caseFile, entries }) => planMigration(from, to, caseFile, { at: newestOf(entries) }));
  const [without, withLaw] = [plansTo(loosened), plansTo(amended)];
  const going = (plans: readonly MigrationPlan[]) => plans.filter(({ ok }) => ok).length;
  tell(`Without a law: ${going(without)} of ${running.length} cases can go.`);
  const kept = without.find(({ ok }) => !ok);
  if (kept) tell(`One stays, because ${kept.obstacles[0]?.message}`);
  tell(`With the law: ${going(withLaw)} of ${running.length} can go.`);

  const moving = running[without.findIndex(({ ok }) => !ok)];
  if (moving) moveOne(from, amended, moving, tell);
  return { cases: running.length, without: going(without), withLaw: going(withLaw) };
}

/** One case goes to the new version, is rebuilt from its journal there, and comes back while nothing has happened. */
function moveOne(
  from: Pathway,
  to: Pathway,
  { caseFile, entries }: Running,
  tell: (line: string) => void,
): void {
  const at = newestOf(entries);
  const went = accepted(migrate(from, to, caseFile, commandTo(to), at));
  const due = ({ deadlines }: CaseFile) =>
    Object.values(deadlines).find(({ deadline, state }) => deadline === 'hearing_due' && state === 'running')
      ?.due;
  tell(`The child was to be heard by ${due(caseFile)}, and now by ${due(went.caseFile)}.`);
  const journal = [...entries, ...went.entries];
  const same = JSON.stringify(replay(to, journal)) === JSON.stringify(went.caseFile);
  tell(`Rebuilt from its journal on the new version: ${same}.`);
  const back = accepted(takeBackMigration(to, from, journal, commandTo(from), at));
  tell(`Taken back, it is due by ${due(back.caseFile)} again.`);
}

/** When something was last recorded of a case: it migrates then. */
function newestOf(entries: Running['entries']): Instant {
  return entries.at(-1)?.recorded ?? '';
}

/** What was done, or an error that says what stood in the way. */
function accepted(told: Advance): Extract<Advance, { ok: true }> {
  if (told.ok) return told;
  throw new Error(JSON.stringify('refusal' in told ? told.refusal : told.invalid));
}

if (isProgram(import.meta.url)) moveRunningCases(readPack('child-protection'), console.log);
