import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';

/** What A4 and letter paper both hold, in pixels of the style sheet, edges taken off. */
const SHEET = { long: 960, short: 700 } as const;

/** Tells the style sheet, before the page is printed, how to lay the whole map on one sheet. */
export function useMapPrint(): void {
  const flow = useReactFlow();
  useEffect(() => {
    const prepare = () => {
      const map = document.querySelector<HTMLElement>('.map-view .map');
      if (!map) return;
      const { x, y, width, height } = flow.getNodesBounds(flow.getNodes());
      const isWide = width >= height;
      const [across, down] = isWide ? [SHEET.long, SHEET.short] : [SHEET.short, SHEET.long];
      const scale = Math.min(across / Math.max(1, width), down / Math.max(1, height), 1.2);
      map.dataset['sheet'] = isWide ? 'wide' : 'tall';
      map.style.setProperty('--print-scale', String(scale));
      map.style.setProperty('--print-x', `${-x}px`);
      map.style.setProperty('--print-y', `${-y}px`);
    };
    window.addEventListener('beforeprint', prepare);
    return () => window.removeEventListener('beforeprint', prepare);
  }, [flow]);
}
