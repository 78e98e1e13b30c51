import type { Pack } from '@parcours/engine';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { useWords } from '../words/use-words.ts';

const PackContext = createContext<Pack | undefined>(undefined);

/** Gives the procedure whose words the screens below speak. */
export function PackProvider({ pack, children }: { pack: Pack; children: ReactNode }) {
  return <PackContext value={pack}>{children}</PackContext>;
}

/** The procedure around, if there is one: a broken pack has findings and nothing else. */
export function usePackIfAny(): Pack | undefined {
  return use(PackContext);
}

export function usePack(): Pack {
  const pack = use(PackContext);
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
