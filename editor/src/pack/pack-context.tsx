import type { Pack } from '@parcours/engine';
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { useWords } from '../words/use-words.ts';

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

/** The labels of a procedure's elements by id, in the reader's language; an id nobody named is shown as it is. */
export function useLabels() {
  const pack = usePack();
  const { say } = useWords();
  return useMemo(
    () => ({
      fact: (id: string) => say(pack.facts[id]?.label ?? pack.parameters[id]?.label, id),
      rule: (id: string) => say(pack.rules[id]?.label, id),
      event: (id: string) => say(pack.events[id]?.label, id),
      state: (id: string) => say(pack.steps[id]?.title, id),
      role: (id: string) => say(pack.roles[id]?.label, id),
      deadline: (id: string) => say(pack.deadlines[id]?.label, id),
      source: (id: string) => say(pack.sources[id]?.instrument, id),
    }),
    [pack, say],
  );
}
