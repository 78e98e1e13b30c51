import { useCallback, useId, useLayoutEffect, useRef } from 'react';
import { setField } from '../commands/elements.ts';
import { useDrawing } from '../drawing-context.tsx';

type Path = readonly [string, ...string[]];
type Section = Parameters<typeof setField.run>[1]['section'];

/** Sets a field of an element by command; what is empty goes. True when it was done. */
export function useSetField(section: Section, id: string) {
  const drawing = useDrawing();
  return useCallback(
    (path: Path, value: unknown, burst?: string) => {
      const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
      return drawing.perform(
        setField,
        { section, id, path, ...(isEmpty || value === undefined ? {} : { value }) },
        burst,
      );
    },
    [drawing, section, id],
  );
}

/** A mark for everything typed between coming to a field and leaving it: one entry of the log. */
export function useBurst(): { readonly begin: () => void; readonly mark: () => string } {
  const id = useId();
  const turn = useRef(0);
  const begin = useCallback(() => {
    turn.current += 1;
  }, []);
  const mark = useCallback(() => `${id}:${turn.current}`, [id]);
  return { begin, mark };
}

/** The same function through every rendering, doing what the last one was given: what is handed it is not drawn again. */
export function useStable<Args extends readonly unknown[]>(
  act: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
