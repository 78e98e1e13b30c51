import type { Pack, Text } from '@parcours/engine';
import { useCallback } from 'react';
import { usePackIfAny } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';

type Named = { readonly label?: Text; readonly title?: Text; readonly instrument?: Text };

/** What people call the element that a finding speaks of; undefined where nobody named it, or the procedure cannot be read. */
export function usePlaceName(): (path: string) => string | undefined {
  const { say } = useWords();
  const pack = usePackIfAny();
  return useCallback(
    (path) => {
      const name = pack && nameAt(pack, path.split('/'));
      return (name && say(name)) || undefined;
    },
    [pack, say],
  );
}

function nameAt(pack: Pack, keys: readonly string[]): Text | undefined {
  const [section = '', id = ''] = keys;
  // In the machine the innermost step is spoken of.
  if (section === 'machine') {
    const step = keys.findLast((key) => Object.hasOwn(pack.steps, key));
    return step === undefined ? undefined : pack.steps[step]?.title;
  }
  const elements = Object.hasOwn(pack, section) && section !== 'pack' ? pack[section as 'rules'] : {};
  const element: Named | undefined = Object.hasOwn(elements, id) ? elements[id] : undefined;
  return element?.label ?? element?.title ?? element?.instrument;
}
