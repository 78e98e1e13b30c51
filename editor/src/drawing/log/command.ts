import type { Pack, Text } from '@parcours/engine';
import type { Draft } from 'immer';

/** A pack that a command may change; nobody sees it before the command has ended. */
export type OpenPack = Draft<Pack>;

/** Why a command cannot be done now: a key of `drawing.refused` and what its sentence needs. */
export type Refused = {
  readonly why: string;
  readonly names?: Readonly<Record<string, string | number | Text>>;
};

/** What a command did: places (`steps/visit`, as findings name them), the first of which is shown to the reader. */
export type Done = { readonly places: readonly [string, ...string[]] };

/**
 * One kind of change of a pack. The only way a pack is changed: every view, menu, key and mend ends in one.
 * Whatever `run` leaves keeps every schema of the pack; what is unfinished is for the checker to tell.
 */
export type Command<Args> = {
  /** Names it in the log and in the minutes: a key of `drawing.commands`. */
  readonly id: string;
  /** Undefined when it can be done. Never throws. */
  readonly can: (pack: Pack, args: Args) => Refused | undefined;
  /** Called only after `can` agreed. */
  readonly run: (pack: OpenPack, args: Args) => Done;
  /** What the sentence of the log names: `{ name: the step's title }`, read before the change (after, for what is added). */
  readonly names?: (pack: Pack, args: Args) => Readonly<Record<string, Text>>;
};
