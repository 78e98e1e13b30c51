import { type RefObject, useEffect, useState } from 'react';

const tellers = new WeakMap<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | undefined;

function watching(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) tellers.get(target)?.(isIntersecting);
    },
    { rootMargin: '500px 0px' },
  );
  return observer;
}

/** True while an element is on the screen or about to be: what only pointers and eyes need is not made for the others. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    tellers.set(current, setNear);
    watching().observe(current);
    return () => watching().unobserve(current);
  }, [element]);
  return isNear;
}
