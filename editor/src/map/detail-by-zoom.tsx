import { useStore } from '@xyflow/react';
import { startTransition, useEffect } from 'react';
import { detailAt } from './map-detail.ts';

/** Tells the style sheet how near one looks, and a large map whether it is seen from afar; no card is drawn again for the first. */
export function DetailByZoom({ onAfar }: { readonly onAfar?: (isAfar: boolean) => void }) {
  const detail = useStore(({ transform }) => detailAt(transform[2]));
  const canvas = useStore(({ domNode }) => domNode);
  useEffect(() => {
    const map = canvas?.closest<HTMLElement>('.map');
    if (map) map.dataset['detail'] = detail;
  }, [canvas, detail]);
  useEffect(() => {
    startTransition(() => onAfar?.(detail === 'far'));
  }, [detail, onAfar]);
  return null;
}
