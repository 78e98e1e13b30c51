import { Children, type ReactNode, startTransition, useEffect, useState } from 'react';

/** Its children one after the other, each in a frame of its own: the first is there at once, and no frame makes a long form whole. */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children);
  const [made, setMade] = useState(1);
  const isWhole = made >= all.length;
  useEffect(() => {
    if (isWhole) return;
    const frame = requestAnimationFrame(() => startTransition(() => setMade(made + 1)));
    return () => cancelAnimationFrame(frame);
  }, [made, isWhole]);
  return isWhole ? all : all.slice(0, made);
}
