import { Kbd, VisuallyHidden } from '@mantine/core';
import {
  IconArrowBigUp,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconBackspace,
  IconCornerDownLeft,
  type TablerIcon,
} from '@tabler/icons-react';

/** Drawn, because not every machine has letters for them. */
const SIGNS: Readonly<Record<string, { readonly name: string; readonly Icon: TablerIcon }>> = {
  shift: { name: 'Shift', Icon: IconArrowBigUp },
  ArrowUp: { name: 'Up', Icon: IconArrowUp },
  ArrowDown: { name: 'Down', Icon: IconArrowDown },
  ArrowLeft: { name: 'Left', Icon: IconArrowLeft },
  ArrowRight: { name: 'Right', Icon: IconArrowRight },
  Enter: { name: 'Enter', Icon: IconCornerDownLeft },
  Delete: { name: 'Del', Icon: IconBackspace },
};
const NAMES: Readonly<Record<string, string>> = { mod: 'Ctrl', alt: 'Alt' };

/** Keys as they are printed on the keyboard; mostly said by `aria-keyshortcuts`, so that they are not read twice. */
export function ShortcutText({ keys, isRead = false }: { keys: string; isRead?: boolean }) {
  return (
    <Kbd
      size="xs"
      aria-hidden={!isRead}
      dir="ltr"
      lang="en"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }}
    >
      {keys.split('+').map((key) => {
        const sign = SIGNS[key];
        return sign ? (
          <span key={key} style={{ display: 'inline-flex' }}>
            <sign.Icon size={14} aria-hidden />
            <VisuallyHidden>{sign.name}</VisuallyHidden>
          </span>
        ) : (
          <span key={key}>{NAMES[key] ?? key}</span>
        );
      })}
    </Kbd>
  );
}

/** The same for `aria-keyshortcuts`. */
export function spokenShortcut(keys: string): string {
  return keys.replace('mod', 'Control').replace('alt', 'Alt').replace('shift', 'Shift');
}
