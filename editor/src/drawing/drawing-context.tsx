import type { Pack } from '@parcours/engine';
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { PackSourceProvider } from '../pack/pack-context.tsx';
import type { DrawingState, DrawingStore } from './drawing-store.ts';

const DrawingContext = createContext<DrawingStore | undefined>(undefined);

/** Gives every view below the draft that is drawn; the words of its pack are there for `useLabels`. */
export function DrawingProvider({ drawing, children }: { drawing: DrawingStore; children: ReactNode }) {
  const source = useMemo(
    () => ({ get: () => drawing.get().log.pack, subscribe: drawing.subscribe }),
    [drawing],
  );
  return (
    <DrawingContext value={drawing}>
      <PackSourceProvider source={source}>{children}</PackSourceProvider>
    </DrawingContext>
  );
}

/** The draft around: to perform commands, undo, select. */
export function useDrawing(): DrawingStore {
  const drawing = use(DrawingContext);
  if (!drawing) throw new Error('Put the component inside a DrawingProvider.');
  return drawing;
}

/** One part of the drawing's state; rendered again only when that part is another. */
export function useDrawingState<Part>(part: (state: DrawingState) => Part): Part {
  const drawing = useDrawing();
  return useSyncExternalStore(drawing.subscribe, () => part(drawing.get()));
}

/** The pack as it is now. */
export function useDrawnPack(): Pack {
  return useDrawingState(({ log }) => log.pack);
}
