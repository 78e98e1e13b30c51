import type { Text } from '@parcours/engine';
import { createContext, use } from 'react';
import type { Way } from '../commands/way.ts';
import type { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Handles } from './outline-handles.ts';
import type { OutlineDeadline } from './outline-of.ts';
import type { OutlineWay } from './outline-ways.ts';

/** What the one picker of the outline shows: the field of a step, or a part of a way. */
export type Picking =
  | { readonly pick: 'who' | 'with' | 'deadlines' | 'sources' | 'asks'; readonly id: string }
  | { readonly pick: 'retarget' | 'guard' | 'rename'; readonly way: Way }
  | { readonly pick: 'new_way'; readonly from: string };

/** What every row shares; it changes with the language and the right to write, not with the pack. */
export type OutlineDoor = Pick<ReturnType<typeof useDrawingWords>, 't' | 'app' | 'dir' | 'language'> & {
  readonly say: (text: Text | undefined) => string;
  /** The language in which the texts are written. */
  readonly writes: string;
  readonly isReading: boolean;
  readonly handles: Handles;
  readonly spanWords: (deadline: OutlineDeadline) => string;
  readonly pick: (picking: Picking, anchor: HTMLElement) => void;
  readonly openWay: (way: OutlineWay, anchor: HTMLElement) => void;
};

export const OutlineContext = createContext<OutlineDoor | undefined>(undefined);

/** What the rows of the outline share. */
export function useOutline(): OutlineDoor {
  const door = use(OutlineContext);
  if (!door) throw new Error('Put the component inside an OutlineView.');
  return door;
}
