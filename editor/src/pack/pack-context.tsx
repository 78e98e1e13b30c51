import type { Pack } from '@parcours/engine';
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { useWords } from '../words/use-words.ts';
import { labelsOf } from './labels.ts';

/** Where a procedure is had from, as it is now. The context holds this, not the pack: a pack that changes at each key asks only who reads it. */
type PackSource = { readonly get: () => Pack; readonly subscribe: (listener: () => void) => () => void };

const PackContext = createContext<PackSource | undefined>(undefined);

const never = () => () => undefined;

/** Gives the procedure whose words the screens below speak. */
export function PackProvider({ pack, children }: { pack: Pack; children: ReactNode }) {
  const source = useMemo(() => ({ get: () => pack, subscribe: never }), [pack]);
  return <PackContext value={source}>{children}</PackContext>;
}

/** The same for a procedure that is drawn: who reads it is told of its changes, nobody else is. `source` stays the same object. */
export function PackSourceProvider({ source, children }: { source: PackSource; children: ReactNode }) {
  return <PackContext value={source}>{children}</PackContext>;
}

/** The procedure around, if there is one: a broken pack has findings and nothing else. */
export function usePackIfAny(): Pack | undefined {
  const source = use(PackContext);
  return useSyncExternalStore(source?.subscribe ?? never, () => source?.get());
}

export function usePack(): Pack {
  const pack = usePackIfAny();
  if (!pack) throw new Error('Put the component inside a PackProvider.');
  return pack;
}

/** The labels of the procedure around, in the reader's language. */
export function useLabels() {
  const pack = usePack();
  const { say } = useWords();
  return useMemo(() => labelsOf(pack, say), [pack, say]);
}
