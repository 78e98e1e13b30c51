import { use, useCallback } from 'react';
import { useDrawing } from '../drawing-context.tsx';
import { ActionsContext } from './actions-context.ts';
import { homeOf } from './home-of.ts';

/** Goes to a place in the view where it is at home, and brings it into sight. */
export function useGoTo(): (place: string) => void {
  const drawing = useDrawing();
  const actions = use(ActionsContext);
  return useCallback(
    (place) => {
      const home = homeOf(drawing.get().log.pack, place);
      actions?.run(`go_${home.view}`);
      drawing.select(home.place, { reveal: true });
    },
    [drawing, actions],
  );
}
