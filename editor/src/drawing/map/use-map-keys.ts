import { type KeyboardEvent, useCallback } from 'react';
import { focusCard } from '../../map/focus-card.ts';
import { removeStep } from '../commands/remove-step.ts';
import { useDrawing } from '../drawing-context.tsx';
import type { MapActs } from './map-acts.ts';
import { type Walk, walk } from './walk.ts';

type Keys = {
  readonly acts: MapActs;
  /** The procedure runs downwards, or in reading direction. */
  readonly isDown: boolean;
  readonly isRtl: boolean;
  readonly onOpen: (step: string) => void;
};

function walkOf(key: string, isDown: boolean, isRtl: boolean): Walk | undefined {
  const [onwards, backwards] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (key === 'ArrowDown') return isDown ? 'on' : 'beside';
  if (key === 'ArrowUp') return isDown ? 'back' : 'other-side';
  if (key === onwards) return isDown ? 'beside' : 'on';
  if (key === backwards) return isDown ? 'other-side' : 'back';
  return undefined;
}

/** The map by keyboard: arrows walk the ways, Enter opens the step, F2 names it, M asks what can be done with it. */
export function useMapKeys({ acts, isDown, isRtl, onOpen }: Keys) {
  const drawing = useDrawing();
  return useCallback(
    (pressed: KeyboardEvent<HTMLElement>) => {
      if (!(pressed.target instanceof HTMLElement)) return;
      const card = pressed.target.matches('.react-flow__node') ? pressed.target : undefined;
      const step = card?.dataset['id'];
      if (!card || step === undefined || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
      const focus = (id: string) => {
        drawing.select(`steps/${id}`, { reveal: true });
        focusCard(card.closest('.react-flow'), id);
      };
      const towards = walkOf(pressed.key, isDown, isRtl);
      if (towards) focus(walk(acts.graph(), step, towards) ?? step);
      else if (pressed.key === 'Enter' || pressed.key === ' ') {
        drawing.select(`steps/${step}`);
        onOpen(step);
      } else if (drawing.get().isReadOnly) return;
      else if (pressed.key === 'F2') acts.rename(step);
      else if (pressed.key === 'Insert' || pressed.key === '+') acts.addAfter(step);
      else if (pressed.key.toLowerCase() === 'g') acts.goesTo(step);
      else if (pressed.key === 'Delete') drawing.perform(removeStep, { id: step });
      else if (
        pressed.key.toLowerCase() === 'm' ||
        pressed.key === 'ContextMenu' ||
        (pressed.key === 'F10' && pressed.shiftKey)
      ) {
        const { left, bottom } = card.getBoundingClientRect();
        acts.openStepMenu(step, { x: left, y: bottom });
      } else return;
      pressed.preventDefault();
      pressed.stopPropagation();
    },
    [acts, drawing, isDown, isRtl, onOpen],
  );
}
