/**
 * Verifies the safeguards of the base pack on every path, then breaks the pack on purpose: at the review of an order nobody asks
 * any more what the child says. The checker tells the shortest story in which the child is not heard; the engine plays it, and
 * the sound pack refuses it. Everybody is invented.
 */
import {
  compile,
  inLanguage,
  type Pack,
  type Pathway,
  type Playback,
  play,
  proveSafeguards,
  type SafeguardVerdict,
  verify,
} from '@parcours/engine';
import { isProgram, readPack } from './read-pack.ts';

const SAFEGUARD = 'heard_before_order';
const STEP = 'order_review';

type Told = {
  /** What the checker says of the sound pack. */
  readonly verdicts: readonly SafeguardVerdict[];
  /** The safeguard in the broken pack. */
  readonly broken: SafeguardVerdict;
  /** Its story, played on the broken pack and on the sound one. */
  readonly played: { readonly broken: Playback; readonly sound: Playback };
};

/** Tells the whole in lines, and gives what it told. */
export function verifyAndBreak(pack: Pack, tell: (line: string) => void): Told {
  const { verdicts } = verify(pack);
  const count = (wanted: SafeguardVerdict['verdict']) =>
    verdicts.filter(({ verdict }) => verdict === wanted).length;
  tell(`${count('proved')} safeguards are verified on every path, ${count('broken')} broken.`);
  for (const { id, why } of verdicts.filter(({ verdict }) => verdict === 'unchecked')) {
    tell(`  Not decided here: ${labelOf(pack, id)} (${why}).`);
  }

  const pathway = compile(unasked(pack));
  const [broken] = proveSafeguards(pathway);
  if (!broken?.story) throw new Error(`${SAFEGUARD} holds all the same: break something else.`);
  tell(`Without the question at the review: ${labelOf(pack, SAFEGUARD)}: ${broken.verdict}.`);
  for (const line of storyLines(pathway, broken.story)) tell(`  ${line}`);

  const played = { broken: play(pathway, broken.story), sound: play(compile(pack), broken.story) };
  tell(`Played: ${played.broken.route.join(' > ')}.`);
  const stopped = played.sound.entries.find(({ kind }) => kind === 'refused');
  tell(`The sound pack refuses ${stopped?.event}: ${stopped ? labelOfEvent(pack, stopped.event) : ''}.`);
  return { verdicts, broken, played };
}

/** The pack with that one safeguard, and a review that rests on what the child said before the first order. */
function unasked(pack: Pack): Pack {
  const step = pack.steps[STEP];
  const safeguard = pack.safeguards[SAFEGUARD];
  if (!step || !('fresh' in step) || !safeguard) throw new Error(`${STEP} asks nothing again any more.`);
  return {
    ...pack,
    steps: { ...pack.steps, [STEP]: { ...step, fresh: [] } },
    safeguards: { [SAFEGUARD]: safeguard },
  };
}

/** One line for each act: who, and what. */
function storyLines({ pack }: Pathway, { acts }: NonNullable<SafeguardVerdict['story']>): readonly string[] {
  return acts.map(({ by, event, wait }, index) => {
    const who = inLanguage(pack.roles[by?.role ?? '']?.label, ['en'], 'Nobody');
    const what = event ? labelOfEvent(pack, event) : wait ? 'time passes' : 'something is recorded';
    return `${index + 1}. ${who}: ${what}`;
  });
}

function labelOf(pack: Pack, safeguard: string): string {
  return inLanguage(pack.safeguards[safeguard]?.label, ['en'], safeguard);
}

function labelOfEvent(pack: Pack, event: string | undefined): string {
  return inLanguage(pack.events[event ?? '']?.label, ['en'], event ?? '');
}

if (isProgram(import.meta.url)) verifyAndBreak(readPack('child-protection'), console.log);
