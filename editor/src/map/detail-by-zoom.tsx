import { useStore } from '@xyflow/react';
import { useEffect } from 'react';

/** From afar only titles can be read; nearer who acts and by when; nearest every far way. */
const detailAt = (zoom: number) => (zoom < 0.42 ? 'far' : zoom < 0.7 ? 'near' : 'nearest');

/** Tells the style sheet how near one looks: no card is drawn again when one zooms. */
export function DetailByZoom() {
  const detail = useStore(({ transform }) => detailAt(transform[2]));
  const canvas = useStore(({ domNode }) => domNode);
  useEffect(() => {
    const map = canvas?.closest<HTMLElement>('.map');
    if (map) map.dataset['detail'] = detail;
  }, [canvas, detail]);
  return null;
}
