import { useLocalStorage } from '@mantine/hooks';
import { useCallback } from 'react';
import type { Point } from '../../map/map-layout.ts';
import { useDrawingState } from '../drawing-context.tsx';
import type { Pins } from './apply-pins.ts';

const NONE: Pins = {};

/** Where people put steps, kept in this browser for each procedure. Not part of it: nobody else sees them. */
export function usePins() {
  const id = useDrawingState(({ log }) => log.pack.pack.id);
  const [pins, setPins] = useLocalStorage<Pins>({ key: `parcours.pins.${id}`, defaultValue: NONE });
  const pin = useCallback(
    (step: string, at: Point) =>
      setPins((before) => ({ ...before, [step]: { x: Math.round(at.x), y: Math.round(at.y) } })),
    [setPins],
  );
  const unpin = useCallback(
    (step?: string) =>
      setPins((before) =>
        step === undefined ? NONE : Object.fromEntries(Object.entries(before).filter(([id]) => id !== step)),
      ),
    [setPins],
  );
  return { pins, pin, unpin };
}
