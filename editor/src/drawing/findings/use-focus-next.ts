import { type RefObject, useEffect, useRef } from 'react';

type Keyed = { readonly key: string };
type Left = { readonly keys: readonly string[]; readonly at: number };

/**
 * What was mended goes away under the hand that mended it: the focus goes to what stands next in the list, so that a committee
 * works down it by keys. Cards are found by `data-to-do`; where none is left, what carries `data-rest` is read.
 */
export function useFocusNext(box: RefObject<HTMLElement | null>, list: readonly Keyed[]): void {
  const left = useRef<Left>(undefined);
  const shown = useRef(list);
  useEffect(() => {
    const root = box.current;
    if (!root) return;
    const remember = ({ target }: FocusEvent) => {
      const cards = cardsIn(root);
      const at = cards.findIndex((card) => card.contains(target as Node));
      const group = (target as HTMLElement).closest('.to-do-group');
      const first = at >= 0 || !group ? at : cards.findIndex((card) => group.contains(card));
      left.current = first < 0 ? undefined : { keys: cards.map(keyOf), at: first };
    };
    // Whoever goes elsewhere is left there; what is taken away under the focus tells nothing.
    const forget = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Element) {
        if (!root.contains(relatedTarget) && !isInMenu(relatedTarget)) left.current = undefined;
      } else
        setTimeout(() => {
          if ((target as Node).isConnected && document.activeElement === document.body)
            left.current = undefined;
        });
    };
    root.addEventListener('focusin', remember);
    root.addEventListener('focusout', forget);
    return () => {
      root.removeEventListener('focusin', remember);
      root.removeEventListener('focusout', forget);
    };
  });
  useEffect(() => {
    const root = box.current;
    const from = left.current;
    if (!root || !from || list === shown.current) return;
    shown.current = list;
    const goOn = () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost) nextOf(root, from)?.focus();
    };
    goOn();
    // A menu gives the focus back once it has closed, to a button that is gone by then.
    if (!document.activeElement || !isInMenu(document.activeElement)) return;
    const timer = setTimeout(goOn, MENU_CLOSES);
    return () => clearTimeout(timer);
  }, [list, box]);
}

/** Milliseconds. */
const MENU_CLOSES = 300;

const isInMenu = (element: Element): boolean => element.closest('[role="menu"]') !== null;

function nextOf(root: HTMLElement, { keys, at }: Left): HTMLElement | undefined | null {
  const cards = new Map(cardsIn(root).map((card) => [keyOf(card), card]));
  const next =
    keys.slice(at).find((key) => cards.has(key)) ?? keys.slice(0, at).findLast((key) => cards.has(key));
  return (
    (next === undefined ? undefined : cards.get(next)) ??
    cards.values().next().value ??
    root.querySelector<HTMLElement>('[data-rest], .to-do-kind')
  );
}

const cardsIn = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-to-do]'),
];

const keyOf = (card: HTMLElement): string => card.dataset['toDo'] ?? '';
