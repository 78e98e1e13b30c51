import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useOpenDraft } from '../desk/desk-context.ts';
import { useDrawing } from '../drawing-context.tsx';
import { isBeginning } from './guide-tasks.ts';

export const GUIDE_KEY = 'parcours.guide';
const AWAY = 'away';

export type Guide = {
  readonly isOpen: boolean;
  /** Only beside a draft that the service keeps. */
  readonly canOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
};

/**
 * Whether the guide of a first procedure stands beside this draft: by itself on a page that is still empty, until it is
 * put away; then only where it is asked for. Remembered for each account in this browser.
 */
export function useGuide(): Guide {
  const drawing = useDrawing();
  const draft = useOpenDraft();
  const [kept, keep] = useLocalStorage<string>({
    key: draft?.account === undefined ? GUIDE_KEY : `${GUIDE_KEY}.${draft.account}`,
    getInitialValueInEffect: false,
    defaultValue: '',
    serialize: (text) => text,
    deserialize: (text) => text ?? '',
  });
  const id = draft?.id;
  const [begins] = useState(
    () => id !== undefined && drawing.get().base === undefined && isBeginning(drawing.get().log.pack),
  );
  // Kept with the draft, so that it stays beside a procedure that has grown.
  useEffect(() => {
    if (begins && id !== undefined && kept !== AWAY && kept !== id) keep(id);
  }, [begins, id, kept, keep]);
  return {
    canOpen: id !== undefined,
    isOpen: id !== undefined && kept === id,
    open: () => keep(id ?? ''),
    close: () => keep(AWAY),
  };
}
