import { useSessionStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useOpenDraft } from '../desk/desk-context.ts';

/**
 * The part of a view that a person looks at, kept with the draft as long as the window is: a draft that is laid over another
 * base is opened again, and leaving the view for another closes it. Where no service keeps the draft, nothing is kept.
 */
export function useKeptPart<Part extends string>(
  view: string,
  parts: readonly [Part, ...Part[]],
): readonly [Part, (part: Part) => void] {
  const draft = useOpenDraft();
  const [first] = parts;
  const [here, setHere] = useState<Part>(first);
  const [kept, keep] = useSessionStorage<string>({
    key: `parcours.part.${view}.${draft?.id ?? ''}`,
    getInitialValueInEffect: false,
    defaultValue: first,
    serialize: (part) => part,
    deserialize: (part) => part ?? first,
  });
  return draft ? [parts.find((part) => part === kept) ?? first, keep] : [here, setHere];
}
