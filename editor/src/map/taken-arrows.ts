import { createContext } from 'react';

/** Whether stories take every way along an arrow, some of them, or none. */
export type Taken = 'all' | 'some' | 'none';

/** What stories take, by id of arrow; undefined on a map that paints none. */
export const TakenArrowsContext = createContext<ReadonlyMap<string, Taken> | undefined>(undefined);
