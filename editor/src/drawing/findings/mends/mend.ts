import type { Finding, Pack, Text, Verdict } from '@parcours/engine';
import { placedStates } from '../../../pack/states.ts';
import type { COMMANDS, CommandId } from '../../commands/commands.ts';
import type { findingsWords } from '../../words/findings.ts';

/** One command with its arguments. */
export type MendAct = {
  [Id in CommandId]: {
    readonly command: Id;
    readonly args: Parameters<(typeof COMMANDS)[Id]['can']>[1];
  };
}[CommandId];

/** A way to settle a finding: commands done as one, and the words of the button. */
export type Mend = {
  readonly label: keyof (typeof findingsWords)['fr']['mends'];
  readonly names?: Readonly<Record<string, Text | string | number>>;
  readonly acts: readonly [MendAct, ...MendAct[]];
};

/** Suggests ways to settle one kind of finding. Pure; the person chooses. `verdict` is that of the safeguard it is about. */
export type Mender = (pack: Pack, finding: Finding, verdict?: Verdict) => readonly Mend[];

/** More suggestions than this are no help. */
export const MOST_CHOICES = 3;

/** A parameter of a finding as text. */
export const named = ({ parameters }: Finding, key: string): string => String(parameters[key] ?? '');

/** Words of ours as a text of the pack: in the languages it declares. */
export function inLanguagesOf(pack: Pack, words: Text): Text {
  const declared = Object.entries(words).filter(([language]) => Object.hasOwn(pack.pack.languages, language));
  return declared.length > 0 ? Object.fromEntries(declared) : words;
}

/** What is reported when a step is done, until the committee finds its own words. */
export const DONE: Text = { fr: 'C’est fait', en: 'It is done', es: 'Está hecho', ar: 'تم ذلك' };

/** Steps of the track of a step in the order they are written, the step itself among them. */
export function stepsBeside(pack: Pack, id: string): readonly string[] {
  const placed = placedStates(pack.machine);
  const track = placed.find((each) => each.id === id)?.track;
  return placed
    .filter((each) => each.track === track && each.leaf && each.state.type === undefined)
    .sort((a, b) => (pack.steps[a.id]?.order ?? 0) - (pack.steps[b.id]?.order ?? 0))
    .map((each) => each.id);
}

/** Steps in which a track rests: its ends, or where it waits. */
export function restsBeside(pack: Pack, id: string): readonly string[] {
  return stepsBeside(pack, id).filter((each) => {
    const kind = pack.steps[each]?.kind;
    return kind === 'end' || kind === 'idle';
  });
}

export function isMeasure(pack: Pack, id: string): boolean {
  return placedStates(pack.machine).some(
    (each) => each.id === id && (each.state.tags?.includes('measure') ?? false),
  );
}
