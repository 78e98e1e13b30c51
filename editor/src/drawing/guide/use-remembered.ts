import { useLocalStorage } from '@mantine/hooks';
import { useOpenDraft } from '../desk/desk-context.ts';

/**
 * What nothing in a procedure tells, so that the device remembers it of a draft: that it was printed or taken out to be read on paper;
 * that its authors looked for a text and found that a step is practice (each step is, until somebody cites one).
 */
export const REMEMBERED = {
  takenOut: 'parcours.taken-out',
  practice: 'parcours.practice',
} as const;

/** Whether that was done with the draft that is open, from this device; and the way to say that it is done. */
export function useRemembered(what: keyof typeof REMEMBERED): readonly [boolean, () => void] {
  const draft = useOpenDraft();
  const [kept, keep] = useLocalStorage<string>({
    key: `${REMEMBERED[what]}.${draft?.id ?? ''}`,
    getInitialValueInEffect: false,
    defaultValue: '',
    serialize: (text) => text,
    deserialize: (text) => text ?? '',
  });
  return [draft !== undefined && kept !== '', () => draft && keep('yes')];
}
