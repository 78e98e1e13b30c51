import { Kbd } from '@mantine/core';

const SIGNS: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: '⇧',
  alt: 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Delete: '⌦',
};

/** Keys as they are printed on the keyboard; mostly said by `aria-keyshortcuts`, so that they are not read twice. */
export function ShortcutText({ keys, isRead = false }: { keys: string; isRead?: boolean }) {
  return (
    <Kbd size="xs" aria-hidden={!isRead} dir="ltr">
      {keys
        .split('+')
        .map((key) => SIGNS[key] ?? key)
        .join(' ')}
    </Kbd>
  );
}

/** The same for `aria-keyshortcuts`. */
export function spokenShortcut(keys: string): string {
  return keys.replace('mod', 'Control').replace('alt', 'Alt').replace('shift', 'Shift');
}
