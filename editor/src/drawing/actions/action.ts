import type { Text } from '@parcours/engine';
import type { TablerIcon } from '@tabler/icons-react';
import type { DrawingState, DrawingStore } from '../drawing-store.ts';
import type { ViewId } from '../views.ts';
import type { actionWords } from '../words/actions.ts';

type ActionWords = (typeof actionWords)['fr'];

/** What an action may use when it is run. */
export type ActionTools = {
  readonly drawing: DrawingStore;
  /** The step, stage or track it is about: the one selected, or the one whose menu is open. */
  readonly id: string | undefined;
  /** Words of the interface in the language in which the texts are written. */
  readonly text: (key: 'outcome' | 'idle') => Text;
  readonly go: (view: ViewId) => void;
  /** Goes to the outline from where no step is seen; stays where they are. */
  readonly showSteps: () => void;
  readonly openPalette: () => void;
  readonly openKeys: () => void;
  readonly readClipboard: () => Promise<string>;
  readonly writeClipboard: (text: string) => void;
};

/** Something people can do: the menu, the keys and the palette all read the same list. */
export type Action = {
  readonly id: string;
  /** Key of its words; a view's is told by its own name. */
  readonly label: keyof { [key in keyof ActionWords as ActionWords[key] extends string ? key : never]: true };
  readonly view?: ViewId;
  readonly Icon: TablerIcon;
  /** Where it stands in the menu of a step; without one it is not in that menu. */
  readonly group?: 'add' | 'clipboard' | 'move' | 'kind' | 'remove';
  /** As keys are written for `useHotkeys`. */
  readonly shortcut?: string;
  /** A key that is also a letter: heard only where nobody writes. */
  readonly isLetter?: true;
  /** The browser's own event is listened to instead of the keys. */
  readonly isNative?: true;
  /** Can be done while somebody else writes. */
  readonly isReading?: true;
  /** For what is on or off: how it stands. */
  readonly isOn?: (state: DrawingState, id: string) => boolean;
  readonly can: (state: DrawingState, id: string | undefined) => boolean;
  readonly run: (tools: ActionTools) => void | Promise<void>;
};

/** The id of the step, stage or track that a place names or lies in. */
export function stepAt(place: string | undefined): string | undefined {
  return place?.startsWith('steps/') ? place.split('/')[1] : undefined;
}

/** True when an action can be done now. */
export function isPossible(action: Action, state: DrawingState, id: string | undefined): boolean {
  return (action.isReading === true || !state.isReadOnly) && action.can(state, id);
}
