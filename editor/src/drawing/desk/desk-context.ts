import { createContext, use, useSyncExternalStore } from 'react';

/** The draft that is open on the desk, for views that ask the service about it. */
export type OpenDraft = {
  readonly id: string;
  /** Who looks at it. */
  readonly account?: string;
  /** The procedure that it becomes a version of. */
  readonly pack: string;
  /** Whether the service holds everything that was written here; without it, it does. Turns at each key: only who asks is told. */
  readonly saved?: SavedSource;
};

export type SavedSource = {
  readonly get: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
};

export const DeskContext = createContext<OpenDraft | undefined>(undefined);

/** The draft around; undefined where a procedure is drawn that no service keeps. */
export function useOpenDraft(): OpenDraft | undefined {
  return use(DeskContext);
}

/** The service holds everything that was written here. */
export function useIsSaved(): boolean {
  const saved = useOpenDraft()?.saved;
  return useSyncExternalStore(saved?.subscribe ?? never, () => saved?.get() ?? true);
}

const never = () => () => undefined;
