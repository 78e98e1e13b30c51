import { useState } from 'react';
import { useDrawing } from '../drawing-context.tsx';

const kept = new WeakMap<object, Map<string, unknown>>();

/** What is being typed about a draft: looking at another view of it, or at another place, does not lose it. `undefined` is nothing. */
export function useKept<T>(name: string): [T | undefined, (next: T | undefined) => void] {
  const drawing = useDrawing();
  const typed = kept.get(drawing) ?? new Map<string, unknown>();
  const [value, setValue] = useState(() => typed.get(name) as T | undefined);
  const keep = (next: T | undefined) => {
    kept.set(drawing, typed);
    if (next === undefined) typed.delete(name);
    else typed.set(name, next);
    setValue(next);
  };
  return [value, keep];
}
