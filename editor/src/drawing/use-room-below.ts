import { type RefObject, useEffect } from 'react';

/** Whatever takes the focus, or is shown, is scrolled to below a bar that stays in sight, never behind it. */
export function useRoomBelow(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = bar;
    if (!current) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const { position, insetBlockStart } = getComputedStyle(current);
      const room = position === 'sticky' ? Number.parseFloat(insetBlockStart) + current.offsetHeight + 8 : 0;
      style.scrollPaddingBlockStart = room > 0 ? `${room}px` : '';
    });
    observer.observe(current);
    observer.observe(document.documentElement);
    return () => {
      observer.disconnect();
      style.scrollPaddingBlockStart = '';
    };
  }, [bar]);
}
