import { useLocalStorage } from '@mantine/hooks';
import { useOpenDraft } from '../desk/desk-context.ts';

export const TAKEN_KEY = 'parcours.taken-out';

/**
 * Whether this draft was printed, or taken out to be read on paper, from this device: nothing in a procedure tells it, so
 * the device remembers.
 */
export function useTakenOut(): readonly [boolean, () => void] {
  const draft = useOpenDraft();
  const [kept, keep] = useLocalStorage<string>({
    key: `${TAKEN_KEY}.${draft?.id ?? ''}`,
    getInitialValueInEffect: false,
    defaultValue: '',
    serialize: (text) => text,
    deserialize: (text) => text ?? '',
  });
  return [draft !== undefined && kept !== '', () => draft && keep('yes')];
}
