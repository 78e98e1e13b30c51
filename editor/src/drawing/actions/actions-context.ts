import { createContext, use } from 'react';

/** Where a menu opens: beside what was pressed, or at the point that was clicked. */
export type MenuOrigin = {
  readonly element: HTMLElement;
  readonly point?: { readonly x: number; readonly y: number };
};

/** What a view needs of the actions: it lets them be done, it does not know them. */
export type ActionsDoor = {
  /** Does the action with an id, on a step or on what is selected; nothing when it cannot be done. */
  readonly run: (action: string, step?: string) => void;
  /** Opens the menu of a step, a stage or a track. */
  readonly openMenu: (step: string, origin: MenuOrigin) => void;
};

export const ActionsContext = createContext<ActionsDoor | undefined>(undefined);

/** The actions around, for a view. */
export function useActions(): ActionsDoor {
  const door = use(ActionsContext);
  if (!door) throw new Error('Put the component inside an ActionsProvider.');
  return door;
}
