import { createContext, use } from 'react';

/** The draft that is open on the desk, for views that ask the service about it. */
export type OpenDraft = {
  readonly id: string;
  /** Who looks at it. */
  readonly account?: string;
  /** The procedure that it becomes a version of. */
  readonly pack: string;
  /** The service holds everything that was written here. */
  readonly isSaved: boolean;
};

export const DeskContext = createContext<OpenDraft | undefined>(undefined);

/** The draft around; undefined where a procedure is drawn that no service keeps. */
export function useOpenDraft(): OpenDraft | undefined {
  return use(DeskContext);
}
